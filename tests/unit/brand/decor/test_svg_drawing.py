from __future__ import annotations

import pytest

from engine.brand.decor.svg_drawing import SvgShape, svg_shapes
from engine.model.decor import Flat
from engine.model.theme import Color
from tests.support.decor import numbers, steps


def shapes(content: str, window: str = 'viewBox="0 0 10 20"') -> tuple[SvgShape, ...]:
    found = svg_shapes(f'<svg xmlns="http://www.w3.org/2000/svg" {window}>{content}</svg>'.encode())
    assert found is not None
    return found


def test_a_path_fills_the_unit_square() -> None:
    (found,) = shapes('<path d="M0 0H10V20z" fill="#1a6585"/>')
    assert (steps(found.outline), found.fill, found.pen, found.winding) == ("M 0 0 L 1 0 L 1 1 Z", Flat(Color("1A6585")), None, True)


@pytest.mark.parametrize(
    ("content", "outline"),
    [
        ('<rect x="1" y="2" width="5" height="10"/>', "M 0.1 0.1 L 0.6 0.1 L 0.6 0.6 L 0.1 0.6 Z"),
        ('<polygon points="0,0 10,0 10,20"/>', "M 0 0 L 1 0 L 1 1 Z"),
        ('<polyline points="0 0 10 20"/>', "M 0 0 L 1 1"),
        ('<line x2="10" y2="20"/>', "M 0 0 L 1 1"),
        ('<g transform="translate(5 10) scale(.5)"><path d="M0 0L10 20"/></g>', "M 0.5 0.5 L 1 1"),
        ('<path transform="rotate(180 5 10)" d="M0 0L10 20"/>', "M 1 1 L 0 0"),
        ('<path transform="matrix(1 0 0 1 0 20)" d="M0 0L10 0"/>', "M 0 1 L 1 1"),
    ],
)
def test_shapes_and_transforms(content: str, outline: str) -> None:
    assert steps(shapes(content)[0].outline) == outline


def test_circles_and_round_corners_are_curves() -> None:
    circle, rounded = shapes('<circle cx="5" cy="10" r="5"/><rect width="10" height="10" rx="2"/>')
    assert [sum(name == "c" for name, _ in each.outline) for each in (circle, rounded)] == [4, 4]
    assert circle.outline[0][1] == pytest.approx((0, 0.5))


def test_looks_come_from_attributes_classes_and_styles() -> None:
    style = "<style>.a,.b{fill:#f00}.b{opacity:.5}</style>"
    found = shapes(
        f'{style}<g fill="blue"><path d="M0 0"/><path class="b" d="M0 0"/>'
        '<path class="a" style="fill:rgb(0,255,0);fill-rule:evenodd" d="M0 0"/></g>'
    )
    assert [each.fill for each in found] == [Flat(Color("0000FF")), Flat(Color("FF0000"), 0.5), Flat(Color("00FF00"))]
    assert [each.winding for each in found] == [True, True, False]


def test_lines_are_as_wide_as_the_drawing_is_large() -> None:
    (found,) = shapes(
        '<path d="M0 0L1 1" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/>', 'width="10" height="10"'
    )
    assert found.fill is None and found.pen is not None
    assert (found.pen.color, round(found.pen.width, 6), found.pen.cap) == (Color("000000"), 0.2, "round")
    assert numbers(found.outline[1][1]) == "0.1 0.1"


def test_what_is_not_shown() -> None:
    (found,) = shapes(
        '<title>Logo</title><defs><path d="M0 0"/></defs><path d="M0 0" display="none"/><path d="M0 0" visibility="hidden"/><path d="M1 1"/>'
    )
    assert steps(found.outline) == "M 0.1 0.05"


@pytest.mark.parametrize(
    "content",
    [
        "<text>ACME</text>",
        '<image href="http://example.com/a.png"/>',
        '<use href="#a"/>',
        '<path d="M0 0" fill="url(#g)"/>',
        '<path d="M0 0" mask="url(#m)"/>',
        '<path d="M0 0" fill="#12345680"/>',
        '<path d="M0 0" transform="skewX(3)"/>',
        "<style>path{fill:red}</style><path d='M0 0'/>",
        '<path d="nothing"/>',
        "",
    ],
)
def test_more_than_outlines_is_not_read(content: str) -> None:
    assert svg_shapes(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{content}</svg>'.encode()) is None


ENTITY = b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'


@pytest.mark.parametrize("blob", [b"<html/>", b"<svg", ENTITY])
def test_what_is_no_drawing(blob: bytes) -> None:
    assert svg_shapes(blob) is None
