from __future__ import annotations

import pytest
from docx.document import Document
from docx.shared import RGBColor

from engine.probe.drawn_docx import drawn_in_docx
from tests.support.foreign import document, headings, illustrate


def test_headings_with_level_and_what_keeps_them() -> None:
    found = drawn_in_docx(document(headings(1, 2))).headings
    assert [(each.level, each.words, each.stays, each.is_last) for each in found] == [
        (1, "标题 1", True, False),
        (2, "标题 2", True, False),
    ]


def test_a_heading_at_the_end_is_the_last() -> None:
    (found,) = drawn_in_docx(document(lambda made: made.add_heading("附件", 1))).headings
    assert found.is_last


def test_runs_of_links_and_cells_are_texts() -> None:
    def write(made: Document) -> None:
        made.add_table(1, 1).cell(0, 0).text = "格子"
        made.add_paragraph("段落").add_run("加粗").bold = True

    assert [each.words for each in drawn_in_docx(document(write)).texts] == ["格子", "段落", "加粗"]


def test_a_picture_tells_its_size_pixels_and_words() -> None:
    (found,) = drawn_in_docx(document(illustrate((900, 600), 6, 4))).pictures
    assert (found.width, found.height, found.pixels, found.alt) == (432.0, 288.0, (900, 600), "结算页")


def test_only_long_paragraphs_without_control_are_loose() -> None:
    def write(made: Document) -> None:
        for words in ("短", "长" * 100):
            made.add_paragraph(words).paragraph_format.widow_control = False
        made.add_paragraph("长" * 100)

    assert drawn_in_docx(document(write)).loose == ("长" * 100,)


@pytest.mark.parametrize("blob", [b"", b"no package", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_document_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        drawn_in_docx(blob)


def test_what_a_run_names_itself() -> None:
    def write(made: Document) -> None:
        run = made.add_paragraph("").add_run("手工")
        run.font.color.rgb, run.font.name = RGBColor(0xFF, 0, 0xFF), "Arial"
        made.add_paragraph("照旧")

    found = {each.words: (each.color, each.faces) for each in drawn_in_docx(document(write)).texts}
    assert found == {"手工": ("FF00FF", ("Arial",)), "照旧": ("", ())}
