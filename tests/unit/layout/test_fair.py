from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Length, inch
from engine.layout.fair import fair_widths


@pytest.mark.parametrize(
    ("needs", "total", "expected"),
    [
        ([1, 2, 3], 10, [1, 2, 3]),  # enough for all
        ([1, 5, 5], 7, [1, 3, 3]),
        ([5, 1, 9], 6, [2.5, 1, 2.5]),
        ([4, 4], 0, [0, 0]),
        ([4, 4], -1, [0, 0]),
        ([], 3, []),
    ],
)
def test_small_needs_are_met_and_large_ones_share(needs: list[float], total: float, expected: list[float]) -> None:
    assert [width.inches for width in fair_widths([inch(need) for need in needs], inch(total))] == expected


@given(st.lists(st.integers(0, 10_000).map(Length), max_size=8), st.integers(0, 30_000).map(Length))
def test_nobody_gets_more_than_asked_and_all_together_no_more_than_there_is(needs: list[Length], total: Length) -> None:
    widths = fair_widths(needs, total)
    assert all(0 <= width <= need for width, need in zip(widths, needs, strict=True))
    assert sum(widths) <= total
