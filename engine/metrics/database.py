"""The one place that talks to DuckDB: a fresh database in memory that reaches neither files nor network and cannot be told otherwise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

try:  # the extension alone answers in 30 ms; the Python layer over it takes 200 ms to import and adds nothing used here
    import _duckdb as duckdb
except ImportError:  # DuckDB before 1.4 keeps the extension inside the package
    import duckdb  # type: ignore[no-redef]

from engine.metrics.bulk import LONG, bulk_of
from engine.model.tables import Cell, Column, ColumnType, DataTable

ROW = "__row"
"""The hidden column that holds each record's row number in the sheet."""

SqlError = duckdb.Error
SqlTypeError = duckdb.ConversionException
SqlBindError = duckdb.BinderException

_ARRAYS = "arrays"
_TYPES = {ColumnType.TEXT: "VARCHAR", ColumnType.NUMBER: "DOUBLE", ColumnType.DATE: "DATE"}
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "memory_limit": "1GB",
    "threads": "1",  # sums of floats depend on their order
}
_OPENING = (
    "PRAGMA disable_optimizer",  # plans over one small table need none; it takes a third of every answer's time
    "SET lock_configuration = true",
)


class Database:
    """Opened by the first question, so that a report without tables never pays for it."""

    def __init__(self) -> None:
        self._connection: duckdb.DuckDBPyConnection | None = None
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
        connection = self._connected()
        connection.register(_ARRAYS, bulk.arrays)
        self.rows(f"CREATE TABLE {name} AS SELECT {columns} FROM {_ARRAYS}", bulk.values)  # noqa: S608
        connection.unregister(_ARRAYS)

    def _connected(self) -> duckdb.DuckDBPyConnection:
        if self._connection is None:
            self._connection = duckdb.connect(":memory:", config=_SETTINGS)
            for statement_at_first in _OPENING:
                self._connection.execute(statement_at_first)
        return self._connection

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement with bound values; raises SqlError."""
        return self._connected().execute(statement, list(values)).fetchall()

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
