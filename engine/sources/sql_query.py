"""Any database that SQLAlchemy speaks to: the answer to one query. Needs `pip install "debrief[sql]"` and the database's own driver."""

from __future__ import annotations

from engine.base.diagnostics import Outcome, Phrase
from engine.base.errors import EnvironmentFault
from engine.sources.definition import Request, SourceDef
from engine.sources.grid import Grid


def read(request: Request) -> Outcome[Grid]:
    """Ask the database and return its answer as a grid. Raises EnvironmentFault when SQLAlchemy or the driver is not installed."""
    try:
        from engine.sources.sql_reader import read_query  # a door: SQLAlchemy takes 0.2 s, and is an extra
    except ModuleNotFoundError as fault:
        if fault.name != "sqlalchemy":
            raise
        raise EnvironmentFault(
            "没有安装 SQLAlchemy，不能查询数据库",
            "SQLAlchemy is not installed: no database can be asked",
            Phrase('pip install "debrief[sql]"，另装该数据库的驱动', 'pip install "debrief[sql]", and the driver of the database'),
        ) from None
    return read_query(request)


DEFINITION = SourceDef(name="sql", suffixes=(), read=read, settings=frozenset({"query", "params", "timeout", "max_rows"}))
