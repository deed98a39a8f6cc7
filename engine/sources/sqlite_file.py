"""SQLite files: one table, view or query."""

from __future__ import annotations

from engine.base.diagnostics import Outcome
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid


def read(request: Request) -> Outcome[Grid]:
    """Read a table or a query's answer into a grid."""
    from engine.sources.sqlite_reader import read_sqlite  # a door: sqlite3 takes 10 ms

    return read_sqlite(request)


DEFINITION = SourceDef(
    name="sqlite",
    suffixes=(".sqlite", ".sqlite3", ".db"),
    read=read,
    settings=frozenset({"table", "query", "params", "timeout", "max_rows"}),
    whole=False,
)
