from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Length, Rect, emu, inch
from engine.layout.grid import Grid, split_across, split_down

SLIDE_BODY = Rect(emu(609_600), inch(1.68), inch(12), inch(5.12))


@pytest.mark.parametrize(
    ("first", "span", "x", "width"),
    [(1, 1, 0.6667, 0.78), (1, 3, 0.6667, 2.82), (5, 4, 4.7467, 3.84), (9, 4, 8.8267, 3.84), (8, 5, 7.8067, 4.86), (1, 12, 0.6667, 12.0)],
)
def test_columns_of_the_default_slide(first: int, span: int, x: float, width: float) -> None:
    left, across = Grid.over(SLIDE_BODY).column(first, span)
    assert (round(left.inches, 4), round(across.inches, 4)) == (x, width)


def test_gutter_and_column_are_exact_on_the_default_slide() -> None:
    assert Grid.over(SLIDE_BODY).gutter == 219_456
    assert Grid.over(SLIDE_BODY).column(2) == (609_600 + 932_688, 713_232)


@pytest.mark.parametrize(("first", "span"), [(0, 1), (12, 2), (1, 13), (3, 0)])
def test_outside_the_grid(first: int, span: int) -> None:
    with pytest.raises(ValueError, match="not on a grid of 12"):
        Grid.over(SLIDE_BODY).column(first, span)


def test_cell_is_a_box_over_columns() -> None:
    cell = Grid.over(SLIDE_BODY).cell(10, 3, inch(2), inch(1))
    assert (cell.y, cell.height, cell.right) == (inch(2), inch(1), SLIDE_BODY.right)


@given(st.integers(1_000_000, 20_000_000), st.integers(0, 1_000_000), st.integers(1, 11))
def test_neighbours_are_a_gutter_apart_and_the_last_ends_at_the_edge(width: int, x: int, first: int) -> None:
    grid = Grid.over(Rect(Length(x), Length(0), Length(width), Length(100)))
    left, across = grid.column(first)
    assert grid.column(first + 1)[0] - (left + across) == grid.gutter
    last, wide = grid.column(first + 1, 12 - first)
    assert last + wide == grid.body.right


@given(st.integers(100_000, 20_000_000), st.integers(1, 8), st.integers(0, 10_000))
def test_splits_fill_the_area_with_gaps(size: int, count: int, gap: int) -> None:
    area = Rect(Length(7), Length(9), Length(size), Length(size))
    across, down = split_across(area, count, Length(gap)), split_down(area, count, Length(gap))
    assert (across[0].x, across[-1].right, down[0].y, down[-1].bottom) == (area.x, area.right, area.y, area.bottom)
    assert all(right.x - left.right == gap for left, right in pairwise(across))
    assert all(below.y - above.bottom == gap for above, below in pairwise(down))
    assert max(box.width for box in across) - min(box.width for box in across) <= 1
