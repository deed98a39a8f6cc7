"""One table as CSV, XLSX, Parquet and SQLite, and as the answer of a database: the same columns, the same facts, the same findings."""

from __future__ import annotations

import csv
import datetime as dt
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.base.diagnostics import Location
from engine.base.workspace import Workspace
from engine.metrics.definition import Query
from engine.metrics.query import Queries
from engine.model.tables import Cell, DataTable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

Row = tuple[dt.date, str, float | None, int | None]
NAMES = ("日期", "渠道", "成交额", "件数")
QUESTIONS = (
    "sum(成交额)",
    "avg(件数)",
    "count(*)",
    "max(成交额) - min(成交额)",
    "count(DISTINCT 渠道)",
    "sum(件数) FILTER (WHERE 渠道 = '抖音')",
)
CONTRACT = {"columns": {"件数": {"type": "number", "min": 0}, "成交额": "number"}, "required": ["成交额"], "unique": ["日期", "渠道"]}

ROWS = st.lists(
    st.tuples(
        st.dates(dt.date(2024, 1, 1), dt.date(2025, 12, 31)),
        st.sampled_from(["抖音", "小红书", "线下 门店", "A&B"]),
        st.none() | st.decimals(-(10**6), 10**6, places=2).map(lambda value: float(value) + 0.0),
        st.none() | st.integers(-9, 10**9),
    ),
    min_size=1,
    max_size=8,
).filter(lambda rows: any(row[2] is not None for row in rows) and any(row[3] is not None for row in rows))


def as_csv(rows: Sequence[Row], folder: Path) -> str:
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(NAMES)
        writer.writerows([day, channel, "" if amount is None else f"{amount:.2f}", pieces] for day, channel, amount, pieces in rows)
    return "t.csv"


def as_workbook(rows: Sequence[Row], folder: Path) -> str:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(NAMES)
    for row in rows:
        sheet.append(row)
    book.save(folder / "t.xlsx")
    return "t.xlsx"


def as_parquet(rows: Sequence[Row], folder: Path) -> str:
    with duckdb.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (日期 DATE, 渠道 VARCHAR, 成交额 DECIMAL(12, 2), 件数 BIGINT)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", [list(row) for row in rows])
        connection.execute(f"COPY t TO '{folder / 't.parquet'}' (FORMAT parquet)")
    return "t.parquet"


def as_sqlite(rows: Sequence[Row], folder: Path) -> str:
    (folder / "t.sqlite").unlink(missing_ok=True)
    connection = sqlite3.connect(folder / "t.sqlite")
    connection.execute("CREATE TABLE t (日期 TEXT, 渠道 TEXT, 成交额 REAL, 件数 INTEGER)")
    connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?)", [(row[0].isoformat(), *row[1:]) for row in rows])
    connection.commit()
    connection.close()
    return "t.sqlite"


WRITERS: tuple[Callable[[Sequence[Row], Path], str], ...] = (as_csv, as_workbook, as_parquet, as_sqlite)


def descriptions(rows: Sequence[Row], folder: Path) -> list[Mapping[str, object]]:
    files = [write(rows, folder) for write in WRITERS]
    return [*({"file": file} for file in files), {"url_env": "T_URL", "query": "SELECT * FROM t"}]


def picture(table: DataTable) -> list[tuple[str, str, tuple[Cell, ...]]]:
    return [(column.name, column.type.value, tuple(column.values)) for column in table.columns]


def facts(table: DataTable) -> list[tuple[float | None, int]]:
    queries = Queries({"t": table})
    answers = [queries.aggregate(Query("t", question)) for question in QUESTIONS]
    return [(answer.raw, answer.source.ranges[0].rows) for answer in answers]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_the_kind_of_file_makes_no_difference(rows: list[Row]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        workspace = Workspace(folder, folder / "out", dt.date(2025, 7, 8))
        tables: list[DataTable] = []
        breaches: list[list[tuple[str, str]]] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("T_URL", f"sqlite:///{folder / 't.sqlite'}")
            for described in descriptions(rows, folder):
                spec = TableSpec.model_validate({**described, "types": {"成交额": "number", "件数": "number"}})
                tables.append(read_table(workspace, folder, "t", spec, Location("report.yaml", 1, 1)).expect_clean())
                held = TableSpec.model_validate({**described, "contract": CONTRACT})
                outcome = read_table(workspace, folder, "t", held, Location("report.yaml", 1, 1))
                breaches.append([(item.code, rule(item.message.zh)) for item in outcome.diagnostics])
        assert all(picture(table) == picture(tables[0]) for table in tables)
        assert all(facts(table) == facts(tables[0]) for table in tables)
        assert all(found == breaches[0] for found in breaches)


def rule(message: str) -> str:
    """Return a message without the value, which each file shows in its own way (`5.00`, `5`), and without the address of another cell."""
    return message.partition("，得到")[0].partition("：")[0]
