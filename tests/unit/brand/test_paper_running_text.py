from __future__ import annotations

import pytest

from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_running_text import inline_left, is_plain, line_height, text_lines

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>9</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TITLE = '<w:sdt><w:sdtPr><w:tag w:val="title"/></w:sdtPr><w:sdtContent><w:r><w:t>报告标题</w:t></w:r></w:sdtContent></w:sdt>'
TAB = "<w:r><w:tab/></w:r>"


def told(inside: str) -> list[str]:
    """Return one line a line: segments with their side and place, pieces as text or `<kind>`."""
    return [
        " | ".join(
            f"{segment.align}@{segment.at:g} "
            + "".join(piece.text if piece.kind == "text" else f"<{piece.kind}>" for piece in segment.pieces)
            for segment in line.segments
        )
        for line in text_lines(parsed(f"<w:hdr>{inside}</w:hdr>"), {}, 400.0)
    ]


def test_words_fields_and_controls_between_tabs() -> None:
    stops = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4000"/><w:tab w:val="right" w:pos="8000"/></w:tabs></w:pPr>'
    line = f"<w:p>{stops}{TITLE}{TAB}<w:r><w:t>Acme</w:t></w:r>{TAB}<w:r><w:t>Page </w:t></w:r>{FIELD.format(code='PAGE')}</w:p>"
    assert told(line) == ["left@0 <title> | center@200 Acme | right@400 Page <page>"]


def test_a_paragraph_may_be_centred_or_broken() -> None:
    assert told('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>Acme</w:t><w:br/><w:t>Lane 1</w:t></w:r></w:p>') == [
        "center@200 Acme",
        "center@200 Lane 1",
    ]


def test_the_cells_of_a_table_stand_side_by_side() -> None:
    def cell(words: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>'

    assert told(f"<w:tbl><w:tr>{cell('One')}{cell('Two')}</w:tr></w:tbl>") == ["left@5.4 One | left@155.4 Two"]


@pytest.mark.parametrize(
    ("inside", "plain"),
    [
        (f"<w:p>{TITLE}{TAB}{FIELD.format(code='STYLEREF 1')}</w:p>", True),
        (f"<w:p>{TITLE}</w:p>", False),  # a line of the company's, in its own place
        (f"<w:p>{TITLE}{TAB}<w:r><w:t>Acme</w:t></w:r></w:p>", False),
        ("<w:p><w:r><w:drawing/></w:r></w:p>", False),
    ],
)
def test_what_holds_only_the_report_s_words_is_plain(inside: str, plain: bool) -> None:
    assert is_plain(parsed(f"<w:hdr>{inside}</w:hdr>")) is plain


def test_the_height_of_a_line_is_with_the_white_above() -> None:
    (line,) = text_lines(
        parsed('<w:hdr><w:p><w:pPr><w:spacing w:before="100" w:after="40"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p></w:hdr>'), {}, 400.0
    )
    assert (line_height(line), line.height) == (18.0, 20.0)


def test_a_picture_in_a_line_begins_at_its_tab_and_after_the_words() -> None:
    root = parsed(f"<w:hdr><w:p><w:r><w:drawing/></w:r>{TAB}{TAB}<w:r><w:drawing/></w:r></w:p></w:hdr>")
    first, second = root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}drawing")
    assert [inline_left(each, 50.0, 400.0, "left") for each in (first, second)] == [0.0, 350.0]
    assert inline_left(first, 50.0, 400.0, "right") == 350.0
