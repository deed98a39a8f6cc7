from __future__ import annotations

import datetime as dt

import pytest

from engine.metrics.database import ROW, Database, quoted
from engine.metrics.sql_errors import SqlError
from engine.model.tables import Column, ColumnType, DataTable
from tests.support.review import TABLES

EMPTY = DataTable(
    "empty", "e.csv", "", (Column("名 称", ColumnType.TEXT, (), "A"), Column("数", ColumnType.NUMBER, (), "B")), ()
)  # fmt: skip
MIXED = DataTable(
    "mixed",
    "m.csv",
    "",
    (
        Column('a"b', ColumnType.TEXT, ("x", None), "A"),
        Column("n", ColumnType.NUMBER, (1, 2.5), "B"),
        Column("d", ColumnType.DATE, (None, dt.date(2024, 2, 29)), "C"),
        Column("none", ColumnType.NUMBER, (None, None), "D"),
    ),
    (3, 7),
)


def test_records_arrive_with_their_types_and_sheet_rows() -> None:
    database = Database()
    name = database.table(MIXED)
    assert database.rows(f"SELECT * FROM {name}") == [(3, "x", 1.0, None, None), (7, None, 2.5, dt.date(2024, 2, 29), None)]
    odd_name = quoted('a"b')
    assert odd_name == '"a""b"'
    assert database.rows(f"SELECT sum(n), max({odd_name}), max({ROW}) FROM {name} WHERE n > ?", [1.5]) == [(2.5, None, 7)]


def test_a_table_without_records_can_be_asked() -> None:
    database = Database()
    assert database.rows(f"SELECT count(*), sum(数) FROM {database.table(EMPTY)}") == [(0, None)]


def test_tables_are_loaded_once_under_names_of_their_own() -> None:
    database = Database()
    first = [database.table(table) for table in TABLES.values()]
    assert first == [database.table(table) for table in TABLES.values()]
    assert len(set(first)) == len(TABLES)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "ATTACH 'x.db'",
        "COPY (SELECT 1) TO 'x.csv'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET threads = 8",
    ],
)
def test_files_network_and_settings_are_out_of_reach(statement: str) -> None:
    with pytest.raises(SqlError):
        Database().rows(statement)


def test_a_parse_runs_nothing() -> None:
    assert Database().syntax_tree("SELECT sum(")["error"]
    assert not Database().syntax_tree("SELECT 1; SELECT 2")["error"]
