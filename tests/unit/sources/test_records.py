from __future__ import annotations

import datetime as dt
import uuid
from decimal import Decimal

import pytest

from engine.base.diagnostics import Location
from engine.sources.grid import BadCell, CellFault, RawCell
from engine.sources.records import Answer, grid_of, part_of_query, raw_cell, too_big

HERE = Location("ops.sqlite", cell="ops.sqlite!weekly")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("抖音", "抖音"),
        (True, "TRUE"),
        (12, 12.0),
        (-0.0, 0.0),
        (10**15 - 1, 999999999999999.0),
        (10**15, "1000000000000000"),  # an order number, as in a CSV file
        (Decimal("0.10"), 0.1),
        (Decimal("12345678901234567.89"), "12345678901234567.89"),
        (dt.date(2025, 7, 1), dt.date(2025, 7, 1)),
        (dt.datetime(2025, 7, 1, 23, 59, tzinfo=dt.UTC), dt.date(2025, 7, 1)),
        (dt.time(8, 30), "08:30:00"),
        (uuid.UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (float("nan"), BadCell(CellFault.ERROR_VALUE, "NaN")),
        (float("-inf"), BadCell(CellFault.ERROR_VALUE, "-Infinity")),
        (Decimal("NaN"), BadCell(CellFault.ERROR_VALUE, "NaN")),
        (b"\x00", BadCell(CellFault.ERROR_VALUE, "<bytes>")),
        ([1], BadCell(CellFault.ERROR_VALUE, "<list>")),
    ],
)
def test_values_become_the_cells_of_a_sheet(value: object, cell: RawCell) -> None:
    found = raw_cell(value)
    assert found == cell and type(found) is type(cell)
    assert str(found) == str(cell)  # -0.0 equals 0.0


def test_records_are_counted_from_one_and_columns_keep_their_names() -> None:
    grid = grid_of(Answer(("渠道", "曝光"), (["抖音", "小红书"], [1.0, 2.0])), "data/ops.sqlite", "weekly", HERE)
    assert (grid.header, list(grid.rows), grid.columns[1]) == (0, [0, 1, 2], ["曝光", 1.0, 2.0])
    assert str(grid.location(1, 2)) == "ops.sqlite!weekly!曝光#2"


def test_a_query_is_called_by_its_hash() -> None:
    assert part_of_query("SELECT 1") == "query-e004ebd5"
    assert part_of_query("SELECT 2") != part_of_query("SELECT 1")


@pytest.mark.parametrize(
    ("rows", "columns", "message"),
    [(10, 1_001, "有 1001 列，上限 1000"), (6, 2, "超过 5 行"), (5, 2, None)],
)
def test_limits(rows: int, columns: int, message: str | None) -> None:
    found = too_big(rows, columns, HERE, most_rows=5)
    assert (found and found.message.zh) == message


def test_the_limit_of_cells() -> None:
    found = too_big(1_000_000, 21, HERE)
    assert found is not None and found.message.en == "more than 20000000 cells"
