"""Questions to the tables answered a second time, over all rows, by DuckDB: what a ledger's query says before and after a change."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum

import duckdb

from engine.model.tables import Cell, ColumnType, DataTable

_TYPES = {ColumnType.NUMBER: "DOUBLE", ColumnType.DATE: "DATE", ColumnType.TEXT: "VARCHAR"}
CLOSE = 1e-9
"""Two numbers nearer than this, relatively, are one number computed twice."""


class Answer(Enum):
    """What a change does to a query's answer; UNKNOWN where DuckDB has no such function (attribution)."""

    SAME = "same"
    MOVED = "moved"
    UNKNOWN = "unknown"


def same_number(one: object, other: object) -> bool:
    """Tell whether two answers are one number but for rounding."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE * CLOSE) or (math.isnan(one) and math.isnan(other))
    return one == other


@dataclass(frozen=True, slots=True)
class TableAnswers:
    """One table as it was and as it is."""

    before: duckdb.DuckDBPyConnection
    after: duckdb.DuckDBPyConnection
    _known: dict[str, Answer] = field(default_factory=dict)

    @classmethod
    def of(cls, before: DataTable, after: DataTable) -> TableAnswers:
        return cls(_database(before), _database(after))

    def to(self, query: str) -> Answer:
        """Return what became of the answer to a query over this table."""
        if query not in self._known:
            self._known[query] = self._compared(query)
        return self._known[query]

    def _compared(self, query: str) -> Answer:
        try:
            was, now = (database.execute(query).fetchall() for database in (self.before, self.after))
        except duckdb.CatalogException:
            return Answer.UNKNOWN
        ((one,), *_), ((other,), *_) = was, now
        return Answer.SAME if same_number(one, other) else Answer.MOVED


def _database(table: DataTable) -> duckdb.DuckDBPyConnection:
    database = duckdb.connect(config={"threads": 1})
    names = [f'"{column.name}"' for column in table.columns]
    database.execute(f'CREATE TABLE "{table.name}" ({", ".join(map(_column, names, [column.type for column in table.columns]))})')
    values: list[list[Cell]] = [list(column.values) for column in table.columns]
    database.execute(f'INSERT INTO "{table.name}" SELECT {", ".join("unnest(?)" for _ in names)}', values)
    return database


def _column(name: str, kind: ColumnType) -> str:
    return f"{name} {_TYPES[kind]}"
