from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.load.markdown_source import MarkdownSource, hide_templates, joined
from engine.load.text_file import SourceText


def source(*lines: str) -> MarkdownSource:
    return MarkdownSource(SourceText("a.md", lines))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["甲", "乙"], "甲乙"),
        (["甲，", "GMV 好"], "甲，GMV 好"),
        (["GMV", "growth"], "GMV growth"),
        (["GMV", "增长"], "GMV 增长"),
        (["甲  ", "乙"], "甲\n乙"),
        (["甲\\", "乙"], "甲\n乙"),
        (["　　缩进两格", "续"], "缩进两格续"),
        (["{{ m.gmv }}", "，好"], "{{ m.gmv }}，好"),
        (["一"], "一"),
    ],
)
def test_wrapped_lines_are_joined(lines: list[str], expected: str) -> None:
    assert joined(lines) == expected


def test_a_paragraph_knows_the_place_of_every_character() -> None:
    file = source("# 甲", "", "> 上半年，", "> 成交 **好**")
    text = file.paragraph("上半年，\n成交 **好**", 2)
    assert text == "上半年，成交 **好**"
    assert str(text.where) == "a.md:3:3"
    assert [str(text.at(text.index(word))) for word in ("年", "成", "好")] == ["a.md:3:5", "a.md:4:3", "a.md:4:8"]


def test_pieces_and_places_leave_out_the_space_around() -> None:
    file = source("  |  甲 乙  |")
    piece = file.piece(0, 3, 10)
    assert (piece, piece.where.column, piece.where.end_column) == ("甲 乙", 6, 9)
    assert (file.at(0).column, file.at(0).end_column) == (3, 12)


def test_marks_inside_templates_are_hidden_from_the_parser_and_come_back() -> None:
    hidden = hide_templates("甲 {{ m.gmv | wan }} | {% if a < b %} `x`")
    assert "{{ m.gmv | wan" not in hidden
    assert hidden.count("|") == 1
    assert hidden.endswith("`x`")
    line = "甲 {{ m.gmv | wan }}"
    assert source(line).paragraph(hide_templates(line), 0) == line


@given(st.text(alphabet="甲a {}%|<`\\\n", max_size=60))
def test_hiding_keeps_every_column(text: str) -> None:
    hidden = hide_templates(text)
    assert [len(line) for line in hidden.split("\n")] == [len(line) for line in text.split("\n")]
