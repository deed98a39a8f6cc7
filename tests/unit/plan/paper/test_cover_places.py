from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Size, inch
from engine.plan.paper.cover_places import cover_places
from engine.plan.paper.geometry import A4_HEIGHT, PageFrame

A4 = PageFrame(Size(inch(8.268), A4_HEIGHT), top=inch(0.92))
LETTER = PageFrame(Size(inch(8.5), inch(11)), inch(3.3), inch(2.4), inch(1.4), right=inch(0.5))


def test_a_dark_cover_has_its_skyline_from_edge_to_edge() -> None:
    places = cover_places(A4)
    assert (places.horizon, places.tallest, places.span) == (inch(7.46), inch(2.55), (0, inch(8.268)))
    assert places.fact_rows(4) == (inch(0.4), inch(8.86))


def test_a_light_cover_stays_between_header_and_footer() -> None:
    places = cover_places(LETTER, light=True)
    row, top = places.fact_rows(7)
    assert places.span == (inch(3.3), LETTER.width)
    assert places.unit == inch(2.4) < places.title < places.horizon - places.tallest
    assert top + row * 7 <= places.note < LETTER.size.height - LETTER.bottom


@given(st.integers(1, 60), st.booleans())
def test_bars_stand_on_the_horizon_side_by_side(count: int, light: bool) -> None:
    places = cover_places(LETTER, light=light)
    bars = [places.bar(index, count, 1.0) for index in range(count)]
    assert all(one.right <= other.x for one, other in pairwise(bars))
    assert {bar.bottom for bar in bars} == {places.horizon}
    assert places.reflection(bars[-1]).right <= places.span[0] + places.span[1] + 10


def test_the_words_of_the_peak_are_flush_with_it() -> None:
    places = cover_places(A4)
    at, at_left = places.peak(0, 10, inch(2.6), inch(0.5))
    assert (at.x, at_left) == (0, True)
    at, at_left = places.peak(9, 10, inch(2.6), inch(0.5))
    assert (at.x + inch(2.6), at_left) == (places.bar(9, 10, 1.0).right, False)
