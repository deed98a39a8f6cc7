"""The one place that talks to DuckDB: a fresh database in memory that reaches neither files nor network and cannot be told otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

try:  # the extension alone answers in 30 ms; the Python layer over it takes 200 ms to import and adds nothing used here
    import _duckdb as duckdb
except ImportError:  # DuckDB before 1.4 keeps the extension inside the package
    import duckdb  # type: ignore[no-redef]

from engine.metrics.sql_errors import SqlBindError, SqlError, SqlTypeError

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


class Duck:
    """An open database."""

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:", config=_SETTINGS)
        for statement in _OPENING:
            self._connection.execute(statement)

    def rows(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run one statement with bound values; raises SqlError."""
        try:
            return self._connection.execute(statement, list(values)).fetchall()
        except duckdb.ConversionException as error:
            raise SqlTypeError(str(error)) from error
        except duckdb.BinderException as error:
            raise SqlBindError(str(error)) from error
        except duckdb.Error as error:
            raise SqlError(str(error)) from error

    def rows_of_arrays(self, statement: str, values: Sequence[object], arrays: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run one statement that may read `arrays` as a table of that name; raises SqlError."""
        self._connection.register("arrays", arrays)
        try:
            return self.rows(statement, values)
        finally:
            self._connection.unregister("arrays")
