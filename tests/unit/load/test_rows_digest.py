from __future__ import annotations

import datetime as dt
from array import array

import pytest

from engine.base.records import replace
from engine.load.rows_digest import rows_digest
from engine.model.packed import Figures, Words
from engine.model.tables import Cell, Column, ColumnType, DataTable

DAY = dt.date(2025, 6, 2)
PLAIN = DataTable(
    "weekly",
    "data/weekly.csv",
    "",
    (
        Column("周", ColumnType.DATE, (DAY, None, DAY), "A"),
        Column("团队", ColumnType.TEXT, ("华东", "华南", None), "B"),
        Column("GMV", ColumnType.NUMBER, (10.0, None, 30.0), "C"),
    ),
    (2, 3, 4),
    where="团队 <> '华北'",
)


def packed() -> DataTable:
    days = Words(memoryview(array("i", [1, 0, 1])), (None, DAY))
    teams = Words(memoryview(array("i", [0, 1, 3])), ("华东", "华南", "华北", None))
    money = Figures(memoryview(array("d", [10, float("nan"), 30])))
    columns = tuple(replace(column, values=values) for column, values in zip(PLAIN.columns, (days, teams, money), strict=True))
    return replace(PLAIN, columns=columns, rows=range(2, 5))


def with_values(index: int, *values: Cell) -> DataTable:
    columns = list(PLAIN.columns)
    columns[index] = replace(columns[index], values=values)
    return replace(PLAIN, columns=tuple(columns))


def test_a_packed_table_and_a_plain_one_have_one_digest() -> None:
    assert rows_digest(packed()) == rows_digest(PLAIN)
    assert len(rows_digest(PLAIN)) == 64


@pytest.mark.parametrize(
    "other",
    [
        with_values(2, 10.0, None, 31.0),
        with_values(2, 10.0, 0.0, 30.0),
        with_values(2, 10, None, 30),
        with_values(1, "华东", "华南", ""),
        with_values(1, "华东", "华东", None),
        with_values(0, DAY, None, DAY + dt.timedelta(days=1)),
        with_values(0, DAY.isoformat(), None, DAY.isoformat()),
        replace(PLAIN, rows=(2, 3, 5)),
        replace(PLAIN, where=""),
        replace(PLAIN, file="data/monthly.csv"),
        replace(PLAIN, columns=PLAIN.columns[:2]),
        replace(PLAIN, columns=(*PLAIN.columns[:2], replace(PLAIN.columns[2], percent=True))),
        replace(PLAIN, columns=(*PLAIN.columns[:2], replace(PLAIN.columns[2], name="GMv"))),
    ],
)
def test_whatever_a_figure_may_come_from_changes_it(other: DataTable) -> None:
    assert rows_digest(other) != rows_digest(PLAIN)


def test_what_was_noticed_on_reading_does_not() -> None:
    assert rows_digest(replace(PLAIN, encoding="gb18030", notes=())) == rows_digest(PLAIN)
