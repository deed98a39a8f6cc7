"""The sheet as a source found it, before anybody decided what is header, body or total."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import Enum

from engine.base.diagnostics import Location
from engine.base.records import dataclass


class CellFault(Enum):
    NO_RESULT = "no-result"
    """A formula that no program has calculated yet."""
    ERROR_VALUE = "error-value"
    """#DIV/0!, #N/A and their like."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that has no usable value; `text` is what the sheet shows or the formula."""

    fault: CellFault
    text: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A real number of a workbook shown with a % format; `value` is the ratio (0.85 for 85%)."""

    value: float


RawCell = str | float | dt.date | Percent | BadCell | None


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged area in grid indexes, all four inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by column, all columns of one length.

    `rows[i]` is the sheet row number of grid row i; `first_column` the sheet index (from 0) of `columns[0]`. Covered cells of a merge are
    None. `hidden_rows` are sheet row numbers. `header` is the header's grid row when the source knows it, None when it has to be found.
    `letters` stand in addresses for the letters of the sheet where columns have names only (`曝光#`). `sql` is the query that was asked.
    `texts` names the columns that the source knows to be text, however much their cells look like numbers.
    `base_date` turns date serials into dates. `origin` is where diagnostics about cells point; its `cell` is the part of an address before
    the cell (`kpi.xlsx!目标`).
    """

    file: str
    sheet: str
    origin: Location
    columns: tuple[Sequence[RawCell], ...]
    rows: Sequence[int]
    first_column: int = 0
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    encoding: str = ""
    base_date: dt.date = dt.date(1899, 12, 30)
    header: int | None = None
    letters: tuple[str, ...] = ()
    sql: str = ""
    texts: frozenset[str] = frozenset()

    def letter(self, column: int) -> str:
        return self.letters[column] if self.letters else column_letter(self.first_column + column)

    def address(self, column: int, row: int) -> str:
        """Return the address of grid indexes, e.g. `C17`."""
        return f"{self.letter(column)}{self.rows[row]}"

    def location(self, column: int, row: int) -> Location:
        """Return the place of one cell: line and column are the sheet's row and column numbers, so that findings sort by place."""
        return self.place(self.address(column, row), self.rows[row], self.first_column + column + 1)

    def row_location(self, row: int) -> Location:
        """Return the place of a whole grid row, e.g. `kpi.xlsx!目标!17:17`."""
        number = self.rows[row]
        return self.place(f"{number}:{number}", number, 0)

    def place(self, cells: str, line: int = 0, column: int = 0) -> Location:
        return Location(self.origin.file, line, column, cell=f"{self.origin.cell}!{cells}")


def column_letter(index: int) -> str:
    """Return the sheet letters of a column index counting from 0: A for 0, AA for 26."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def is_blank(cell: RawCell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def shown(cell: RawCell) -> str:
    """Return what a cell shows, as text: whole numbers without a point, dates as 2025-07-01."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case Percent():
            return f"{cell.value * 100:.12g}%"
        case BadCell():
            return cell.text
        case dt.date():
            return cell.isoformat()
        case _:
            return str(int(cell)) if cell == int(cell) else repr(cell)
