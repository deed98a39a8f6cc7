from __future__ import annotations

import datetime as dt
from array import array

from engine.model.packed import Figures, Words, distinct

NAN = float("nan")
JULY = dt.date(2025, 7, 1)


def figures(*values: float) -> Figures:
    return Figures(memoryview(array("d", values)))


def words(codes: list[int], *cells: str | dt.date | None) -> Words:
    return Words(memoryview(array("i", codes)), cells)


def test_figures_are_a_sequence_of_numbers_and_none() -> None:
    column = figures(1.5, NAN, -2.0)
    assert list(column) == [1.5, None, -2.0]
    assert (column[0], column[1], column[-1], len(column)) == (1.5, None, -2.0, 3)
    assert list(column[1:]) == [None, -2.0]
    assert None in column
    assert 7.0 not in column


def test_words_are_a_sequence_of_cells() -> None:
    column = words([0, 1, 0, 2], "抖音", None, JULY)
    assert list(column) == ["抖音", None, "抖音", JULY]
    assert (column[2], column[-1], len(column)) == ("抖音", JULY, 4)
    assert list(column[1:3]) == [None, "抖音"]


def test_columns_are_equal_when_their_cells_are() -> None:
    assert figures(1, NAN) == figures(1, NAN)
    assert figures(1, 2) != figures(1, 3)
    assert figures(1) != figures(1, 1)
    assert words([0, 1], "a", "b") == words([1, 0], "b", "a")
    assert hash(words([0, 1], "a", "b")) == hash(words([1, 0], "b", "a"))
    assert hash(figures(1, NAN)) == hash(figures(1, NAN))
    assert words([0], "a") != figures(1)


def test_distinct_cells_come_as_they_first_appear() -> None:
    assert distinct(words([2, 0, 1, 2], "a", None, "c")) == ("c", "a")
    assert distinct(("b", None, "a", "b")) == ("b", "a")
    assert distinct(figures(3, NAN, 3, 1)) == (3.0, 1.0)
