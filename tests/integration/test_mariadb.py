"""Tables from a real MariaDB or MySQL: what only a server can show of reading only, of limits and of types.

Runs where MARIADB_TEST_URL says where one is, as `mysql+pymysql://user:password@host:port/database`, in a database that may be written to, and
where its driver is installed. Nothing starts a server for it.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, make_url
from sqlalchemy.pool import NullPool

from engine.base.diagnostics import Location, Outcome
from engine.base.workspace import Workspace, environment
from engine.model.tables import DataTable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

ADDRESS = environment().get("MARIADB_TEST_URL", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="MARIADB_TEST_URL names no server")
HERE = Location("report.yaml", 7, 3)
MILLIONS = "WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 900) SELECT a.n FROM s a, s b, s c"


@pytest.fixture
def warehouse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    monkeypatch.setenv("WAREHOUSE_URL", ADDRESS)
    engine = create_engine(ADDRESS, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS debrief_weekly")
        connection.exec_driver_sql(
            "CREATE TABLE debrief_weekly (周 date, 渠道 varchar(20), 曝光 bigint, 花费 decimal(12, 2), 时刻 datetime, 钟 time, 比 double) "
            "CHARACTER SET utf8mb4"
        )
        connection.exec_driver_sql(
            "INSERT INTO debrief_weekly VALUES ('2025-06-02', '抖音', 1200, 12.50, '2025-06-02 23:30', '12:30:05', 0.1), "
            "('2025-06-09', '小红书', NULL, 0.10, NULL, NULL, NULL)"
        )
        yield connection
        connection.exec_driver_sql("DROP TABLE debrief_weekly")
    engine.dispose()


def ask(tmp_path: Path, query: str, **spec: Any) -> Outcome[DataTable]:
    workspace = Workspace(tmp_path, tmp_path / "out", dt.date(2025, 7, 8))
    described = TableSpec.model_validate({"url_env": "WAREHOUSE_URL", "query": query, **spec})
    return read_table(workspace, tmp_path, "weekly", described, HERE)


def told(outcome: Outcome[DataTable]) -> list[str]:
    return [f"{item.code} {item.message.en}" for item in outcome.diagnostics]


def test_types_and_bound_values(warehouse: Connection, tmp_path: Path) -> None:
    query = "SELECT * FROM debrief_weekly WHERE 周 >= :since AND 渠道 <> :team AND '50%' <> '' ORDER BY 周"
    table = ask(tmp_path, query, params={"since": "2025-01-01", "team": "x' OR 1=1 -- %s"}).expect_clean()
    assert [list(table.record(index).values()) for index in range(2)] == [
        [dt.date(2025, 6, 2), "抖音", 1200.0, 12.5, dt.date(2025, 6, 2), "12:30:05", 0.1],
        [dt.date(2025, 6, 9), "小红书", None, 0.1, None, None, None],
    ]


def test_the_server_itself_refuses_to_write(warehouse: Connection, tmp_path: Path) -> None:
    warehouse.exec_driver_sql("DROP FUNCTION IF EXISTS debrief_sneak")
    warehouse.exec_driver_sql(
        "CREATE FUNCTION debrief_sneak() RETURNS INT MODIFIES SQL DATA BEGIN DELETE FROM debrief_weekly; RETURN 1; END"
    )
    (message,) = told(ask(tmp_path, "SELECT debrief_sneak() AS n"))
    assert message.startswith("DATA058 the database refused the query: ") and "READ ONLY" in message
    assert warehouse.exec_driver_sql("SELECT count(*) FROM debrief_weekly").scalar_one() == 2
    warehouse.exec_driver_sql("DROP FUNCTION debrief_sneak")


def test_the_server_itself_stops_what_takes_too_long(warehouse: Connection, tmp_path: Path) -> None:
    begin = time.perf_counter()
    assert told(ask(tmp_path, f"SELECT sum(n) AS n FROM ({MILLIONS}) AS x", timeout="1s")) == [
        "DATA059 the query took more than 1 seconds and was stopped"
    ]
    assert time.perf_counter() - begin < 15


def test_a_great_answer_is_not_fetched_whole(warehouse: Connection, tmp_path: Path) -> None:
    begin = time.perf_counter()
    assert told(ask(tmp_path, MILLIONS, max_rows=10, timeout="60s")) == ["DATA004 more than 10 rows"]
    assert time.perf_counter() - begin < 15  # the rest of it would take minutes, or the sixty seconds


def test_a_refused_password_is_not_told(warehouse: Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = make_url(ADDRESS).set(password="falsch")
    monkeypatch.setenv("WAREHOUSE_URL", wrong.render_as_string(hide_password=False))
    (message,) = told(ask(tmp_path, "SELECT 1"))
    assert message.startswith("DATA070 cannot reach the database behind WAREHOUSE_URL: ")
    assert "falsch" not in message
