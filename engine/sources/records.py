"""What a database or a columnar file answers, as a grid: columns with names of their own, typed values in the cells that a sheet would hold."""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections.abc import Sequence
from decimal import Decimal

from engine.base.diagnostics import Diagnostic, Location
from engine.base.records import dataclass
from engine.sources import limits, problems
from engine.sources.grid import BadCell, CellFault, Grid, RawCell

LARGEST_EXACT = 10**15
"""Whole numbers from here on have more digits than a number keeps: they are codes, as in a CSV file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns by name, each with one cell per record. `sql` is the query that was asked, empty when a whole table was read."""

    names: tuple[str, ...]
    columns: tuple[Sequence[RawCell], ...]
    sql: str = ""


def grid_of(answer: Answer, file: str, part: str, origin: Location) -> Grid:
    """Return the grid of an answer: record i is row i, counting from 1; the names are row 0. An address is `ops.sqlite!weekly!曝光#12`."""
    count = len(answer.columns[0]) if answer.columns else 0
    cells = tuple([name, *column] for name, column in zip(answer.names, answer.columns, strict=True))
    letters = tuple(f"{name}#" for name in answer.names)
    return Grid(file, part, origin, cells, range(count + 1), header=0, letters=letters, sql=answer.sql)


def part_of_query(sql: str) -> str:
    """Return the short name of a query in addresses: the beginning of its SHA-256."""
    return f"query-{hashlib.sha256(sql.encode()).hexdigest()[:8]}"


def raw_cell(value: object) -> RawCell:
    """Return a value of a database as the cell that a sheet would hold.

    A time of day is dropped from a date, true and false are words, whole numbers too long for a number are text; what no cell can hold
    (bytes, lists, NaN) is a bad cell.
    """
    match value:
        case None | str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return float(value) if abs(value) < LARGEST_EXACT else str(value)
        case float():
            return value + 0.0 if math.isfinite(value) else BadCell(CellFault.ERROR_VALUE, _not_finite(value))
        case Decimal():
            return _decimal(value)
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case bytes() | bytearray() | memoryview() | list() | tuple() | dict() | set():
            return BadCell(CellFault.ERROR_VALUE, f"<{type(value).__name__}>")
        case _:
            return str(value)


def _decimal(value: Decimal) -> RawCell:
    if not value.is_finite():
        return BadCell(CellFault.ERROR_VALUE, str(value))
    return float(value) + 0.0 if abs(value) < LARGEST_EXACT else str(value)


def _not_finite(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def too_big(rows: int, columns: int, where: Location, most_rows: int = limits.MAX_ROWS) -> Diagnostic | None:
    """Return the limit that a table of this size exceeds, None when it exceeds none."""
    if columns > limits.MAX_COLUMNS:
        zh, en = f"有 {columns} 列，上限 {limits.MAX_COLUMNS}", f"{columns} columns, the limit is {limits.MAX_COLUMNS}"
        return problems.limit(zh, en, where)
    if rows > most_rows:
        return problems.limit(f"超过 {most_rows} 行", f"more than {most_rows} rows", where)
    if rows * columns > limits.MAX_CELLS:
        return problems.limit(f"超过 {limits.MAX_CELLS} 个单元格", f"more than {limits.MAX_CELLS} cells", where)
    return None
