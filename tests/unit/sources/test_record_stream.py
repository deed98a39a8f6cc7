from __future__ import annotations

from collections.abc import Sequence

import pytest

from engine.base.diagnostics import Diagnostic, Location
from engine.sources import limits, record_stream
from engine.sources.record_stream import Fetch, read_all
from engine.sources.records import Answer

HERE = Location("ops.sqlite")


def source(rows: Sequence[Sequence[object]], asked: list[int]) -> Fetch:
    rest = list(rows)

    def fetch(size: int) -> Sequence[Sequence[object]]:
        asked.append(size)
        piece, rest[:] = rest[:size], rest[size:]
        return piece

    return fetch


def test_rows_become_columns() -> None:
    answer = read_all(["a", "b"], source([(1, "x"), (2, None)], []), "SELECT …", 10, HERE)
    assert answer == Answer(("a", "b"), ([1.0, 2.0], ["x", None]), "SELECT …")
    assert read_all(["a"], source([], []), "", 10, HERE) == Answer(("a",), ([],), "")


def test_no_more_is_fetched_once_a_limit_is_exceeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_stream, "PIECE", 2)
    asked: list[int] = []
    found = read_all(["a"], source([(n,) for n in range(100)], asked), "", 3, HERE)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message.zh, asked) == ("DATA004", "超过 3 行", [2, 2])


def test_long_texts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARACTERS", 5)
    found = read_all(["a"], source([("abc",), ("def",)], []), "", 10, HERE)
    assert isinstance(found, Diagnostic) and found.code == "DATA004"
    monkeypatch.setattr(limits, "MAX_FIELD_CHARACTERS", 2)
    found = read_all(["a"], source([("abc",)], []), "", 10, HERE)
    assert isinstance(found, Diagnostic) and found.message.en == "a value is longer than 2 characters, or all text together than 5"
