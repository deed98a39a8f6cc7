from __future__ import annotations

from engine.brand.deck_layout import OfficeFonts, OfficeTheme
from engine.model.deck import Stroke
from engine.model.theme import Color
from engine.writers.pptx.ink import Ink

INK = Ink(OfficeTheme({"accent1": "1A6585"}, OfficeFonts("", "", ""), OfficeFonts("", "", "")))


def test_a_slot_is_named_only_where_the_template_has_that_very_colour() -> None:
    assert INK.color(Color("1A6585", "accent1")) == '<a:schemeClr val="accent1"/>'
    assert INK.color(Color("1A6586", "accent1")) == '<a:srgbClr val="1A6586"/>'
    assert INK.color(Color("1A6585")) == '<a:srgbClr val="1A6585"/>'


def test_fills() -> None:
    assert INK.fill(None) == "<a:noFill/>"
    assert INK.fill(Color("FF0000")) == '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def test_lines_are_measured_in_points() -> None:
    fill = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'
    assert INK.line(Stroke(Color("FF0000"), 0.75)) == f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    dashed = Stroke(Color("FF0000"), 1.25, dashed=True)
    assert INK.line(dashed, "a:lnB") == f'<a:lnB w="15875">{fill}<a:prstDash val="sysDash"/></a:lnB>'
    assert INK.line(None) == "<a:ln><a:noFill/></a:ln>"
