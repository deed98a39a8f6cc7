from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

import pytest

from engine.base.diagnostics import Outcome
from engine.model.tables import DataTable
from engine.sources import sqlite_reader
from tests.unit.sources.conftest import Bench, picture, told

WEEKLY = (
    "CREATE TABLE weekly (周 TEXT, 渠道 TEXT, 曝光 INTEGER, 花费 DECIMAL(10, 2), 团队 TEXT)",
    "INSERT INTO weekly VALUES ('2025-06-02', '抖音', 1200, 12.5, '华东'), ('2025-06-09', '小红书', NULL, 0.1, '华北')",
)
ENDLESS = "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) AS n FROM a"


@pytest.fixture
def ops(bench: Bench) -> Bench:
    bench.database(*WEEKLY)
    return bench


def ask(bench: Bench, **spec: Any) -> Outcome[DataTable]:
    return bench.table(file="ops.sqlite", **spec)


def test_a_table_reads_as_its_cells_in_a_csv_would(ops: Bench) -> None:
    outcome = ask(ops, table="weekly")
    assert picture(outcome) == (
        "周:date | 渠道:text | 曝光:number | 花费:number | 团队:text\n"
        "1: 2025-06-02 | 抖音 | 1200.0 | 12.5 | 华东\n"
        "2: 2025-06-09 | 小红书 | None | 0.1 | 华北"
    )
    table = outcome.expect_clean()
    assert (table.file, table.sheet, table.sql) == ("ops.sqlite", "weekly", "")
    assert table.cell_address(table.columns[2], 0) == "ops.sqlite!weekly!曝光#1"


def test_the_only_table_need_not_be_named(ops: Bench) -> None:
    assert ask(ops).expect_clean().sheet == "weekly"


def test_several_tables_and_unknown_ones_are_told(ops: Bench) -> None:
    ops.database(*WEEKLY, "CREATE VIEW totals AS SELECT sum(曝光) AS 曝光 FROM weekly")
    assert told(ask(ops)) == ["report.yaml:7:3: DATA055 数据库有几张表，要写明用哪一张：totals、weekly"]
    outcome = ask(ops, table="weekl")
    assert told(outcome) == ["report.yaml:table: DATA055 数据库里没有表“weekl”，现有：totals、weekly"]
    assert outcome.diagnostics[0].hint is not None and outcome.diagnostics[0].hint.zh == "是不是“weekly”？"
    assert picture(ask(ops, table="totals")) == "曝光:number\n1: 1200.0"
    ops.database("PRAGMA user_version = 1")
    assert told(ask(ops)) == ["report.yaml:7:3: DATA055 数据库里没有表"]


def test_a_query_with_bound_values(ops: Bench) -> None:
    query = "SELECT 渠道, 曝光 FROM weekly WHERE 团队 = :team AND 周 >= :since;"
    table = ask(ops, query=query, params={"team": "{{ team }}", "since": "{{ period_start }}"}).expect_clean()
    assert (table.record(0), len(table)) == ({"渠道": "抖音", "曝光": 1200.0}, 1)
    assert table.sql == query.rstrip(";")
    assert table.sheet == f"query-{hashlib.sha256(table.sql.encode()).hexdigest()[:8]}"


def test_hostile_values_stay_values(ops: Bench) -> None:
    outcome = ask(ops, query="SELECT 渠道 FROM weekly WHERE 团队 = :team", params={"team": "x' OR 1=1 --"})
    assert [item.code for item in outcome.diagnostics] == ["DATA012"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT 暴光 FROM weekly", "report.yaml:query: DATA058 数据库不接受这个查询：no such column: 暴光"),
        ("SELECT * FROM weeky", "report.yaml:query: DATA058 数据库不接受这个查询：no such table: weeky"),
        ("SELECT FROM", 'report.yaml:query: DATA058 数据库不接受这个查询：near "FROM": syntax error'),
        ("UPDATE weekly SET 曝光 = 1", "report.yaml:query: DATA056 查询不可用：只能是以 SELECT 或 WITH 开头的查询"),
        ("SELECT load_extension('x')", "report.yaml:query: DATA058 数据库不接受这个查询：not authorized"),
    ],
)
def test_queries_that_fail_name_the_complaint(ops: Bench, query: str, message: str) -> None:
    (first,) = told(ask(ops, query=query))
    assert first == message


def test_an_unknown_table_in_a_query_lists_those_there_are(ops: Bench) -> None:
    hint = ask(ops, query="SELECT * FROM weeky").diagnostics[0].hint
    assert hint is not None and hint.zh == "现有的表：weekly"


def test_a_query_that_never_ends_is_stopped(ops: Bench) -> None:
    assert told(ask(ops, query=ENDLESS, timeout="0.1s")) == ["report.yaml:query: DATA059 查询超过 0.1 秒，已停止"]


def test_more_rows_than_allowed_are_refused(ops: Bench) -> None:
    assert told(ask(ops, max_rows=1)) == ["ops.sqlite: DATA004 超过 1 行"]


def test_nothing_can_be_written_whatever_the_statement_says(ops: Bench) -> None:
    before = (ops.root / "ops.sqlite").read_bytes()
    connection = sqlite_reader._open(ops.root / "ops.sqlite")
    for statement in ("DELETE FROM weekly", "ATTACH 'other.sqlite' AS o", "PRAGMA query_only = OFF", "CREATE TABLE x (a)"):
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement)
    connection.close()
    ask(ops).expect_clean()
    assert (ops.root / "ops.sqlite").read_bytes() == before
    assert sorted(path.name for path in ops.root.iterdir()) == ["ops.sqlite"]


def test_bytes_in_a_cell_are_named_by_the_cell(ops: Bench) -> None:
    ops.database("CREATE TABLE t (a, b)", "INSERT INTO t VALUES (1, x'00ff'), (2, 3)")
    assert told(ask(ops)) == ["ops.sqlite!t!b#1: DATA041 单元格是错误值 <bytes>"]


def test_text_that_is_no_text(ops: Bench) -> None:
    ops.database("CREATE TABLE t (a)", "INSERT INTO t VALUES (CAST(x'd6d0' AS TEXT))")
    assert told(ask(ops)) == ["ops.sqlite: DATA010 数据库里有不是 UTF-8 的文字"]


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (b"", "文件是空的"),
        (b"a,b\n1,2\n", "不是 SQLite 数据库，或已加密"),
        (bytes(range(256)) * 16, "不是 SQLite 数据库，或已加密"),  # as SQLCipher leaves it
        (b"SQLite format 3\0" + b"\xff" * 4000, "内容损坏"),
    ],
)
def test_files_that_are_no_database(bench: Bench, blob: bytes, message: str) -> None:
    (bench.root / "ops.sqlite").write_bytes(blob)
    assert told(ask(bench)) == [f"ops.sqlite: DATA054 不是可用的 SQLite 数据库：{message}"]


def test_a_database_cut_short(ops: Bench) -> None:
    path = ops.database("CREATE TABLE t (a)", *(f"INSERT INTO t VALUES ('{'长' * 900}{n}')" for n in range(50)))
    path.write_bytes(path.read_bytes()[:9000])
    assert told(ask(ops)) == ["ops.sqlite: DATA054 不是可用的 SQLite 数据库：内容损坏"]


def test_changes_that_are_not_in_the_file_yet_are_not_overlooked(ops: Bench) -> None:
    writer = sqlite3.connect(ops.root / "ops.sqlite")
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("INSERT INTO weekly VALUES ('2025-06-16', '抖音', 1, 1, '华东')")
    writer.commit()
    assert told(ask(ops)) == ["ops.sqlite: DATA054 数据库还有没合并的写入，在“ops.sqlite-wal”里"]
    writer.close()
    assert len(ask(ops).expect_clean()) == 3
