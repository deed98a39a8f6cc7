"""Figures read from bytes are those that `float` reads, and only where the cell grammar reads plain figures."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sources.bulk import plain_figures
from engine.sources.long_figures import LONGEST, read_figures
from engine.sources.long_split import split


def read(cells: list[str]) -> list[float | None] | None:
    parts = split(("\n".join(cells) + "\n").encode(), 0, ord("\t"))
    assert parts is not None
    starts = np.concatenate([[31], parts.ends[:-1]]).astype(np.int32) + np.int32(1)
    into = np.empty(len(cells))
    if not read_figures(parts.text, starts, parts.ends, into):
        return None
    return [None if math.isnan(value) else value for value in into.tolist()]


CELLS = st.one_of(
    st.from_regex(r"-?(0|[1-9][0-9]{0,12})(\.[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["", "-0", "0.0", "999999999999999", "-999999999999.999", "0.1", "0.7", "4.35", "2.675"]),
    st.text("0123456789.-,x", max_size=8),
)


@given(st.lists(CELLS, min_size=1, max_size=12))
def test_the_same_numbers_as_one_by_one(cells: list[str]) -> None:
    found = read(cells)
    plain = plain_figures([*cells, "1"])
    if found is not None:
        assert plain is not None
        assert list(map(repr, found)) == list(map(repr, plain[:-1]))
    elif plain is not None:
        assert any(len(cell) > LONGEST or sum(character.isdigit() for character in cell) > 15 for cell in cells)


@pytest.mark.parametrize(
    "cell", ["1.", ".5", "-", "--1", "01", "-01", "1-2", "1.2.3", "1,2", "+1", "1e5", " 1", "1234567890123456", "1.2345678901234567"]
)
def test_anything_else_is_left_to_others(cell: str) -> None:
    assert read(["1", cell]) is None


def test_blanks_are_missing() -> None:
    assert read(["", "-2.5", ""]) == [None, -2.5, None]
    assert read([""]) == [None]
