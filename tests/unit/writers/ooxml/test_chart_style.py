from engine.model.figure import Pen
from engine.model.theme import Color, FontFace
from engine.writers.ooxml.chart_style import (
    character_properties,
    color_xml,
    fill_xml,
    line_properties,
    rich_text,
    run_xml,
    shape_properties,
    text_properties,
    val,
)

INK = Color("14232F")
PRIMARY = Color("1A6585", "accent1")
FACE = FontFace("Microsoft YaHei", "微软雅黑", "Noto Sans CJK SC")


def test_a_colour_in_a_theme_slot_follows_the_theme() -> None:
    assert color_xml(PRIMARY) == '<a:schemeClr val="accent1"/>'
    assert color_xml(INK) == '<a:srgbClr val="14232F"/>'
    assert color_xml(INK, 0.07) == '<a:srgbClr val="14232F"><a:alpha val="7000"/></a:srgbClr>'


def test_no_fill_and_no_line_are_said_aloud() -> None:
    assert shape_properties(None) == "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    assert fill_xml(INK) == '<a:solidFill><a:srgbClr val="14232F"/></a:solidFill>'


def test_a_line_has_its_width_in_emu_and_its_dash() -> None:
    line = line_properties(Pen(INK, 1.25, dashed=True))
    assert line.startswith('<a:ln w="15875" cap="flat">') and '<a:prstDash val="sysDash"/>' in line
    assert "<a:round/>" in line_properties(Pen(INK, 2.25), round_joins=True)


def test_text_has_all_three_font_slots_and_a_language() -> None:
    run = character_properties("a:rPr", 10.5, INK, FACE, bold=True)
    assert run.startswith('<a:rPr lang="zh-CN" altLang="en-US" sz="1050" b="1" i="0">')
    assert '<a:latin typeface="Microsoft YaHei"/><a:ea typeface="微软雅黑"/><a:cs typeface="Microsoft YaHei"/>' in run


def test_text_is_never_turned_and_wraps_only_where_it_may() -> None:
    assert '<a:bodyPr rot="0" vert="horz" wrap="square"/>' in text_properties(10, INK, FACE)
    assert 'wrap="none"' in text_properties(10, INK, FACE, wrap=False)


def test_words_are_escaped() -> None:
    assert run_xml("<&", "") == "<a:r><a:t>&lt;&amp;</a:t></a:r>"
    assert rich_text(run_xml("a", "")).startswith('<c:tx><c:rich><a:bodyPr wrap="none"/>')


def test_val() -> None:
    assert val("c:idx", 3) == '<c:idx val="3"/>'
