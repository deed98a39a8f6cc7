"""Where numbers come from: the cells of the columns and rows that entered, as people write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from engine.base.records import replace
from engine.metrics.database import quoted
from engine.model.facts import CellRange, FactSource
from engine.model.tables import Column, DataTable


def cell_ranges(table: DataTable, columns: Sequence[Column], first: int, last: int, rows: int) -> tuple[CellRange, ...]:
    """Return the cells of `columns` between two sheet rows, neighbouring columns as one range; no columns mean all of them."""
    runs: list[list[Column]] = []
    previous = -1
    for column in columns or table.columns:
        position = table.columns.index(column)
        if runs and position == previous + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
        previous = position
    return tuple(CellRange(table.file, table.sheet, _a1(run[0].letter, run[-1].letter, first, last), rows) for run in runs)


def merged(sources: Iterable[FactSource]) -> FactSource:
    """Return one source that names what each of these names, each once."""
    parts = list(sources)
    ranges = tuple(dict.fromkeys(cells for part in parts for cells in part.ranges))
    queries = "; ".join(dict.fromkeys(query for part in parts for query in part.query.split("; ") if query))
    citations = "; ".join(dict.fromkeys(part.citation for part in parts if part.citation))
    places = [part.defined_at for part in parts if part.defined_at is not None]
    return replace(FactSource(ranges, queries, citations), defined_at=places[0] if places else None)


def display_name(name: str) -> str:
    """Return a column or table name as the ledger's SQL shows it: quoted only where it must be."""
    return name if name.isidentifier() else quoted(name)


def display_value(value: object) -> str:
    """Return a bound value as the ledger's SQL shows it."""
    match value:
        case None:
            return "NULL"
        case bool() | int() | float():
            return f"{value:.15g}"
        case dt.date():
            return f"DATE '{value.isoformat()}'"
        case _:
            return "'" + str(value).replace("'", "''") + "'"


def _a1(left: str, right: str, first: int, last: int) -> str:
    start, end = f"{left}{first}", f"{right}{last}"
    return start if start == end else f"{start}:{end}"
