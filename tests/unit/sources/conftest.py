"""A bench for tables: write a file, describe it, read it, and see the rows and what was said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from engine.base.diagnostics import Location, Outcome, Severity
from engine.base.workspace import Workspace
from engine.model.tables import DataTable
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

HERE = Location("report.yaml", 7, 3)


@dataclass(frozen=True, slots=True)
class Bench:
    """Writes into the workspace root and reads tables from there."""

    workspace: Workspace

    @property
    def root(self) -> Path:
        return self.workspace.root

    def table(self, **spec: Any) -> Outcome[DataTable]:
        return read_table(self.workspace, self.root, "t", TableSpec.model_validate(spec), HERE)

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
