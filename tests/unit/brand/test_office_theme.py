from __future__ import annotations

import pytest
from lxml import etree

from engine.brand.deck_layout import OfficeFonts
from engine.brand.office_theme import child, read_office_theme, solid_color
from engine.model.theme import Color, FontFace

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
THEME = f"""<a:theme {A}><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1>
<a:lt1><a:srgbClr val="fafafa"/></a:lt1><a:dk2><a:srgbClr val="222222"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2>
<a:accent1><a:srgbClr val="1A6585"/></a:accent1></a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/>
<a:ea typeface="SimHei"/><a:cs typeface=""/></a:majorFont></a:fontScheme></a:themeElements></a:theme>"""
COLORS = {"accent1": "1A6585", "bg1": "FFFFFF", "tx1": "000000"}


def xml(text: str) -> etree._Element:
    return etree.fromstring(text)


def test_colours_and_fonts() -> None:
    office = read_office_theme(xml(THEME), None)
    own = {name: value for name, value in office.colors.items() if name not in ("dk1", "lt1", "dk2", "lt2")}
    assert own == {"bg1": "FAFAFA", "tx1": "111111", "bg2": "EEEEEE", "tx2": "222222", "accent1": "1A6585"}
    assert office.major == OfficeFonts("Arial", "SimHei", "")
    assert office.minor == OfficeFonts("", "", "")


def test_the_colour_map_swaps_light_and_dark() -> None:
    swapped = xml(f'<a:overrideClrMapping {A} bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1"/>')
    assert read_office_theme(xml(THEME), swapped).colors["bg1"] == "111111"


def test_what_the_theme_really_has() -> None:
    office = read_office_theme(xml(THEME), None)
    assert office.has(Color("1A6585", "accent1"))
    assert not office.has(Color("1A6586", "accent1"))
    assert not office.has(Color("1A6585"))
    assert office.major.are(FontFace("Arial", "SimHei", "Noto Sans CJK SC"))
    assert not office.major.are(FontFace("Arial", "SimSun", "Noto Sans CJK SC"))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<a:srgbClr val="a1b2c3"/>', Color("A1B2C3")),
        ('<a:schemeClr val="accent1"/>', Color("1A6585", "accent1")),
        ('<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>', Color("808080")),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>', Color("808080")),
        ('<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>', Color("898989")),
        ('<a:schemeClr val="bg1"><a:shade val="75000"/></a:schemeClr>', Color("E1E1E1")),
        ('<a:srgbClr val="FF0000"><a:alpha val="50000"/></a:srgbClr>', None),  # not opaque
        ('<a:schemeClr val="phClr"/>', None),  # means nothing here
        ('<a:prstClr val="red"/>', Color("FF0000")),
        ("", None),
    ],
)
def test_the_colour_that_a_fill_means(inner: str, expected: Color | None) -> None:
    assert solid_color(xml(f"<a:solidFill {A}>{inner}</a:solidFill>"), COLORS) == expected


def test_no_fill_no_colour() -> None:
    assert solid_color(None, COLORS) is None
    assert child(None, "ln") is None
