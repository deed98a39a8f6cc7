from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.charts.lone_points import lone_points
from engine.model.theme import Color
from tests.support.charts import look

INK = Color("1A6585")
Points = tuple[float | None, ...]


@pytest.mark.parametrize(
    ("values", "alone"),
    [
        ((5.0, None, 4.5, 3.0), (5.0, None, None, None)),
        ((None, 2.0, None), (None, 2.0, None)),
        ((1.0, 2.0, None, 3.0), (None, None, None, 3.0)),
        ((7.0,), (7.0,)),
        ((0.0, None), (0.0, None)),
    ],
)
def test_a_value_between_gaps_becomes_a_dot(values: Points, alone: Points) -> None:
    (dots,) = lone_points("商城", values, "#,##0", INK, look())
    assert (dots.name, dots.values, dots.pen) == ("商城（单点）", alone, None)
    assert dots.marker is not None and dots.marker.fill == INK


@pytest.mark.parametrize("values", [(1.0, 2.0, 3.0), (None, None), (1.0, 2.0, None, 3.0, 4.0), ()])
def test_a_line_that_is_drawn_needs_none(values: Points) -> None:
    assert lone_points("商城", values, "#,##0", INK, look()) == ()


def test_its_name_follows_the_language() -> None:
    (dots,) = lone_points("Shop", (1.0,), "0", INK, look(language=Language.EN))
    assert dots.name == "Shop (single points)"
