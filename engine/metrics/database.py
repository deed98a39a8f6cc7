"""The tables of a report as a database, opened by the first question that needs one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from engine.metrics.bulk import LONG, bulk_of
from engine.model.tables import Cell, Column, ColumnType, DataTable

if TYPE_CHECKING:
    from engine.metrics.duck import Duck

ROW = "__row"
"""The hidden column that holds each record's row number in the sheet."""

ARRAYS = "arrays"
_TYPES = {ColumnType.TEXT: "VARCHAR", ColumnType.NUMBER: "DOUBLE", ColumnType.DATE: "DATE"}


class Database:
    """Opened by the first question, so that a report without tables never pays for it."""

    def __init__(self) -> None:
        self._duck: Duck | None = None
        self._names: dict[str, str] = {}
        self._trees: dict[str, Mapping[str, Any]] = {}

    def table(self, table: DataTable) -> str:
        """Return the quoted name under which the table's records can be asked for, loading them the first time."""
        if table.name not in self._names:
            name = f'"t{len(self._names)}"'
            if len(table) >= LONG:
                self._load_long(table, name)
                self._names[table.name] = name
                return name
            columns = [f"unnest(?::{_TYPES[column.type]}[]) AS {quoted(column.name)}" for column in table.columns]
            values: list[list[Cell]] = [_plain_values(column) for column in table.columns]
            statement = f"CREATE TABLE {name} AS SELECT unnest(?::INTEGER[]) AS {quoted(ROW)}, {', '.join(columns)}"
            self.rows(statement, [list(table.rows), *values])
            self._names[table.name] = name
        return self._names[table.name]

    def _load_long(self, table: DataTable, name: str) -> None:
        bulk = bulk_of(table)
        names = (ROW, *table.names)
        columns = ", ".join(f"{column} AS {quoted(label)}" for column, label in zip(bulk.columns, names, strict=True))
        statement = f"CREATE TABLE {name} AS SELECT {columns} FROM {ARRAYS}"  # noqa: S608
        self._opened().rows_of_arrays(statement, bulk.values, bulk.arrays)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement with bound values; raises SqlError."""
        return self._opened().rows(statement, values)

    def _opened(self) -> Duck:
        if self._duck is None:
            from engine.metrics.duck import Duck  # plain aggregates, which most reports are made of, need no DuckDB

            self._duck = Duck()
        return self._duck

    def syntax_tree(self, select: str) -> Mapping[str, Any]:
        """Return DuckDB's own parse of a SELECT statement: `error`, or `statements`. Nothing is run."""
        if select not in self._trees:
            self.parse_ahead([select])
        return self._trees[select]

    def parse_ahead(self, selects: Sequence[str]) -> None:
        """Parse many statements in one question: asking costs more than parsing."""
        new = [select for select in dict.fromkeys(selects) if select not in self._trees]
        if not new:
            return
        answers = self.rows("SELECT json_serialize_sql(x) FROM (SELECT unnest(?::VARCHAR[]) AS x)", [new])
        self._trees |= {select: json.loads(tree) for select, (tree,) in zip(new, answers, strict=True)}


def quoted(name: str) -> str:
    """Return a name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _plain_values(column: Column) -> list[Cell]:
    if column.type is ColumnType.NUMBER:
        return [float(value) if isinstance(value, int | float) else None for value in column.values]
    return list(column.values)
