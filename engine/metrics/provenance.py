"""Where numbers come from: the cells of the columns and rows that entered, as people write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property

from engine.base.records import dataclass, replace
from engine.metrics.database import quoted
from engine.model.facts import CellRange, FactSource
from engine.model.tables import Column, DataTable

MOST_LISTED = 20_000
"""Of a longer table the ledger names the first and last row and their number; the query says which they are."""


class SheetRows(tuple[int, ...]):  # noqa: SLOT001  its stretches are found once
    """Sheet rows that the answers of many questions come from."""

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """First and last of each run of rows."""
        runs: list[list[int]] = []
        for row in sorted(self):
            if runs and row == runs[-1][1] + 1:
                runs[-1][1] = row
            else:
                runs.append([row, row])
        return tuple((first, last) for first, last in runs)


@dataclass(frozen=True, slots=True)
class Entered:
    """The sheet rows that entered an answer: how many, the first and the last, and all of them where they were listed (else None)."""

    count: int
    first: int
    last: int
    listed: Sequence[int] | None = None

    @classmethod
    def of(cls, rows: Sequence[int]) -> Entered:
        """Return these sheet rows, of which there is one at least."""
        return cls(len(rows), min(rows), max(rows), rows)

    @property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """First and last of each run of rows; empty when nobody knows."""
        if self.count == self.last - self.first + 1:
            return ((self.first, self.last),)
        if self.listed is None:
            return ()
        return (self.listed if isinstance(self.listed, SheetRows) else SheetRows(self.listed)).stretches


def cell_ranges(table: DataTable, columns: Sequence[Column], entered: Entered) -> tuple[CellRange, ...]:
    """Return the cells of `columns` in the rows that entered, neighbouring columns as one range; no columns mean all of them."""
    runs: list[list[Column]] = []
    previous = -1
    positions = {column.name: position for position, column in enumerate(table.columns)}
    for column in columns or table.columns:
        position = positions[column.name]
        if runs and position == previous + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
        previous = position
    stretches = entered.stretches
    return tuple(
        CellRange(table.file, table.sheet, _a1(run[0].letter, run[-1].letter, entered.first, entered.last), entered.count, stretches)
        for run in runs
    )


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
