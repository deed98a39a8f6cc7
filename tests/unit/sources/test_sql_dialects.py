from __future__ import annotations

import pytest

from engine.sources.sql_dialects import connect_arguments, opening


@pytest.mark.parametrize(
    ("dialect", "statements"),
    [
        ("postgresql", ("SET TRANSACTION READ ONLY", "SET LOCAL statement_timeout = 1500")),
        ("mysql", ("SET SESSION TRANSACTION READ ONLY", "SET SESSION max_execution_time = 1500")),
        ("mariadb", ("SET SESSION TRANSACTION READ ONLY", "SET SESSION max_statement_time = 2")),
        ("oracle", ("SET TRANSACTION READ ONLY",)),
        ("sqlite", ("PRAGMA query_only = ON",)),
        ("mssql", ()),
    ],
)
def test_each_database_is_told_to_read_only_and_to_stop(dialect: str, statements: tuple[str, ...]) -> None:
    assert opening(dialect, 1.5) == statements


def test_connecting_takes_seconds_unless_the_address_says_otherwise() -> None:
    assert connect_arguments("postgresql", "psycopg", {}) == {"connect_timeout": 10}
    assert connect_arguments("postgresql", "psycopg", {"connect_timeout": "60"}) == {}
    assert connect_arguments("mysql", "pymysql", {}) == {"connect_timeout": 10}
    assert connect_arguments("sqlite", "pysqlite", {}) == {}
    assert connect_arguments("oracle", "unheard-of", {}) == {}
