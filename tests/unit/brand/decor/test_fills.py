from __future__ import annotations

import pytest

from engine.brand.decor.fills import NONE, UNSAID, Blend, PictureFill, Tile, edges, fill_among, name_of, shape_fill, style_fill
from engine.brand.decor.sheet import Sheet
from engine.model.decor import Flat, Stop
from engine.model.theme import Color
from tests.support.decor import PNG, RED, shape, sheet, xml

GRADIENT = '<a:gsLst><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs><a:gs pos="0"><a:srgbClr val="FF0000"><a:alpha val="0"/></a:srgbClr></a:gs></a:gsLst>'
STOPS = (Stop(0.0, Color("FF0000"), 0.0), Stop(1.0, Color("0000FF")))


def fill(content: str, of_part: Sheet | None = None) -> object:
    return fill_among(xml(f"<p:spPr>{content}</p:spPr>"), of_part or sheet(), "bar")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", UNSAID),
        ("<a:noFill/>", NONE),
        (RED, Flat(Color("FF0000"))),
        ('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', Flat(Color("1A6585", "accent1"))),
        (f'<a:gradFill>{GRADIENT}<a:lin ang="2700000" scaled="1"/></a:gradFill>', Blend(STOPS, 45.0, scaled=True)),
        (
            (
                f'<a:gradFill rotWithShape="0">{GRADIENT}<a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>'
                '<a:tileRect r="-100000"/></a:gradFill>'
            ),
            Blend(STOPS, path="circle", to=(0.5, 0.5, 0.5, 0.5), tile=(0, 0, -1, 0), upright=True),
        ),
        ('<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs></a:gsLst></a:gradFill>', Flat(Color("FF0000"))),
        (
            (
                '<a:blipFill><a:blip r:embed="rId2"><a:alphaModFix amt="40000"/></a:blip><a:srcRect t="10000"/><a:stretch><a:fillRect b="-5000"/>'
                "</a:stretch></a:blipFill>"
            ),
            PictureFill("ppt/media/logo.png", PNG, (0, 0.1, 0, 0), (0, 0, 0, -0.05), 0.4),
        ),
        (
            '<a:blipFill><a:blip r:embed="rId2"/><a:tile tx="12700" sx="50000" algn="ctr"/></a:blipFill>',
            PictureFill("ppt/media/logo.png", PNG, (0, 0, 0, 0), tile=Tile(1, 0, 0.5, 1, "ctr")),
        ),
    ],
)
def test_what_a_shape_says_itself(content: str, expected: object) -> None:
    of_part = sheet()
    assert (fill(content, of_part), of_part.skipped) == (expected, [])


def test_a_drawing_goes_before_the_picture_that_stands_for_it() -> None:
    of_part = sheet()
    uri = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    drawing = f'<a:extLst><a:ext><s:svgBlip xmlns:s="{uri}" r:embed="rId4"/></a:ext></a:extLst>'
    found = fill(f'<a:blipFill><a:blip r:embed="rId2">{drawing}</a:blip></a:blipFill>', of_part)
    assert isinstance(found, PictureFill) and (found.part, len(found.shapes)) == ("ppt/media/logo.png", 1)
    only = fill('<a:blipFill><a:blip r:embed="rId4"/></a:blipFill>', of_part)
    assert isinstance(only, PictureFill) and len(only.shapes) == 1


def test_a_pattern_is_its_mean_colour_and_named() -> None:
    of_part = sheet()
    colors = '<a:fgClr><a:srgbClr val="000000"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
    assert fill(f'<a:pattFill prst="pct25">{colors}</a:pattFill>', of_part) == Flat(Color("BFBFBF"))
    assert [each.why.en for each in of_part.skipped] == ["the pattern pct25 (its mean colour is drawn)"]


def test_effects_on_pictures_are_named() -> None:
    of_part = sheet()
    fill(
        '<a:blipFill><a:blip r:embed="rId2"><a:grayscl/><a:lum/></a:blip></a:blipFill>', of_part
    )  # a:lum without attributes changes nothing
    assert [each.why.en for each in of_part.skipped] == ["the effect on its picture: greyscale"]


def test_a_style_of_the_theme() -> None:
    def style(number: int) -> object:
        return style_fill(xml(f'<a:fillRef idx="{number}"><a:schemeClr val="accent1"/></a:fillRef>'), sheet(), "bar")

    assert style(0) is None and style(1000) is None
    assert style(1) == style(1001) == style(9) == Flat(Color("1A6585", "accent1"))
    assert style(2) == Blend((Stop(0.0, Color("1A6585")), Stop(1.0, Color("000000"))))


def test_a_shape_takes_its_own_fill_before_that_of_its_style_and_its_group() -> None:
    style = '<p:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></p:style>'
    blue = Flat(Color("0000FF"))

    def found(content: str) -> object:
        node = xml(shape(content, more=style))
        return shape_fill(node, node[1], sheet(), blue)

    assert [found(RED), found(""), found("<a:noFill/>"), found("<a:grpFill/>")] == [
        Flat(Color("FF0000")),
        Flat(Color("1A6585", "accent1")),
        None,
        blue,
    ]


def test_names_and_edges() -> None:
    assert name_of(xml(shape("", name="logo"))) == "logo"
    assert name_of(xml("<p:sp/>")) == ""
    assert (edges(None), edges(xml('<a:fillRect l="10000" b="-5000"/>'))) == ((0, 0, 0, 0), (0.1, 0, 0, -0.05))
