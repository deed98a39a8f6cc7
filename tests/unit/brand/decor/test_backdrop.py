from __future__ import annotations

from engine.base.units import Size, inch
from engine.brand.decor.backdrop import Backdrop, PageParts
from engine.model.theme import Color
from tests.support.decor import RED, layout, preset, shape, sheet, told, xml

SIZE = Size(inch(10), inch(5))
THEME = xml(
    '<a:theme><a:themeElements><a:clrScheme><a:dk1><a:srgbClr val="111111"/></a:dk1><a:lt1><a:srgbClr val="EEEEEE"/></a:lt1>'
    '<a:accent1><a:srgbClr val="1A6585"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)
DARK = '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" accent1="accent1"/></p:clrMapOvr>'
INK = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'


def backdrop(*roots: str, attributes: str = "", override: str = "", ground: str = "") -> Backdrop:
    parts = PageParts(sheet().package, SIZE, ("ppt/theme/theme1.xml", THEME), ())
    for number, content in enumerate(roots):
        root = layout(content, attributes if number else "")
        if number == len(roots) - 1 and override:
            root.append(xml(override))
        if number == 0 and ground:
            root[0].insert(0, xml(f"<p:bg><p:bgPr>{ground}</p:bgPr></p:bg>"))
        parts = parts.above(f"part{number}", root)
    return Backdrop(parts)


def names(of: Backdrop) -> list[str]:
    return [told(each).split(" M")[0] for each in of.drawn.decor]


MASTER, LAYOUT = shape(preset("rect") + INK, name="master"), shape(preset("rect") + RED, name="layout")


def test_shapes_of_the_master_lie_below_those_of_the_layout() -> None:
    assert names(backdrop(MASTER, LAYOUT)) == ["master:", "layout:"]


def test_a_layout_may_hide_those_of_its_master() -> None:
    assert names(backdrop(MASTER, LAYOUT, attributes='showMasterSp="0"')) == ["layout:"]


def test_colours_are_those_of_the_layout_on_the_master_too() -> None:
    plain, dark = backdrop(MASTER, LAYOUT), backdrop(MASTER, LAYOUT, override=DARK)
    assert told(plain.drawn.decor[0]).endswith("fill 111111") and plain.drawn.background == Color("EEEEEE", "bg1")
    assert told(dark.drawn.decor[0]).endswith("fill EEEEEE") and dark.drawn.background == Color("111111", "bg1")


def test_a_flat_ground_is_the_background_and_no_decor() -> None:
    drawn = backdrop("", "", ground=RED).drawn
    assert (drawn.background, drawn.decor) == (Color("FF0000"), ())


def test_a_ground_that_is_no_flat_colour_is_drawn_first() -> None:
    blend = '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="00FF00"/></a:gs><a:gs pos="100000"><a:srgbClr val="0000FF"/></a:gs></a:gsLst></a:gradFill>'
    drawn = backdrop("", LAYOUT, ground=blend).drawn
    assert drawn.background == Color("00FF00")
    assert [told(each).split(" M")[0] for each in drawn.decor] == ["背景 background:", "layout:"]


def test_it_is_read_once_and_only_when_asked() -> None:
    parts = PageParts(sheet().package, SIZE, ("", THEME), ())
    lazy = Backdrop(parts)
    assert "drawn" not in vars(lazy)
    full = backdrop(MASTER)
    assert full.drawn is full.drawn
