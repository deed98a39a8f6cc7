"""A long table as one file that any process opens in milliseconds: columns are mapped into memory, shared by all who read them.

The file: a magic word, the length of a JSON header, the header, then the blocks it speaks of, each at a multiple of 64 bytes. Numbers are
doubles, words are int32 places in a list, all in this machine's byte order.
"""

from __future__ import annotations

import datetime as dt
import json
import mmap
import sys
from array import array
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, overload

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, Severity
from engine.model.packed import Figures, Words
from engine.model.tables import Cell, Column, ColumnType, DataTable, StrayCell

_MAGIC = f"debrief table 1 {sys.byteorder}\n".encode()
_ALIGNED = 64
_HEAD = len(_MAGIC) + 8
_FEW = 4_096
Block = tuple[int, int]
"""Where a block begins after the header, and how many bytes it has."""


def to_bytes(table: DataTable, diagnostics: Sequence[Diagnostic] = ()) -> bytes:
    """Return the file of a table and of what was noticed on reading it."""
    blocks = _Blocks()
    rows = table.rows
    header = {
        "table": [table.name, table.file, table.sheet, table.encoding, table.header, table.sql, table.where],
        "notes": [[note.zh, note.en] for note in table.notes],
        "rows": [rows.start, rows.stop] if isinstance(rows, range) else {"block": blocks.add(array("i", rows).tobytes())},
        "columns": [_described(column, blocks) for column in table.columns],
        "diagnostics": [_told(item) for item in diagnostics],
        "size": 0,
    }
    header["size"] = blocks.size
    text = json.dumps(header, ensure_ascii=False).encode()
    start = _HEAD + len(text)
    return b"".join([_MAGIC, len(text).to_bytes(8, "little"), text, bytes(-start % _ALIGNED), *blocks.parts])


def open_table(path: Path) -> Outcome[DataTable] | None:
    """Return the table of a file with what was noticed on reading it, None when there is no such file or it is not whole."""
    try:
        with path.open("rb") as stream:
            whole = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):  # ValueError: the file is empty
        return None
    if bytes(whole[: len(_MAGIC)]) != _MAGIC:
        return None
    length = int.from_bytes(whole[len(_MAGIC) : _HEAD], "little")
    try:
        header = json.loads(bytes(whole[_HEAD : _HEAD + length]))
    except ValueError:
        return None
    blocks = whole[_HEAD + length + -(_HEAD + length) % _ALIGNED :]
    return _table(header, blocks) if len(blocks) == header["size"] else None


class _Blocks:
    """The blocks of a file as they gather."""

    def __init__(self) -> None:
        self.parts: list[bytes | memoryview] = []
        self.size = 0

    def add(self, block: bytes | memoryview) -> Block:
        start, size = self.size, len(block)
        filler = bytes(-size % _ALIGNED)
        self.parts += [block, filler]
        self.size += size + len(filler)
        return start, size


class StoredWords(Sequence[Cell]):
    """The different cells of a column in UTF-8, `ends` where each one ends. Few are read at once, one of many when somebody asks for it."""

    def __init__(self, text: memoryview, ends: memoryview, kind: ColumnType, missing: int) -> None:
        self._text, self._ends, self._kind, self._missing = text, ends, kind, missing
        self._few: tuple[Cell, ...] | None = None

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Cell]: ...
    def __getitem__(self, index: int | slice) -> Cell | Sequence[Cell]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        if len(self) > _FEW:
            return self._word(index)
        if self._few is None:
            self._few = tuple([self._word(place) for place in range(len(self))])
        return self._few[index]

    def _word(self, place: int) -> Cell:
        if not 0 <= place < len(self):
            raise IndexError(place)
        if place == self._missing:
            return None
        word = str(self._text[self._ends[place - 1] if place else 0 : self._ends[place]], "utf-8")
        return dt.date.fromisoformat(word) if self._kind is ColumnType.DATE else word


def _described(column: Column, blocks: _Blocks) -> Mapping[str, Any]:
    stray = None if column.stray is None else [column.stray.text, _placed(column.stray.where)]
    known = {"column": [column.name, column.type.value, column.letter, column.percent], "stray": stray}
    values = column.values
    if isinstance(values, Figures):
        return {**known, "figures": blocks.add(values.view.cast("B"))}
    if not isinstance(values, Words) and column.type is ColumnType.NUMBER:
        return {**known, "plain": list(values)}
    if not isinstance(values, Words):
        places = {value: place for place, value in enumerate(dict.fromkeys(values))}
        values = Words(memoryview(array("i", map(places.__getitem__, values))), tuple(places))
    words = [_written(word) for word in values.words]
    ends = array("i", accumulate(map(len, words)))
    missing = next((place for place, word in enumerate(values.words) if word is None), -1)
    text = [blocks.add(values.codes.cast("B")), blocks.add(b"".join(words)), blocks.add(ends.tobytes())]
    return {**known, "words": text, "missing": missing}


def _written(word: Cell) -> bytes:
    return word.isoformat().encode() if isinstance(word, dt.date) else str(word or "").encode()


def _table(header: Mapping[str, Any], blocks: memoryview) -> Outcome[DataTable]:
    name, file, sheet, encoding, head, sql, where = header["table"]
    notes = tuple(Phrase(zh, en) for zh, en in header["notes"])
    said = header["rows"]
    rows: Sequence[int] = range(*said) if isinstance(said, list) else tuple(_block(blocks, said["block"]).cast("i"))
    columns = tuple(_column(one, blocks) for one in header["columns"])
    table = DataTable(name, file, sheet, columns, rows, encoding, notes, head, sql, where)
    return Outcome(table, tuple(_diagnostic(item) for item in header["diagnostics"]))


def _column(one: Mapping[str, Any], blocks: memoryview) -> Column:
    name, word, letter, percent = one["column"]
    kind = ColumnType(word)
    stray = None if one["stray"] is None else StrayCell(one["stray"][0], Location(*one["stray"][1]))
    values: Sequence[Cell]
    if "figures" in one:
        values = Figures(_block(blocks, one["figures"]).cast("d"))
    elif "plain" in one:
        values = tuple(one["plain"])
    else:
        codes, text, ends = (_block(blocks, place) for place in one["words"])
        values = Words(codes.cast("i"), StoredWords(text, ends.cast("i"), kind, one["missing"]))
    return Column(name, kind, values, letter, percent, stray)


def _block(blocks: memoryview, place: Block) -> memoryview:
    start, size = place
    return blocks[start : start + size]


def _placed(where: Location) -> list[str | int]:
    return [where.file, where.line, where.column, where.end_column, where.cell]


def _told(item: Diagnostic) -> list[Any]:
    hint = None if item.hint is None else [item.hint.zh, item.hint.en]
    return [item.code, item.severity.value, [item.message.zh, item.message.en], _placed(item.where), hint]


def _diagnostic(told: list[Any]) -> Diagnostic:
    code, severity, message, where, hint = told
    return Diagnostic(code, Severity(severity), Phrase(*message), Location(*where), None if hint is None else Phrase(*hint))
