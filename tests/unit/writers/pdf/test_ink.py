from __future__ import annotations

import pytest

from engine.base.units import Point, Rect, pt
from engine.model.deck import Line, Polygon, Shape, Stroke
from engine.model.decor import Pen
from engine.model.theme import Color
from engine.writers.pdf.ink import colour_operands, inks, number, operators
from engine.writers.pdf.layers import Drawn
from engine.writers.pdf.marks import Ink

RED, BLUE = Color("FF0000"), Color("0000FF")


def square(x: float, fill: Color | None = RED, stroke: Stroke | None = None) -> Shape:
    return Shape("s", Rect(pt(x), pt(0), pt(2), pt(2)), fill=fill, stroke=stroke)


def drawn(*shapes: Drawn) -> list[str]:
    return [operators(ink).decode() for ink in inks(shapes)]


def test_neighbours_of_one_colour_are_one_path() -> None:
    assert drawn(square(0), square(5), square(9, BLUE)) == [
        "1 0 0 rg 0 0 m 2 0 l 2 2 l 0 2 l h 5 0 m 7 0 l 7 2 l 5 2 l h f",
        "0 0 1 rg 9 0 m 11 0 l 11 2 l 9 2 l h f",
    ]


def test_a_stroke_lies_upon_what_came_before_and_under_what_follows() -> None:
    lines = drawn(square(0), square(0, None, Stroke(BLUE, 1.5)), square(5))
    assert [line.split()[-1] for line in lines] == ["f", "S", "f"]
    assert lines[1] == "0 0 1 RG 1.5 w 0 j [] 0 d 0 0 m 2 0 l 2 2 l 0 2 l h S"


def test_dashes_grow_with_the_pen() -> None:
    line = Line("l", Point(pt(0), pt(0)), Point(pt(9), pt(0)), Stroke(RED, 2, dashed=True))
    assert drawn(line) == ["1 0 0 RG 2 w 0 j [6 2] 0 d 0 0 m 9 0 l S"]


def test_a_freeform_is_filled() -> None:
    corner = Polygon("p", (Point(pt(0), pt(0)), Point(pt(1), pt(0)), Point(pt(0), pt(1))), BLUE)
    assert drawn(corner) == ["0 0 1 rg 0 0 m 1 0 l 0 1 l h f"]


def test_nothing_draws_nothing() -> None:
    assert inks([square(0, None)]) == ()


def test_what_is_filled_and_stroked_is_so_at_once() -> None:
    outline = (("m", (0.0, 0.0)), ("l", (1.0, 1.0)))
    assert operators(Ink((outline,), RED, Pen(BLUE, 1, join="round"))) == b"1 0 0 rg 0 0 1 RG 1 w 1 j [] 0 d 0 0 m 1 1 l B"


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (12.346, "12.35"), (100.0, "100"), (0.5, "0.5")])
def test_numbers_are_as_short_as_exact(value: float, text: str) -> None:
    assert number(value) == text


def test_colours_are_parts_of_one() -> None:
    assert colour_operands(Color("1A6585")) == "0.102 0.3961 0.5216"
