"""Which records hold a word, known at once for every word of a long column; and a few records taken out of a long table."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from heapq import merge

from engine.base.records import replace
from engine.model.packed import Figures, Words
from engine.model.tables import Cell, Column, ColumnType, DataTable

_KEY = "rows by word"
LONG = 20_000
"""Records from which on a part of a table is packed as the whole is."""


class RowIndex:
    """The records of a column sorted by word, made once (0.1 s for a million)."""

    def __init__(self, column: Words) -> None:
        self._order, self._ends = _by_word(column)
        self._place = {word: place for place, word in enumerate(column.words)}

    @classmethod
    def of(cls, column: Words) -> RowIndex:
        """Return the index of a column, the same for all who ask."""
        index = column.found.get(_KEY)
        if not isinstance(index, RowIndex):
            index = column.found[_KEY] = cls(column)
        return index

    def rows(self, word: Cell) -> Sequence[int]:
        """Return the records that hold a word, in the order of the table."""
        place = self._place.get(word)
        if place is None:
            return ()
        return self._order[self._ends[place - 1] if place else 0 : self._ends[place]]


def rows_holding(column: Words, words: frozenset[str]) -> Sequence[int]:
    """Return the records that hold one of these words, in the order of the table."""
    parts = [RowIndex.of(column).rows(word) for word in words]
    return parts[0] if len(parts) == 1 else list(merge(*parts))


def with_words(table: DataTable) -> DataTable:
    """Return a table of plain values with its texts packed, so that they can have an index: worth it where many will ask for their records."""
    columns = [replace(column, values=_packed(column.values)) if column.type is ColumnType.TEXT else column for column in table.columns]
    return replace(table, columns=tuple(columns))


def _packed(values: Sequence[Cell]) -> Words:
    if isinstance(values, Words):
        return values
    places = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return Words(memoryview(array("i", map(places.__getitem__, values))), tuple(places))


def picked(table: DataTable, rows: Sequence[int]) -> DataTable:
    """Return some records of a table, each still knowing its row of the sheet; few of them are plain values."""
    columns = tuple(replace(column, values=_values(column, rows)) for column in table.columns)
    numbers = table.rows
    return replace(table, columns=columns, rows=tuple([numbers[row] for row in rows]))


def _values(column: Column, rows: Sequence[int]) -> Sequence[Cell]:
    values = column.values
    if len(rows) >= LONG and isinstance(values, Figures):
        return Figures(memoryview(array("d", map(values.view.__getitem__, rows))))
    if len(rows) >= LONG and isinstance(values, Words):
        return Words(memoryview(array("i", map(values.codes.__getitem__, rows))), values.words)
    if isinstance(values, Words):
        codes, words = values.codes, values.words
        return tuple([words[codes[row]] for row in rows])
    return tuple([values[row] for row in rows])


def _by_word(column: Words) -> tuple[memoryview, list[int]]:
    """Return the records sorted by word, within a word as in the table, and where each word's end."""
    import numpy as np  # 0.1 s, which only long tables are worth

    codes = np.frombuffer(column.codes, np.int32)
    order = np.argsort(codes, kind="stable").astype(np.int32)
    return order.data, np.cumsum(np.bincount(codes, minlength=len(column.words))).tolist()
