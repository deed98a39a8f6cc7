"""What each database is told before a query, so that it only reads and stops in time."""

from __future__ import annotations

import math
from collections.abc import Mapping

CONNECT_SECONDS = 10
_CONNECT_TIMEOUT = {
    "psycopg": "connect_timeout",
    "psycopg2": "connect_timeout",
    "pg8000": "timeout",
    "pymysql": "connect_timeout",
    "mysqldb": "connect_timeout",
    "mysqlconnector": "connection_timeout",
}

DRAINED = frozenset({"mysql", "mariadb"})
"""Databases whose drivers fetch the rest of an answer before they close it: a long one is killed from another connection."""
THREAD, KILL = "SELECT CONNECTION_ID()", "KILL QUERY"


def opening(dialect: str, seconds: float) -> tuple[str, ...]:
    """Return the statements that open a transaction for reading only with a limit of time; none for a database that knows neither.

    Sources: the manuals of SET TRANSACTION and statement_timeout (PostgreSQL), SET SESSION TRANSACTION, max_execution_time (MySQL) and
    max_statement_time (MariaDB), SET TRANSACTION (Oracle), PRAGMA query_only (SQLite). Tried on servers: PostgreSQL 15, MariaDB 10.11.
    """
    milliseconds = max(1, math.ceil(seconds * 1000))
    match dialect:
        case "postgresql" | "redshift" | "cockroachdb":
            return ("SET TRANSACTION READ ONLY", f"SET LOCAL statement_timeout = {milliseconds}")
        case "mysql":
            return ("SET SESSION TRANSACTION READ ONLY", f"SET SESSION max_execution_time = {milliseconds}")
        case "mariadb":
            return ("SET SESSION TRANSACTION READ ONLY", f"SET SESSION max_statement_time = {math.ceil(seconds)}")
        case "oracle":
            return ("SET TRANSACTION READ ONLY",)
        case "sqlite":
            return ("PRAGMA query_only = ON",)
        case _:
            return ()


def connect_arguments(dialect: str, driver: str, given: Mapping[str, object]) -> dict[str, object]:
    """Return what the driver is told on connecting, so that an address which does not answer is no wait of minutes.

    `given` are the options of the address, which win; drivers that are not known are told nothing.
    """
    name = _CONNECT_TIMEOUT.get(driver)
    if dialect == "sqlite" or name is None or name in given:
        return {}
    return {name: CONNECT_SECONDS}
