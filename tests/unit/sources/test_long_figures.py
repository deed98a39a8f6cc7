"""Figures read from bytes are those that `float` reads, and only where the cell grammar reads plain figures."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sources.cells import read_number
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


PLAIN = re.compile(r"(-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]+)?)?")
CELLS = st.one_of(
    st.from_regex(r"-?[1-9][0-9]{0,2}(,[0-9]{3}){1,4}(\.[0-9]{1,2})?", fullmatch=True),
    st.from_regex(r"-?(0|[1-9][0-9]{0,12})(\.[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["", "-0", "0.0", "999999999999999", "-999999999999.999", "0.1", "0.7", "4.35", "2.675"]),
    st.text("0123456789.-,x", max_size=8),
)


@given(st.lists(CELLS, min_size=1, max_size=12))
def test_the_same_numbers_as_one_by_one(cells: list[str]) -> None:
    found = read(cells)
    numbers = [read_number(cell) if cell else None for cell in cells]
    if found is not None:
        assert [cell for cell, number in zip(cells, numbers, strict=True) if cell and (number is None or number.rate)] == []
        assert list(map(repr, found)) == [repr(number and number.value) for number in numbers]
    elif all(PLAIN.fullmatch(cell) for cell in cells):
        assert any(len(cell) > LONGEST or sum(character.isdigit() for character in cell) > 15 for cell in cells)


@pytest.mark.parametrize(
    "cell",
    [
        "1.",
        ".5",
        "-",
        "--1",
        "01",
        "-01",
        "1-2",
        "1.2.3",
        "1,2",
        "1,2345",
        "1234,567",
        ",123",
        "1,234,",
        "1,23.5",
        "1.5,000",
        "0,123",
        "+1",
        "1e5",
        " 1",
        "1234567890123456",
        "1.2345678901234567",
    ],
)
def test_anything_else_is_left_to_others(cell: str) -> None:
    assert read(["1", cell]) is None


def test_thousands() -> None:
    assert read(["1,234.50", "-12,345", "123,456,789", "7", "", "999.9"]) == [1234.5, -12345.0, 123456789.0, 7.0, None, 999.9]


def test_blanks_are_missing() -> None:
    assert read(["", "-2.5", ""]) == [None, -2.5, None]
    assert read([""]) == [None]
