from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.brand.decor.tracing import Tracer
from tests.support.decor import steps


def test_a_path_is_what_was_drawn() -> None:
    tracer = Tracer().move(0, 0).line((10, 0), (10, 10)).quadratic((5, 15), (0, 10)).close()
    path = tracer.path(shade=None, stroked=False)
    assert steps(path.outline) == "M 0 0 L 10 0 L 10 10 C 6.67 13.33 3.33 13.33 0 10 Z"
    assert (path.shade, path.stroked) == (None, False)


def test_a_quarter_of_a_circle() -> None:
    assert steps(Tracer().move(0, 10).arc(10, 10, 180, 90).path().outline) == "M 0 10 C 0 4.48 4.48 0 10 0"


def test_three_quarters_against_the_clock() -> None:
    path = steps(Tracer().move(10, 0).arc(10, 10, 270, -270).path().outline)
    assert path == "M 10 0 C 4.48 0 0 4.48 0 10 C 0 15.52 4.48 20 10 20 C 15.52 20 20 15.52 20 10"


def test_a_whole_ellipse_comes_back() -> None:
    outline = Tracer().move(0, 5).arc(10, 5, 180, 360).path().outline
    assert len(outline) == 5 and outline[-1][1][-2:] == pytest.approx((0, 5))


@given(st.floats(1, 500), st.floats(1, 500), st.floats(-720, 720), st.floats(-359, 359))
def test_an_arc_ends_where_its_ellipse_is_seen_at_the_end_angle(across: float, down: float, start: float, sweep: float) -> None:
    def seen(degrees: float) -> tuple[float, float]:
        angle = math.radians(degrees)
        reach = 1 / math.hypot(math.cos(angle) / across, math.sin(angle) / down)
        return reach * math.cos(angle), reach * math.sin(angle)

    outline = Tracer().move(*seen(start)).arc(across, down, start, sweep).path().outline
    assert outline[-1][1][-2:] == pytest.approx(seen(start + sweep), abs=0.5)
