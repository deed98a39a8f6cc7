"""Metric tables after loading: typed columns that remember their cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import Enum

from engine.base.diagnostics import Location, Phrase
from engine.base.records import dataclass

Cell = str | float | int | dt.date | None


class ColumnType(Enum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class StrayCell:
    """A cell whose text is no number among figures."""

    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `values` are str, float, date or None (missing), one per row; `percent` says its cells were written with %.

    They are a tuple, or packed (engine/model/packed.py) where the table is long.

    Numbers are in base units: 1.2万 → 12000.0, 85% → 0.85. `letter` is what stands before the row number in an address: the column's
    letter in the sheet (`C`), or its name and `#` where columns have no letters, as in a database (`曝光#`).
    `stray` is the first cell that keeps a column with figures in it from being one of numbers, None where nothing does.
    """

    name: str
    type: ColumnType
    values: Sequence[Cell]
    letter: str
    percent: bool = False
    stray: StrayCell | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """A loaded table. `rows[i]` is the sheet row number of record i (counting from 1), so `letter + rows[i]` is the cell.

    `encoding` is how a text file was decoded (empty for others); `notes` say what was guessed or dropped while reading. `header` is the
    sheet row number of the header, 0 where columns have names of themselves. `sql` is the query a database answered, empty for others.
    `where` is the condition by which these records were taken out of the table, empty for all of them.
    """

    name: str
    file: str
    sheet: str
    columns: tuple[Column, ...]
    rows: Sequence[int]
    encoding: str = ""
    notes: tuple[Phrase, ...] = ()
    header: int = 0
    sql: str = ""
    where: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    def record(self, index: int) -> Mapping[str, Cell]:
        return {column.name: column.values[index] for column in self.columns}

    def cell_address(self, column: Column, index: int) -> str:
        """Return e.g. `kpi.xlsx!目标!C17` (the sheet part only for workbooks)."""
        file = self.file.rsplit("/", 1)[-1]
        return "!".join(part for part in (file, self.sheet, f"{column.letter}{self.rows[index]}") if part)
