from __future__ import annotations

import pytest

from engine.base.units import Size, inch
from engine.brand.decor.reader import read_background
from tests.support.decor import COLORS, PLACE, RED, layout, preset, read, shape, sheet, told, xml

BOX = "M 72 0 L 216 0 L 216 72 L 72 72 Z"
PAGE = Size(inch(10), inch(5))


def test_a_filled_rectangle() -> None:
    assert read(shape(preset("rect") + RED)) == ([f"bar: {BOX} fill FF0000"], [])


def test_a_shape_without_fill_and_line_draws_nothing() -> None:
    assert read(shape(preset("rect"))) == ([], [])


def test_fill_and_line_are_drawn_one_upon_the_other() -> None:
    line = f'<a:ln w="12700">{RED}</a:ln>'
    fill = '<a:solidFill><a:schemeClr val="accent1"><a:alpha val="50000"/></a:schemeClr></a:solidFill>'
    assert read(shape(preset("rect") + fill + line))[0] == [f"bar: {BOX} fill 1A6585 at 0.5", f"bar: {BOX} line FF0000 1"]


def test_a_quarter_turn() -> None:
    turned, _ = read(shape(preset("rtTriangle") + RED, transform='<a:xfrm rot="5400000">'))
    assert turned == ["bar: M 108 -36 L 180 -36 L 108 108 Z fill FF0000"]


def test_a_mirrored_shape() -> None:
    mirrored, _ = read(shape(preset("rtTriangle") + RED, transform='<a:xfrm flipH="1">'))
    assert mirrored == ["bar: M 216 72 L 216 0 L 72 72 Z fill FF0000"]


def test_children_of_a_group_move_grow_and_turn_with_it() -> None:
    child = '<a:chOff x="914400" y="0"/><a:chExt cx="1828800" cy="914400"/>'
    group = '<a:xfrm{}><a:off x="0" y="914400"/><a:ext cx="3657600" cy="914400"/>' + child + "</a:xfrm>"
    inside = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{{}}</p:grpSpPr>{shape(preset('rtTriangle') + RED)}</p:grpSp>"
    assert read(inside.format(group.format("")))[0] == ["bar: M 0 144 L 0 72 L 288 144 Z fill FF0000"]
    assert read(inside.format(group.format(' flipH="1"')))[0] == ["bar: M 288 144 L 288 72 L 0 144 Z fill FF0000"]


def test_a_group_lends_its_fill() -> None:
    group = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{RED}</p:grpSpPr>{shape(preset('rect') + '<a:grpFill/>')}</p:grpSp>"
    assert read(group)[0] == [f"bar: {BOX} fill FF0000"]


def test_placeholders_and_hidden_shapes_are_no_decor() -> None:
    content = shape(preset("rect") + RED)
    assert read(content.replace("<p:nvPr/>", '<p:nvPr><p:ph type="title"/></p:nvPr>')) == ([], [])
    assert read(content.replace('name="bar"', 'name="bar" hidden="1"')) == ([], [])


def test_a_cropped_picture() -> None:
    crop = '<p:blipFill><a:blip r:embed="rId2"/><a:srcRect l="50000"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    head = '<p:nvPicPr><p:cNvPr id="3" name="logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    content = f"<p:pic>{head}{crop}<p:spPr><a:xfrm>{PLACE}</a:xfrm></p:spPr></p:pic>"
    assert read(content) == ([f"logo: picture 288 0 0 72 -72 0 clip {BOX}"], [])


def test_what_older_programs_read_is_drawn() -> None:
    content = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{shape(preset('rect') + RED)}</mc:Fallback></mc:AlternateContent>"
    assert read(content)[0] == [f"bar: {BOX} fill FF0000"]


def test_static_text_follows_its_shape() -> None:
    text = "<p:txBody><a:bodyPr/><a:p><a:r><a:t>机密</a:t></a:r></a:p></p:txBody>"
    assert read(shape(preset("rect") + RED, more=text))[0] == [f"bar: {BOX} fill FF0000", "bar: 机密"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (shape(preset("cloud") + RED), "the preset shape cloud"),
        (shape('<a:custGeom><a:gdLst><a:gd name="x" fmla="?? 1"/></a:gdLst></a:custGeom>' + RED), "a formula of its freeform is wrong"),
        (shape(preset("rect") + RED, transform='<a:xfrm rot="a lot">'), "it is written wrongly"),
        (shape(preset("rect") + RED).replace('x="914400"', 'x="99999999999999"'), "it is written wrongly"),
        (
            shape('<a:custGeom><a:pathLst><a:path><a:lnTo><a:pt x="nan" y="0"/></a:lnTo></a:path></a:pathLst></a:custGeom>' + RED),
            "it is written wrongly",
        ),
        (shape(preset("rect") + '<a:gradFill><a:gsLst><a:gs pos="?"/></a:gsLst></a:gradFill>'), "it is written wrongly"),
        (shape(preset("rect") + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'), "its colour cannot be told"),
        (shape(preset("rect") + "<a:gradFill><a:gsLst/></a:gradFill>"), "its gradient has no colours"),
        (shape(preset("rect") + '<a:blipFill><a:blip r:embed="rId9"/></a:blipFill>'), "its picture is not in the file"),
        (shape(preset("rect") + '<a:blipFill><a:blip r:embed="rId3"/></a:blipFill>'), "a picture of the format EMF"),
        (
            (
                '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="bar"/><p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData '
                'uri="http://schemas.openxmlformats.org/drawingml/2006/table"/></a:graphic></p:graphicFrame>'
            ),
            "a table",
        ),
    ],
)
def test_what_a_page_cannot_show_is_named_with_the_reason(content: str, why: str) -> None:
    assert read(content) == ([], [f"bar: {why}"])


def test_a_group_or_ground_that_is_written_wrongly_is_named() -> None:
    place = '<a:xfrm rot="?"><a:off x="0" y="0"/><a:ext cx="1" cy="1"/><a:chOff x="0" y="0"/><a:chExt cx="1" cy="1"/></a:xfrm>'
    group = f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="1" name="all"/></p:nvGrpSpPr><p:grpSpPr>{place}</p:grpSpPr>{shape(preset("rect") + RED)}</p:grpSp>'
    assert read(group) == ([], ["all: it is written wrongly"])
    root, of_part = layout(""), sheet()
    root[0].insert(0, xml('<p:bg><p:bgRef idx="first"/></p:bg>'))
    assert read_background(root, of_part, PAGE) == ()
    assert [f"{each.name}: {each.why.en}" for each in of_part.skipped] == ["背景 background: it is written wrongly"]


def test_shadows_are_named_and_the_shape_is_drawn() -> None:
    content = shape(preset("rect") + RED + "<a:effectLst><a:outerShdw/></a:effectLst>")
    assert read(content) == ([f"bar: {BOX} fill FF0000"], ["bar: its shadow or other effect"])
    style = '<p:style><a:lnRef idx="0"/><a:fillRef idx="0"/><a:effectRef idx="{}"/></p:style>'
    assert read(shape(preset("rect") + RED, more=style.format(1)))[1] == []
    assert read(shape(preset("rect") + RED, more=style.format(2)))[1] == ["bar: its shadow or other effect"]


def test_a_ground_by_itself_and_by_reference() -> None:
    root = layout("")
    assert read_background(root, sheet(), PAGE) is None
    root[0].insert(0, xml(f"<p:bg><p:bgPr>{RED}</p:bgPr></p:bg>"))
    (ground,) = read_background(root, sheet(), PAGE) or ()
    assert told(ground) == "背景 background: M 0 0 L 720 0 L 720 360 L 0 360 Z fill FF0000"
    root[0][0] = xml('<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent1"/></p:bgRef></p:bg>')
    (ground,) = read_background(root, sheet(COLORS), PAGE) or ()
    assert told(ground).endswith("fill 1A6585")
