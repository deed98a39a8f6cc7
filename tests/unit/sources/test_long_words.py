from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sources import long_words
from engine.sources.long_split import split
from engine.sources.long_words import Book


def coded(pieces: list[list[str]]) -> tuple[list[int], list[str]] | None:
    cells = [cell for piece in pieces for cell in piece]
    parts = split(("\n".join(cells) + "\n").encode(), 0, ord("\t"))
    assert parts is not None
    starts = np.concatenate([[31], parts.ends[:-1]]).astype(np.int32) + np.int32(1)
    book, codes, done = Book(parts.text), [], 0
    for piece in pieces:
        found = book.codes(starts[done : done + len(piece)], parts.ends[done : done + len(piece)])
        if found is None:
            return None
        codes += found.tolist()
        done += len(piece)
    return codes, [parts.text[start:stop].tobytes().decode() for start, stop in zip(book.starts, book.stops, strict=True)]


@given(st.lists(st.lists(st.text("ab长音 x", max_size=20), min_size=1, max_size=8), min_size=1, max_size=5))
def test_fields_are_numbered_as_they_appear(pieces: list[list[str]]) -> None:
    places: dict[str, int] = {}
    codes = [places.setdefault(cell, len(places)) for piece in pieces for cell in piece]
    assert coded(pieces) == (codes, list(places))


def test_fields_that_begin_alike_are_told_apart() -> None:
    assert coded([["华东大区一部", "华东大区"], ["华东大区一部二组", "华东大区"]]) == (
        [0, 1, 2, 1],
        ["华东大区一部", "华东大区", "华东大区一部二组"],
    )


def test_a_field_is_the_same_beside_longer_ones() -> None:
    assert coded([["b"], ["b", "x" * 30], ["b"]]) == ([0, 0, 1, 0], ["b", "x" * 30])


def test_long_fields_are_left_to_others() -> None:
    assert coded([["x" * 129]]) is None
    assert coded([["x" * 128]]) == ([0], ["x" * 128])


def test_fields_that_cannot_be_told_apart_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_words, "_FACTORS", np.zeros(16, np.uint64))
    assert coded([["aaaaaaaaaaaa", "bbbbbbbbbbbb"]]) is None
