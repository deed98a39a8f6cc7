"""Tables from a real PostgreSQL: what only a server can show of reading only, of time limits and of types."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from engine.base.diagnostics import Location, Outcome
from engine.base.workspace import Workspace
from engine.model.tables import DataTable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

pytestmark = pytest.mark.office
HERE = Location("report.yaml", 7, 3)
PASSWORD = "ge:heim@1"


def program(name: str) -> str:
    """Return where a program of PostgreSQL is: on the path, or where Debian keeps those of each version."""
    found = shutil.which(name) or next(map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None)
    assert found is not None, "install postgresql, or run `./dev gate`, which does"
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    """Start a server of our own on a free port; it refuses to run as root, so root lends it another user."""
    with tempfile.TemporaryDirectory(prefix="debrief-pg-") as name:  # not pytest's own folder, which other users may not enter
        yield from running(Path(name))


def running(folder: Path) -> Iterator[int]:
    user: dict[str, Any] = {"user": "nobody"} if os.getuid() == 0 else {}
    if user:
        shutil.chown(folder, "nobody")
    secret = folder / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    make = [program("initdb"), "-D", str(data), "-U", "lin", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "--locale=C"]
    subprocess.run(make, check=True, capture_output=True, cwd=folder, **user)
    run = [
        program("pg_ctl"),
        "-D",
        str(data),
        "-w",
        "-l",
        str(folder / "log"),
        "-o",
        f"-p {port} -c listen_addresses=127.0.0.1 -k {folder}",
    ]
    subprocess.run([*run, "start"], check=True, capture_output=True, cwd=folder, **user)
    yield port
    subprocess.run([*run, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=folder, **user)


@pytest.fixture
def warehouse(server: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    monkeypatch.setenv("WAREHOUSE_URL", f"postgresql+psycopg://lin:ge%3Aheim%401@127.0.0.1:{server}/postgres")
    connection = psycopg.connect(host="127.0.0.1", port=server, user="lin", password=PASSWORD, dbname="postgres", autocommit=True)
    connection.execute("DROP TABLE IF EXISTS weekly")
    connection.execute("CREATE TABLE weekly (周 date, 渠道 text, 曝光 bigint, 花费 numeric(12, 2), 投放 boolean, 时刻 timestamp)")
    connection.execute(
        "INSERT INTO weekly VALUES ('2025-06-02', '抖音', 1200, 12.50, true, '2025-06-02 23:30'), ('2025-06-09', '小红书', NULL, 0.10, false, NULL)"
    )
    yield connection
    connection.close()


def ask(tmp_path: Path, query: str, **spec: Any) -> Outcome[DataTable]:
    workspace = Workspace(tmp_path, tmp_path / "out", dt.date(2025, 7, 8))
    described = TableSpec.model_validate({"url_env": "WAREHOUSE_URL", "query": query, **spec})
    return read_table(workspace, tmp_path, "weekly", described, HERE)


def told(outcome: Outcome[DataTable]) -> list[str]:
    return [f"{item.code} {item.message.en}" for item in outcome.diagnostics]


def test_types_and_bound_values(warehouse: object, tmp_path: Path) -> None:
    query = "SELECT *, '12:30'::text AS 说明 FROM weekly WHERE 周 >= :since AND 渠道 <> ALL(ARRAY[:team]) AND '50%' <> '' ORDER BY 周"
    table = ask(tmp_path, query, params={"since": "2025-01-01", "team": "x' OR 1=1 --"}).expect_clean()
    assert [table.record(index) for index in range(2)] == [
        {
            "周": dt.date(2025, 6, 2),
            "渠道": "抖音",
            "曝光": 1200.0,
            "花费": 12.5,
            "投放": "TRUE",
            "时刻": dt.date(2025, 6, 2),
            "说明": "12:30",
        },
        {"周": dt.date(2025, 6, 9), "渠道": "小红书", "曝光": None, "花费": 0.1, "投放": "FALSE", "时刻": None, "说明": "12:30"},
    ]


def test_the_server_itself_refuses_to_write(warehouse: psycopg.Connection[tuple[Any, ...]], tmp_path: Path) -> None:
    warehouse.execute("CREATE OR REPLACE FUNCTION sneak() RETURNS int LANGUAGE plpgsql AS $$ BEGIN TRUNCATE weekly; RETURN 1; END $$")
    assert told(ask(tmp_path, "SELECT sneak() AS n")) == [
        "DATA058 the database refused the query: cannot execute TRUNCATE TABLE in a read-only transaction"
    ]
    assert warehouse.execute("SELECT count(*) FROM weekly").fetchone() == (2,)


def test_the_server_itself_stops_what_takes_too_long(warehouse: object, tmp_path: Path) -> None:
    assert told(ask(tmp_path, "SELECT pg_sleep(30)::text AS a", timeout="0.3s")) == [
        "DATA059 the query took more than 0.3 seconds and was stopped"
    ]


def test_a_great_answer_is_not_fetched_whole(warehouse: object, tmp_path: Path) -> None:
    assert told(ask(tmp_path, "SELECT generate_series(1, 50000000) AS n", max_rows=10)) == ["DATA004 more than 10 rows"]


def test_a_refused_password_is_not_told(warehouse: object, server: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAREHOUSE_URL", f"postgresql+psycopg://lin:falsch@127.0.0.1:{server}/postgres")
    (message,) = told(ask(tmp_path, "SELECT 1"))
    assert message.startswith("DATA070 cannot reach the database behind WAREHOUSE_URL: ")
    assert "falsch" not in message
