from __future__ import annotations

import pytest
from lxml import etree

from engine.brand.adopt.fills import Paint, background_paint, fill_paint, paint_of, picture_paint, rgba
from engine.brand.template_package import NS

COLORS = {"bg1": "FFFFFF", "accent1": "336699"}
_SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())


def xml(text: str) -> etree._Element:
    return etree.fromstring(f"<x {_SPACES}>{text}</x>")[0]


def test_a_flat_fill_with_opacity_and_changes_that_do_not_matter() -> None:
    fill = xml('<a:solidFill><a:srgbClr val="FF0000"><a:alpha val="50000"/><a:satMod val="120000"/></a:srgbClr></a:solidFill>')
    assert fill_paint(fill, COLORS) == Paint(((255, 0, 0, 128),))


def test_a_gradient_in_the_order_of_its_stops() -> None:
    stops = '<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs>'
    lying = xml(f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>')
    assert fill_paint(lying, COLORS) == Paint(((0x33, 0x66, 0x99, 255), (255, 255, 255, 255)), upright=False)
    standing = xml(f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>")
    found = fill_paint(standing, COLORS)
    assert found is not None and found.upright


def test_a_picture_with_what_is_cut_from_it() -> None:
    fill = xml('<a:blipFill><a:blip r:embed="rId7"/><a:srcRect l="10000" b="25000"/></a:blipFill>')
    assert picture_paint(fill) == fill_paint(fill, COLORS) == Paint(picture="rId7", crop=(0.1, 0.0, 0.0, 0.25))
    assert picture_paint(None) == Paint()


def test_a_pattern_is_its_ground() -> None:
    fill = xml('<a:pattFill><a:fgClr><a:srgbClr val="000000"/></a:fgClr><a:bgClr><a:srgbClr val="EEEEEE"/></a:bgClr></a:pattFill>')
    assert fill_paint(fill, COLORS) == Paint(((0xEE, 0xEE, 0xEE, 255),))


@pytest.mark.parametrize("text", ["<p:spPr/>", "<p:spPr><a:noFill/></p:spPr>"])
def test_no_fill(text: str) -> None:
    assert paint_of(xml(text), COLORS) is None
    assert paint_of(None, COLORS) is None


def test_a_background_by_reference_to_the_fills_of_the_theme() -> None:
    theme = xml(
        "<a:theme><a:themeElements><a:fmtScheme><a:bgFillStyleLst><a:solidFill><a:schemeClr val='phClr'><a:shade val='50000'/></a:schemeClr>"
        "</a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    page = xml('<p:sld><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="accent1"/></p:bgRef></p:bg></p:cSld></p:sld>')
    assert background_paint(page, theme, COLORS) == Paint(((35, 73, 111, 255),))
    beyond = xml('<p:sld><p:cSld><p:bg><p:bgRef idx="1003"><a:schemeClr val="accent1"/></p:bgRef></p:bg></p:cSld></p:sld>')
    assert background_paint(beyond, theme, COLORS) == Paint(((0x33, 0x66, 0x99, 255),))
    assert background_paint(xml("<p:sld><p:cSld/></p:sld>"), theme, COLORS) is None


def test_a_colour_that_nobody_knows() -> None:
    assert rgba(xml('<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'), COLORS) is None
    assert rgba(None, COLORS) is None
