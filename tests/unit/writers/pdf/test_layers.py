from __future__ import annotations

from engine.base.units import Point, Rect, pt
from engine.model.deck import Element, Line, Polygon, Shape, Stroke, TextBox
from engine.model.theme import Color
from engine.writers.pdf.layers import extent_of, stacks

INK = Color("14232F")


def shape(name: str, x: float, width: float = 10) -> Shape:
    return Shape(name, Rect(pt(x), pt(0), pt(width), pt(10)), fill=INK)


def text(name: str, x: float, width: float = 10) -> TextBox:
    return TextBox(name, Rect(pt(x), pt(0), pt(width), pt(10)), ())


def levels(*elements: Element) -> list[str]:
    return [f"{' '.join(s.name for s in stack.shapes)} / {' '.join(c.name for c in stack.contents)}" for stack in stacks(elements)]


def test_cards_side_by_side_share_one_layer() -> None:
    assert levels(shape("card1", 0), text("t1", 0), shape("card2", 20), text("t2", 20)) == ["card1 card2 / t1 t2"]


def test_a_shape_upon_text_opens_a_layer_above_it() -> None:
    assert levels(text("chart", 0), shape("mark", 5), text("note", 0)) == [" / chart", "mark / note"]


def test_a_shape_upon_a_raised_shape_rises_with_it() -> None:
    assert levels(text("chart", 0), shape("mark", 5, 40), shape("dot", 30), shape("far", 90)) == ["far / chart", "mark dot / "]


def test_touching_is_not_covering() -> None:
    assert levels(text("left", 0), shape("right", 10)) == ["right / left"]


def test_an_empty_slide_has_one_empty_level() -> None:
    assert levels() == [" / "]


def test_extents_hold_half_the_stroke() -> None:
    stroke = Stroke(INK, 2)
    assert extent_of(Line("l", Point(pt(5), pt(5)), Point(pt(1), pt(5)), stroke)) == (0, 4 * 12700, 6 * 12700, 6 * 12700)
    assert extent_of(Shape("s", Rect(pt(1), pt(1), pt(2), pt(2)), stroke=stroke)) == (0, 0, 4 * 12700, 4 * 12700)
    points = (Point(pt(3), pt(4)), Point(pt(1), pt(9)), Point(pt(2), pt(2)))
    assert extent_of(Polygon("p", points, INK)) == (12700, 2 * 12700, 3 * 12700, 9 * 12700)
