"""Changing one cell of a report's tables, and telling by the row alone which questions to the tables it answers differently."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb
import openpyxl
from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_from_string, range_boundaries

from engine.model.facts import Fact
from engine.model.file_ledger import NamedCells, TracedFact
from engine.model.tables import Cell, DataTable
from tests.support.table_answers import Answer, TableAnswers

_QUERY = re.compile(r'SELECT (?P<what>.+?) FROM (?P<table>"[^"]+"|\S+)(?: WHERE (?P<where>.+))?', re.DOTALL)
_WORD = re.compile(r'"([^"]+)"|([^\W\d]\w*)')


@dataclass(frozen=True, slots=True)
class Change:
    """`file` below `data/`, `sheet` empty for CSV, `cell` in A1 notation, `value` as a person types it."""

    file: str
    sheet: str
    cell: str
    value: str | float

    def __str__(self) -> str:
        return "!".join(part for part in (self.file, self.sheet, self.cell) if part) + f"={self.value}"


def apply(change: Change, folder: Path) -> None:
    """Write the new value into the file, which keeps its format and encoding."""
    path = folder / "data" / change.file
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        book[change.sheet][change.cell] = change.value
        book.save(path)
        return
    letters, row = coordinate_from_string(change.cell)
    blob = path.read_bytes()
    encoding = "utf-8-sig" if blob.startswith(b"\xef\xbb\xbf") else "gb18030"
    rows = list(csv.reader(io.StringIO(blob.decode(encoding), newline="")))
    rows[row - 1][column_index_from_string(letters) - 1] = str(change.value)
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """The record a change falls into, as it was read before and after; `column` is the name of the changed one."""

    table: str
    column: str
    before: Mapping[str, Cell]
    after: Mapping[str, Cell]
    _known: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, change: Change, before: Mapping[str, DataTable], after: Mapping[str, DataTable]) -> ChangedRow:
        letters, number = coordinate_from_string(change.cell)
        (name,) = (name for name, table in before.items() if table.file.endswith(f"/{change.file}") and table.sheet == change.sheet)
        (column,) = (column.name for column in before[name].columns if column.letter == letters)
        return cls(name, column, _record(before[name], number), _record(after[name], number))

    def is_asked(self, query: str) -> bool:
        """Tell whether a query is about the table the change falls into."""
        parts = _QUERY.fullmatch(query)
        assert parts is not None, query
        return parts["table"].strip('"') == self.table

    def answers(self, query: str) -> bool:
        """Tell whether an aggregate (`SELECT … FROM … WHERE …`) may have another answer after the change."""
        if query not in self._known:
            self._known[query] = self._answers(query)
        return self._known[query]

    def _answers(self, query: str) -> bool:
        parts = _QUERY.fullmatch(query)
        if parts is None or not self.is_asked(query):
            return False
        was, now = (_meets(record, parts["where"] or "true") for record in (self.before, self.after))
        return was != now or (was and self.column in _names(parts["what"]))


def _record(table: DataTable, number: int) -> dict[str, Cell]:
    index = table.rows.index(number)
    return {column.name: column.values[index] for column in table.columns}


def _names(expression: str) -> set[str]:
    return {quoted or plain for quoted, plain in _WORD.findall(expression)}


def _meets(record: Mapping[str, Cell], condition: str) -> bool:
    columns = ", ".join(f'? AS "{name}"' for name in record)
    answer = _database().execute(f"SELECT count(*) FROM (SELECT {columns}) WHERE {condition}", list(record.values())).fetchone()
    return answer == (1,)


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def depends(fact: Fact, row: ChangedRow, change: Change) -> bool:
    """Tell whether a fact's number can follow a change: one of its queries is answered by that row, or it is that very cell."""
    queries = [query for query in fact.source.query.split("; ") if query]
    return any(row.answers(query) for query in queries) or any(_is_cell(str(cells), change) for cells in fact.source.ranges)


def _is_cell(cells: str, change: Change) -> bool:
    return cells.endswith("/" + "!".join(part for part in (change.file, change.sheet, change.cell) if part))


def holds(fact: Fact, change: Change) -> bool:
    """Tell whether one of the fact's ranges has the cell in it."""
    letters, row = coordinate_from_string(change.cell)
    column = column_index_from_string(letters)
    for cells in fact.source.ranges:
        if cells.file.endswith(f"/{change.file}") and cells.sheet == change.sheet:
            left, top, right, bottom = range_boundaries(cells.cells)
            if left <= column <= right and top <= row <= bottom:
                return True
    return False


_STEPS = frozenset({"verdict", "status", "rank", "reached", "rated", "grade", "allocation"})
"""Aspects that may stay when a value moves: they go in steps, or a reserve that is a share of the total cancels it."""


def changes_raw(fact: TracedFact, answers: TableAnswers, row: ChangedRow, change: Change) -> bool | None:
    """Tell whether a fact as a file carries it follows a change: True it must, False it may not, None it may."""
    queries = [query for query in fact.query.split("; ") if query.startswith("SELECT ")]  # a written target is none
    found = {query: answers.to(query) for query in queries if row.is_asked(query)}
    is_cell = any(_is_cell(one.cells, change) for one in fact.ranges)
    if Answer.UNKNOWN in found.values():
        return None
    moved = [query for query, answer in found.items() if answer is Answer.MOVED]
    if not moved and not is_cell:
        return None if any(_has_cell(one, change) for one in fact.ranges) and len(queries) < len(fact.ranges) else False
    smooth = is_cell and not queries and len(fact.ranges) == 1 and fact.aspect != "total"
    return True if smooth or (len(moved) == 1 and not _may_stay(fact)) else None


def _may_stay(fact: TracedFact) -> bool:
    """Tell whether a fact may be what it was though one of its queries is not: a step, no number, or a number over itself."""
    upper, _, lower = fact.formula.partition(" ÷ ")
    return fact.aspect in _STEPS or fact.raw is None or upper == lower


def _has_cell(cells: NamedCells, change: Change) -> bool:
    """Tell whether a range has the changed cell in it: sums of shown cells name their range and no query."""
    head, _, address = cells.cells.rpartition("!")
    letters, row = coordinate_from_string(change.cell)
    left, top, right, bottom = range_boundaries(address)
    same = head.endswith("/" + "!".join(part for part in (change.file, change.sheet) if part))
    return same and left <= column_index_from_string(letters) <= right and top <= row <= bottom
