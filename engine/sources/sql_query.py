"""Any database that SQLAlchemy speaks to: the answer to one query. Needs `pip install "debrief[sql]"` and the database's own driver."""

from __future__ import annotations

from engine.base.diagnostics import Outcome
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid


def read(request: Request) -> Outcome[Grid]:
    """Ask the database and return its answer as a grid. Raises EnvironmentFault when SQLAlchemy or the driver is not installed."""
    from engine.sources.sql_reader import read_query  # a door: SQLAlchemy takes 0.2 s, and is an extra

    return read_query(request)


DEFINITION = SourceDef(name="sql", suffixes=(), read=read, settings=frozenset({"query", "params", "timeout", "max_rows"}))
