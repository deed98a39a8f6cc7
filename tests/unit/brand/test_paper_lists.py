from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_lists import ListLevel, in_format, printed_number, read_lists

HEADINGS = (ListLevel("chineseCounting", "第%1章", "space"), ListLevel("decimal", "%1.%2", "tab", is_legal=True), ListLevel("bullet", "•"))


def test_levels_are_read_with_what_a_list_overrides() -> None:
    root = parsed(
        '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/>'
        '<w:pPr><w:ind w:left="420" w:hanging="210"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/>'
        "</w:lvl></w:lvlOverride></w:num></w:numbering>"
    )
    assert read_lists(root) == {
        3: (ListLevel("upperRoman", "%1、", "nothing", 21.0, 10.5),),
        4: (ListLevel("decimal", "(%1)"),),
    }


def test_numbers_are_printed_as_word_does() -> None:
    assert printed_number(HEADINGS, (3,)) == "第三章 "
    assert printed_number(HEADINGS, (3, 2)) == "3.2  "  # legal: Arabic throughout; a tab is some white
    assert printed_number(HEADINGS, (3, 2, 1)) == ""  # a bullet is no number
    assert printed_number(HEADINGS, (1, 1, 1, 1)) == ""  # no such level


@pytest.mark.parametrize(
    ("format_", "printed"),
    [
        ("decimal", "12"), ("chineseCountingThousand", "十二"), ("chineseLegalSimplified", "拾贰"), ("upperRoman", "XII"), ("lowerLetter", "l"),
        ("decimalZero", "12"), ("decimalEnclosedCircle", "⑫"), ("ideographTraditional", "乙"), ("none", ""), ("somethingNew", "12"),
    ],
)  # fmt: skip
def test_formats_of_word(format_: str, printed: str) -> None:
    assert in_format(12, format_) == printed


def test_the_signs_of_symbol_fonts_are_those_of_any_font() -> None:
    assert [ListLevel("bullet", sign).bullet for sign in ("\uf0b7", "\uf0a7", "–", "")] == ["•", "▪", "–", ""]
    assert ListLevel("decimal", "%1").bullet == ""


@given(st.integers(1, 400), st.sampled_from(["upperLetter", "lowerRoman", "chineseCounting", "decimalEnclosedCircle", "ideographZodiac"]))
def test_every_counter_is_printed(number: int, format_: str) -> None:
    assert in_format(number, format_)
