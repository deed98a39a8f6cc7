"""FIT003: an element stands outside its slide."""

from __future__ import annotations

from engine.base.units import Point, Rect, inch
from engine.checks.fit003_off_slide import frame_of, run
from engine.model.deck import Element, Line, Polygon, Shape, Stroke
from engine.model.theme import Color
from tests.support.checks import deck_of

INK = Color("14232F")


def box(x: float, y: float, width: float, height: float) -> Shape:
    return Shape("s/box", Rect.inches(x, y, width, height), fill=INK)


def found(*elements: Element) -> list[str]:
    return [f"{item.code} {item.message.zh}" for item in run(deck_of(*elements))]


def test_an_element_over_the_edge_is_named() -> None:
    assert found(box(13, 1, 2, 1)) == ["FIT003 第 1 页的“s/box”伸出页面"]
    assert found(box(-0.5, 1, 2, 1)) == ["FIT003 第 1 页的“s/box”伸出页面"]


def test_inside_and_touching_the_edge_is_fine() -> None:
    assert found(box(0, 0, 13.333, 7.5), box(11, 1, 2, 1)) == []


def test_lines_and_polygons_have_frames_too() -> None:
    line = Line("s/line", Point(inch(4), inch(3)), Point(inch(1), inch(2)), Stroke(INK, 1))
    assert frame_of(line) == Rect.inches(1, 2, 3, 1)
    polygon = Polygon("s/polygon", (Point(inch(1), inch(1)), Point(inch(14), inch(1)), Point(inch(2), inch(3))), INK)
    assert frame_of(polygon) == Rect.inches(1, 1, 13, 2)
    assert found(polygon) == ["FIT003 第 1 页的“s/polygon”伸出页面"]
