from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Location
from engine.metrics.provenance import Entered, cell_ranges, display_name, display_value, merged
from engine.model.facts import CellRange, FactSource
from tests.support.review import TABLES

SALES = TABLES["sales"]


@pytest.mark.parametrize(
    ("names", "first", "last", "expected"),
    [
        (["GMV"], 2, 7, ["data/sales.csv!D2:D7"]),
        (["GMV"], 5, 5, ["data/sales.csv!D5"]),
        (["GMV", "目标", "转化率"], 2, 7, ["data/sales.csv!D2:E7", "data/sales.csv!G2:G7"]),
        ([], 2, 7, ["data/sales.csv!A2:G7"]),
    ],
)
def test_neighbouring_columns_are_one_range(names: list[str], first: int, last: int, expected: list[str]) -> None:
    columns = [column for column in SALES.columns if column.name in names]
    assert [str(cells) for cells in cell_ranges(SALES, columns, Entered(6, first, last))] == expected


def test_sources_are_joined_without_repeats() -> None:
    cells = CellRange("a.csv", "", "A2", 1)
    one = FactSource((cells,), "SELECT 1", defined_at=Location("m.yaml", 1, 1))
    two = FactSource((cells, CellRange("b.xlsx", "表", "B3", 1)), "SELECT 1; SELECT 2", citation="问卷")
    joined = merged([one, two])
    assert [str(found) for found in joined.ranges] == ["a.csv!A2", "b.xlsx!表!B3"]
    assert (joined.query, joined.citation, str(joined.defined_at)) == ("SELECT 1; SELECT 2", "问卷", "m.yaml:1:1")


def test_names_and_values_as_the_ledger_shows_them() -> None:
    assert [display_name(name) for name in ("渠道", "客单价 元")] == ["渠道", '"客单价 元"']
    assert [display_value(value) for value in ("O'K", 3.0, dt.date(2025, 1, 2), None)] == ["'O''K'", "3", "DATE '2025-01-02'", "NULL"]


@pytest.mark.parametrize(
    ("rows", "stretches"),
    [([2], ((2, 2),)), ([2, 3, 4], ((2, 4),)), ([9, 2, 3, 4, 11, 10], ((2, 4), (9, 11))), ([5, 7], ((5, 5), (7, 7)))],
)
def test_rows_that_entered_are_named_in_stretches(rows: list[int], stretches: tuple[tuple[int, int], ...]) -> None:
    assert Entered.of(rows).stretches == stretches


def test_rows_that_nobody_listed_are_named_when_none_is_left_out() -> None:
    assert Entered(3, 2, 4).stretches == ((2, 4),)
    assert Entered(2, 2, 4).stretches == ()
