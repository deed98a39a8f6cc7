from __future__ import annotations

import pytest

from engine.brand.decor.pens import heads, shape_pen
from engine.brand.decor.placement import SAME
from engine.brand.decor.preset_box import opened
from engine.model.decor import Pen
from engine.model.theme import Color
from tests.support.decor import PLACE, RED, shape, sheet, told, xml

STYLE = '<p:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef></p:style>'


def pen(line: str, style: str = "") -> Pen | None:
    node = xml(shape(line, more=style))
    return shape_pen(node, node[1], sheet())


def test_a_line_says_how_it_looks() -> None:
    assert pen("") is None
    assert pen(f"<a:ln>{RED}</a:ln>") == Pen(Color("FF0000"), 0.75, join="round")
    assert pen(f'<a:ln w="25400" cap="sq">{RED}<a:prstDash val="sysDot"/><a:bevel/></a:ln>') == Pen(
        Color("FF0000"), 2, (2, 2), "bevel", "square"
    )
    assert pen(f'<a:ln w="12700">{RED}<a:custDash><a:ds d="300000" sp="100000"/></a:custDash></a:ln>') == Pen(
        Color("FF0000"), 1, (3, 1), "round"
    )
    faint = pen('<a:ln w="12700"><a:solidFill><a:srgbClr val="FF0000"><a:alpha val="40000"/></a:srgbClr></a:solidFill></a:ln>')
    assert faint is not None and faint.opacity == 0.4


def test_what_a_line_does_not_say_is_that_of_the_style() -> None:
    assert pen("", STYLE) == Pen(Color("1A6585"), 2, (8, 6), "miter", "round")
    assert pen(f'<a:ln w="12700">{RED}</a:ln>', STYLE) == Pen(Color("FF0000"), 1, (4, 3), "miter", "round")
    assert pen("<a:ln><a:noFill/></a:ln>", STYLE) is None
    assert pen("", STYLE.replace('idx="1"', 'idx="0"')) is None


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("triangle", "M 100 0 L 94 3 L 94 -3 Z fill FF0000"),
        ("stealth", "M 100 0 L 94 3 L 96.4 0 L 94 -3 Z fill FF0000"),
        ("arrow", "M 94 3 L 100 0 L 94 -3 line FF0000 2"),
        ("diamond", "M 103 0 L 100 3 L 97 0 L 100 -3 Z fill FF0000"),
    ],
)
def test_heads_of_arrows(kind: str, head: str) -> None:
    placed = SAME.place(xml(f"<a:xfrm>{PLACE.replace('914400', '0', 1)}</a:xfrm>"))
    properties = xml(f'<p:spPr><a:ln><a:headEnd type="none"/><a:tailEnd type="{kind}"/></a:ln></p:spPr>')
    (found,) = heads(properties, opened((0, 0), (100, 0)), placed, Pen(Color("FF0000"), 2, (1, 1)), "bar")
    assert told(found) == f"bar: {head}"


def test_a_point_has_no_direction() -> None:
    placed = SAME.place(xml(f"<a:xfrm>{PLACE}</a:xfrm>"))
    properties = xml('<p:spPr><a:ln><a:headEnd type="oval"/><a:tailEnd type="oval"/></a:ln></p:spPr>')
    assert not list(heads(properties, opened((0, 0), (0, 0)), placed, Pen(Color("FF0000"), 2), "bar"))
    assert len(list(heads(properties, opened((0, 0), (5, 5)), placed, Pen(Color("FF0000"), 2), "bar"))) == 2
