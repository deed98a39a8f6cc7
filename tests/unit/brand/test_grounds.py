from __future__ import annotations

import pytest
from lxml import etree

from engine.base.units import Rect
from engine.brand.ground import UNCLEAR, Cover, Ground, GroundKind, ground_under
from engine.brand.grounds import background, covers

HEAD = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
COLORS = {"bg1": "FFFFFF", "accent1": "0B5FFF"}
FILLS = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs></a:gsLst></a:gradFill>'
THEME = etree.fromstring(
    f"<a:theme {HEAD}><a:themeElements><a:fmtScheme><a:bgFillStyleLst>{FILLS}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
WHITE, BLUE = Ground(GroundKind.FLAT, ("FFFFFF",)), Ground(GroundKind.FLAT, ("0B5FFF",))
VEIL = Ground(GroundKind.UNCLEAR, veil=("0B5FFF", 0.5))
TEXT = Rect.inches(1, 1, 4, 1)


def page(inside: str) -> etree._Element:
    return etree.fromstring(f"<p:sldLayout {HEAD}><p:cSld>{inside}</p:cSld></p:sldLayout>")


@pytest.mark.parametrize(
    ("said", "ground"),
    [
        ("", None),
        ('<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:bgPr></p:bg>', BLUE),
        ("<p:bg><p:bgPr><a:blipFill/></p:bgPr></p:bg>", Ground(GroundKind.PICTURE)),
        ("<p:bg><p:bgPr><a:pattFill/></p:bgPr></p:bg>", Ground(GroundKind.PATTERN)),
        ('<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent1"/></p:bgRef></p:bg>', BLUE),
        ('<p:bg><p:bgRef idx="1002"><a:schemeClr val="bg1"/></p:bgRef></p:bg>', Ground(GroundKind.GRADIENT, ("000000",))),
        ('<p:bg><p:bgRef idx="1009"><a:schemeClr val="bg1"/></p:bgRef></p:bg>', WHITE),
        ('<p:bg><p:bgPr><a:solidFill><a:schemeClr val="nobody"/></a:solidFill></p:bgPr></p:bg>', UNCLEAR),
    ],
)
def test_the_background_that_a_part_sets(said: str, ground: Ground | None) -> None:
    assert background(page(said), THEME, COLORS) == ground


def shape(fill: str, preset: str = "rect", turn: str = "") -> str:
    frame = f'<a:xfrm {turn}><a:off x="0" y="0"/><a:ext cx="9144000" cy="4572000"/></a:xfrm>'
    head = '<p:nvSpPr><p:cNvPr id="2" name="Bar"/><p:nvPr/></p:nvSpPr>'
    return f'<p:sp>{head}<p:spPr>{frame}<a:prstGeom prst="{preset}"/>{fill}</p:spPr></p:sp>'


SOLID = '<a:solidFill><a:srgbClr val="0B5FFF"/></a:solidFill>'


@pytest.mark.parametrize(
    ("drawn", "grounds"),
    [
        (shape(SOLID), [BLUE]),
        (shape("<a:noFill/>"), []),
        (shape(""), []),
        (shape(SOLID, "chevron"), [UNCLEAR]),
        (shape(SOLID, "rect", 'rot="5400000"'), [UNCLEAR]),
        (shape('<a:solidFill><a:srgbClr val="0B5FFF"><a:alpha val="50000"/></a:srgbClr></a:solidFill>'), [VEIL]),
        (f"<p:grpSp><p:grpSpPr/>{shape(SOLID)}</p:grpSp>", [BLUE]),
        (shape(SOLID).replace("<p:nvPr/>", '<p:nvPr><p:ph type="body"/></p:nvPr>'), []),
    ],
)
def test_filled_static_shapes_are_found(drawn: str, grounds: list[Ground]) -> None:
    assert [cover.ground for cover in covers(page(f"<p:spTree>{drawn}</p:spTree>"), COLORS)] == grounds


def test_text_stands_on_the_last_shape_that_holds_it() -> None:
    everything, half, beside = Rect.inches(0, 0, 10, 5), Rect.inches(0, 0, 3, 5), Rect.inches(6, 0, 3, 5)
    assert ground_under(TEXT, WHITE, ()) == WHITE
    assert ground_under(TEXT, WHITE, (Cover(everything, BLUE),)) == BLUE
    assert ground_under(TEXT, WHITE, (Cover(half, BLUE),)) == UNCLEAR
    assert ground_under(TEXT, WHITE, (Cover(half, BLUE), Cover(everything, BLUE))) == BLUE
    assert ground_under(TEXT, WHITE, (Cover(beside, BLUE),)) == WHITE
    assert ground_under(None, WHITE, (Cover(everything, BLUE),)) == WHITE
