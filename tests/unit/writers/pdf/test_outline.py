from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Point, Rect, pt
from engine.model.deck import Geometry, Line, Polygon, Shape, Stroke
from engine.model.decor import Outline
from engine.model.theme import Color
from engine.writers.pdf.outline import ellipse, line_outline, polygon, polygon_outline, round_rect, shape_outline

INK = Color("14232F")
FRAME = Rect(pt(10), pt(20), pt(40), pt(30))


def corners(outline: Outline) -> list[tuple[float, ...]]:
    return [operands[-2:] for _, operands in outline if operands]


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        (Geometry.RECT, [(10, 20), (50, 20), (50, 50), (10, 50)]),
        (Geometry.DIAMOND, [(30, 20), (50, 35), (30, 50), (10, 35)]),
        (Geometry.TRIANGLE, [(30, 20), (50, 50), (10, 50)]),
        (Geometry.TRIANGLE_DOWN, [(10, 20), (50, 20), (30, 50)]),
        (Geometry.CHEVRON, [(10, 20), (45, 20), (50, 35), (45, 50), (10, 50), (15, 35)]),
        (Geometry.HOME_PLATE, [(10, 20), (45, 20), (50, 35), (45, 50), (10, 50)]),
        (Geometry.PARALLELOGRAM, [(15, 20), (50, 20), (45, 50), (10, 50)]),
    ],
)
def test_presets_have_the_corners_of_drawingml(geometry: Geometry, expected: list[tuple[float, float]]) -> None:
    assert corners(shape_outline(Shape("s", FRAME, geometry, INK, radius=pt(5)))) == expected


@pytest.mark.parametrize("geometry", list(Geometry))
def test_every_outline_fills_its_frame_and_closes(geometry: Geometry) -> None:
    outline = shape_outline(Shape("s", FRAME, geometry, INK, radius=pt(5)))
    points = corners(outline)
    assert outline[-1] == ("h", ())
    assert (min(x for x, _ in points), max(x for x, _ in points)) == (10, 50)
    assert (min(y for _, y in points), max(y for _, y in points)) == (20, 50)


coordinates = st.tuples(st.integers(-50, 50), st.integers(-50, 50)).map(lambda point: (float(point[0]), float(point[1])))


@given(st.lists(coordinates, min_size=3, max_size=8))
def test_polygons_turn_clockwise_whatever_way_they_are_given(points: list[tuple[float, float]]) -> None:
    for given_order in (points, points[::-1]):
        turned = corners(polygon(*given_order))
        assert sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(turned, turned[1:] + turned[:1], strict=True)) >= 0


def test_a_radius_stops_at_half_the_shorter_side() -> None:
    assert round_rect(0, 0, 40, 10, 99) == round_rect(0, 0, 40, 10, 5)


def test_an_ellipse_touches_the_middles_of_its_sides() -> None:
    assert corners(ellipse(0, 0, 40, 20)) == [(20, 0), (40, 10), (20, 20), (0, 10), (20, 0)]


def test_freeforms_and_lines_keep_their_points() -> None:
    points = (Point(pt(0), pt(0)), Point(pt(9), pt(0)), Point(pt(0), pt(9)))
    assert corners(polygon_outline(Polygon("p", points, INK))) == [(0, 0), (9, 0), (0, 9)]
    assert line_outline(Line("l", points[0], points[2], Stroke(INK, 1))) == (("m", (0, 0)), ("l", (0, 9)))
