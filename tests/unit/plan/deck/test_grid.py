from __future__ import annotations

import pytest

from engine.base.units import Rect, inch
from engine.plan.deck.grid import column_frames, flow_rows, row_frames, row_slices
from tests.support.planning import BODY, in_inches

GAP = inch(0.24)


@pytest.mark.parametrize(
    ("count", "widest", "rows"),
    [
        (0, 3, ()),
        (1, 3, (1,)),
        (3, 3, (3,)),
        (4, 3, (2, 2)),
        (5, 3, (3, 2)),
        (6, 3, (3, 3)),
        (7, 3, (3, 2, 2)),
        (4, 1, (1, 1, 1, 1)),
        (5, 6, (5,)),
    ],
)
def test_rows_are_even(count: int, widest: int, rows: tuple[int, ...]) -> None:
    assert flow_rows(count, widest) == rows


def test_each_row_fills_the_width() -> None:
    """The tiles of slide 04, five of them: three of 3.84 in over two of 5.88 in."""
    frames = [in_inches(frame) for frame in row_frames(BODY, (3, 2), GAP)]
    assert frames == ["0.67 1.68 3.84×2.44", "4.75 1.68 3.84×2.44", "8.83 1.68 3.84×2.44", "0.67 4.36 5.88×2.44", "6.79 4.36 5.88×2.44"]


def test_columns_by_twelfths_keep_the_gutter() -> None:
    """9 + 3 of twelve columns: 8.94 in beside 2.82 in, as in slide 05."""
    assert [in_inches(frame) for frame in column_frames(BODY, (9, 3), GAP)] == ["0.67 1.68 8.94×5.12", "9.85 1.68 2.82×5.12"]
    (whole,) = column_frames(Rect.inches(0, 0, 6, 1), (5,), GAP)
    assert in_inches(whole) == "0 0 6×1"


def test_items_of_each_row() -> None:
    assert row_slices("abcde", (3, 2)) == [("a", "b", "c"), ("d", "e")]
    assert row_slices("", ()) == []
