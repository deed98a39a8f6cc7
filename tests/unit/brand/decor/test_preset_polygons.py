from __future__ import annotations

import pytest

from engine.brand.decor.preset_box import Box
from engine.brand.decor.preset_polygons import POLYGONS
from tests.support.decor import traces


@pytest.mark.parametrize(
    ("name", "guides", "expected"),
    [
        ("rect", {}, "M 0 0 L 200 0 L 200 100 L 0 100 Z"),
        ("triangle", {}, "M 0 100 L 100 0 L 200 100 Z"),
        ("triangle", {"adj": 0}, "M 0 100 L 0 0 L 200 100 Z"),
        ("parallelogram", {}, "M 0 100 L 25 0 L 200 0 L 175 100 Z"),
        ("trapezoid", {}, "M 0 100 L 25 0 L 175 0 L 200 100 Z"),
        ("hexagon", {}, "M 0 50 L 25 0 L 175 0 L 200 50 L 175 100 L 25 100 Z"),
        ("chevron", {}, "M 0 0 L 150 0 L 200 50 L 150 100 L 0 100 L 50 50 Z"),
        ("homePlate", {}, "M 0 0 L 150 0 L 200 50 L 150 100 L 0 100 Z"),
        ("rightArrow", {}, "M 0 25 L 150 25 L 150 0 L 200 50 L 150 100 L 150 75 L 0 75 Z"),
        ("leftArrow", {}, "M 200 25 L 50 25 L 50 0 L 0 50 L 50 100 L 50 75 L 200 75 Z"),
        ("downArrow", {}, "M 50 0 L 50 50 L 0 50 L 100 100 L 200 50 L 150 50 L 150 0 Z"),
        ("plus", {}, "M 0 25 L 25 25 L 25 0 L 175 0 L 175 25 L 200 25 L 200 75 L 175 75 L 175 100 L 25 100 L 25 75 L 0 75 Z"),
        ("frame", {}, "M 0 0 L 200 0 L 200 100 L 0 100 Z M 12.5 12.5 L 12.5 87.5 L 187.5 87.5 L 187.5 12.5 Z"),
        ("diagStripe", {}, "M 0 50 L 100 0 L 200 0 L 0 100 Z"),
        ("corner", {}, "M 0 0 L 50 0 L 50 50 L 200 50 L 200 100 L 0 100 Z"),
        ("bentConnector3", {}, "M 0 0 L 100 0 L 100 100 L 200 100"),
    ],
)
def test_outlines_in_a_box_of_200_by_100(name: str, guides: dict[str, float], expected: str) -> None:
    assert traces(POLYGONS[name](Box(200, 100, guides)))[0] == expected


def test_a_star_has_two_points_for_each_tip() -> None:
    (star,) = POLYGONS["star5"](Box(100, 100, {}))
    assert len(star.outline) == 5 * 2 + 1
    assert star.outline[0][1] == pytest.approx((50, 0))


@pytest.mark.parametrize("name", POLYGONS)
def test_every_polygon_stays_in_its_box_and_survives_an_empty_one(name: str) -> None:
    for wide, high in ((120.0, 80.0), (80.0, 120.0), (0.0, 50.0), (50.0, 0.0), (0.0, 0.0)):
        for trace in POLYGONS[name](Box(wide, high, {})):
            for _, points in trace.outline:
                assert all(-0.6 <= x <= wide + 0.6 and -0.6 <= y <= high + 0.6 for x, y in zip(points[::2], points[1::2], strict=True))


def test_the_sides_of_a_cube_are_lighter_and_darker() -> None:
    assert [trace.shade for trace in POLYGONS["cube"](Box(100, 100, {}))] == [0.0, 0.2, -0.2]
