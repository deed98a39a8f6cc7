"""A bench for tables: write a file, describe it, read it, and see the rows and what was said."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from engine.base.diagnostics import Location, Outcome, Severity
from engine.base.workspace import Workspace
from engine.model.tables import DataTable
from engine.sources.definition import Around, Bindable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

HERE = Location("report.yaml", 7, 3)


def place(path: tuple[str | int, ...]) -> Location:
    """Return a place that tells which part of the entry was asked for."""
    return Location("report.yaml", 7, 3, cell="report.yaml:" + ".".join(map(str, path)))


NAMES: Mapping[str, Bindable] = {"period_start": dt.date(2025, 1, 1), "period_end": dt.date(2025, 6, 30), "team": "华东"}
AROUND = Around(place, NAMES, dt.date(2025, 6, 30))


@dataclass(frozen=True, slots=True)
class Bench:
    """Writes into the workspace root and reads tables from there."""

    workspace: Workspace

    @property
    def root(self) -> Path:
        return self.workspace.root

    def table(self, **spec: Any) -> Outcome[DataTable]:
        return read_table(self.workspace, self.root, "t", TableSpec.model_validate(spec), HERE, AROUND)

    def csv(self, content: str | bytes, **spec: Any) -> Outcome[DataTable]:
        blob = content.encode() if isinstance(content, str) else content
        (self.root / "weekly.csv").write_bytes(blob)
        return self.table(file="weekly.csv", **spec)

    def book(self, fill: Callable[[Any], None], **spec: Any) -> Outcome[DataTable]:
        """Let `fill` write on the sheet 目标 of a new workbook kpi.xlsx, and read it."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "目标"
        fill(sheet)
        book.save(self.root / "kpi.xlsx")
        return self.table(file="kpi.xlsx", **spec)

    def parquet(self, select: str, **spec: Any) -> Outcome[DataTable]:
        """Let DuckDB write the answer to a SELECT as weekly.parquet, and read it."""
        with duckdb.connect(":memory:") as connection:
            connection.execute(f"COPY ({select}) TO '{self.root / 'weekly.parquet'}' (FORMAT parquet)")
        return self.table(file="weekly.parquet", **spec)

    def database(self, *statements: str) -> Path:
        """Make ops.sqlite anew with these statements."""
        path = self.root / "ops.sqlite"
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return path

    def rows(self, *rows: list[Any], **spec: Any) -> Outcome[DataTable]:
        """Read a workbook made of rows; its merged areas are in `merge`, e.g. `["A1:C1"]`."""
        merges = spec.pop("merge", [])

        def fill(sheet: Any) -> None:
            for row in rows:
                sheet.append(row)
            for area in merges:
                sheet.merge_cells(area)

        return self.book(fill, **spec)


@pytest.fixture
def bench(workspace: Workspace) -> Bench:
    return Bench(workspace)


def told(outcome: Outcome[DataTable], severity: Severity | None = Severity.ERROR) -> list[str]:
    """Return `place: CODE message` in Chinese for each finding of one severity (None: all)."""
    return [f"{item.where}: {item.code} {item.message.zh}" for item in outcome.diagnostics if severity in {None, item.severity}]


def picture(outcome: Outcome[DataTable]) -> str:
    """Return the table as text: names and types, then one line per record with its sheet row."""
    table = outcome.value
    assert table is not None, "\n".join(told(outcome))
    head = " | ".join(f"{column.name}:{column.type.value}{'%' if column.percent else ''}" for column in table.columns)
    lines = [f"{number}: " + " | ".join(str(value) for value in table.record(index).values()) for index, number in enumerate(table.rows)]
    return "\n".join([head, *lines])
