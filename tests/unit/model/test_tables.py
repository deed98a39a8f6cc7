"""Loaded tables remember their cells."""

from __future__ import annotations

from engine.model.tables import Column, ColumnType, DataTable

NAMES = Column("指标", ColumnType.TEXT, ("曝光", "转化"), "B")
TARGETS = Column("目标", ColumnType.NUMBER, (5e7, 0.175), "C")
SHEET = DataTable("kpi", "content/h1/data/kpi.xlsx", "目标", (NAMES, TARGETS), (4, 6))


def test_size_and_names() -> None:
    assert len(SHEET) == 2
    assert SHEET.names == ("指标", "目标")


def test_columns_and_records() -> None:
    assert SHEET.column("目标") is TARGETS
    assert SHEET.column("实际") is None
    assert SHEET.record(1) == {"指标": "转化", "目标": 0.175}


def test_the_address_of_a_cell_counts_rows_of_the_sheet() -> None:
    assert SHEET.cell_address(TARGETS, 1) == "kpi.xlsx!目标!C6"
    csv = DataTable("weekly", "data/weekly.csv", "", (TARGETS,), (2, 3))
    assert csv.cell_address(TARGETS, 0) == "weekly.csv!C2"
