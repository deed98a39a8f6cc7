from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import Connection

from engine.base.diagnostics import Outcome
from engine.base.errors import EnvironmentFault
from engine.model.tables import DataTable
from engine.sources import sql_reader
from tests.unit.sources.conftest import Bench, picture, told
from tests.unit.sources.test_sqlite_reader import ENDLESS, WEEKLY

VARIABLE = "WAREHOUSE_URL"


@pytest.fixture
def warehouse(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setenv(VARIABLE, f"sqlite:///{bench.database(*WEEKLY)}")
    return bench


def ask(bench: Bench, query: str, **spec: Any) -> Outcome[DataTable]:
    return bench.table(url_env=VARIABLE, query=query, **spec)


def test_the_answer_is_a_table_that_knows_its_query(warehouse: Bench) -> None:
    query = "SELECT 周, 渠道, 曝光, 花费 FROM weekly WHERE 团队 = :team AND ':no' <> '' ORDER BY 周"
    outcome = ask(warehouse, query, params={"team": "{{ team }}"})
    assert picture(outcome) == "周:date | 渠道:text | 曝光:number | 花费:number\n1: 2025-06-02 | 抖音 | 1200.0 | 12.5"
    table = outcome.expect_clean()
    assert (table.file, table.sql) == ("$WAREHOUSE_URL", query)
    assert table.cell_address(table.columns[2], 0) == f"$WAREHOUSE_URL!{table.sheet}!曝光#1"
    assert table.sheet.startswith("query-")


def test_a_mistake_in_a_cell_is_named_by_its_cell(warehouse: Bench) -> None:
    outcome = ask(warehouse, "SELECT '1' AS a UNION ALL SELECT '2' UNION ALL SELECT 'x'", types={"a": "number"})
    assert [message.split("!", 1)[0] for message in told(outcome)] == ["$WAREHOUSE_URL"]
    assert outcome.diagnostics[0].where.file == "report.yaml"


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT 暴光 FROM weekly", "report.yaml:query: DATA058 数据库不接受这个查询：no such column: 暴光"),
        ("DROP TABLE weekly", "report.yaml:query: DATA056 查询不可用：只能是以 SELECT 或 WITH 开头的查询"),
        ("SELECT :team", "report.yaml:query: DATA057 查询里的 :team 没有值"),
    ],
)
def test_queries_that_fail(warehouse: Bench, query: str, message: str) -> None:
    assert told(ask(warehouse, query)) == [message]


def test_a_query_that_never_ends_is_stopped(warehouse: Bench) -> None:
    assert told(ask(warehouse, ENDLESS, timeout="0.2s")) == ["report.yaml:query: DATA059 查询超过 0.2 秒，已停止"]


def test_more_rows_than_allowed_are_refused(warehouse: Bench) -> None:
    assert told(ask(warehouse, "SELECT * FROM weekly", max_rows="1_0")) == []
    assert told(ask(warehouse, "SELECT * FROM weekly", max_rows=1)) == ["report.yaml:query: DATA004 超过 1 行"]


@pytest.mark.parametrize("address", ["", "not an address", "postgresql://lin:geheim@host:port/x"])
def test_an_address_that_is_none_is_never_shown(bench: Bench, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv(VARIABLE, address)
    (message,) = told(ask(bench, "SELECT 1"))
    assert message == ("report.yaml:url_env: DATA070 环境变量 WAREHOUSE_URL " + ("的值不是数据库地址" if address else "没有设置"))


def test_a_database_that_does_not_answer_is_named_without_its_password(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "postgresql+psycopg://lin:geheim@127.0.0.1:9/ops?sslpassword=zweites")
    outcome = ask(bench, "SELECT 1")
    (message,) = told(outcome)
    assert message.startswith("report.yaml:url_env: DATA070 连不上 WAREHOUSE_URL 所指的数据库：")
    assert "geheim" not in repr(outcome) and "zweites" not in repr(outcome)


def test_a_missing_file_is_not_made(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Path = bench.root / "missing.sqlite"
    monkeypatch.setenv(VARIABLE, f"sqlite:///{missing}")
    assert told(ask(bench, "SELECT 1"))[0].startswith("report.yaml:url_env: DATA070")
    assert not missing.exists()


@pytest.mark.parametrize("address", ["mysql+pymysql://a:geheim@h/x", "nosuch://a:geheim@h/x"])
def test_a_driver_that_is_not_installed_ends_the_command(bench: Bench, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv(VARIABLE, address)
    with pytest.raises(EnvironmentFault) as caught:
        ask(bench, "SELECT 1")
    assert caught.value.exit_code == 3
    assert caught.value.message.en.startswith("the driver of the database behind WAREHOUSE_URL is not installed: ")
    assert "geheim" not in repr(caught.value)


@pytest.mark.parametrize(("is_mariadb", "name"), [(True, "mariadb"), (False, "mysql")])
def test_a_mariadb_is_known_although_it_is_addressed_as_mysql(is_mariadb: bool, name: str) -> None:
    assert sql_reader._dialect(cast("Connection", SimpleNamespace(dialect=SimpleNamespace(name="mysql", is_mariadb=is_mariadb)))) == name


def test_a_query_is_killed_from_another_connection() -> None:
    said: list[str] = []
    other = SimpleNamespace(exec_driver_sql=said.append)
    sql_reader._kill(cast("Connection", SimpleNamespace(engine=SimpleNamespace(connect=lambda: nullcontext(other)))), 17)
    assert said == ["KILL QUERY 17"]
