from __future__ import annotations

import datetime as dt

import pytest

from engine.load.member import Member
from engine.model.tables import Cell, Column, ColumnType, DataTable


def member(**cells: tuple[ColumnType, Cell]) -> Member:
    columns = (Column(name, kind, (value,), "A") for name, (kind, value) in cells.items())
    return Member("team", "华东", DataTable("teams", "data/teams.csv", "", tuple(columns), (2,)))


@pytest.mark.parametrize(
    ("kind", "cell", "bound"),
    [
        (ColumnType.TEXT, "华东", "华东"),
        (ColumnType.TEXT, None, None),
        (ColumnType.NUMBER, 12.0, 12),
        (ColumnType.NUMBER, 1.5, 1.5),
        (ColumnType.NUMBER, None, None),
        (ColumnType.DATE, dt.date(2025, 7, 8), dt.date(2025, 7, 8)),
    ],
)
def test_a_filter_may_name_each_cell_of_the_row(kind: ColumnType, cell: Cell, bound: Cell) -> None:
    bindables = member(编号=(kind, cell)).bindables()
    assert bindables == {"team.编号": bound}
    assert type(bindables["team.编号"]) is type(bound)


def test_all_columns_are_known_by_the_variable_of_the_batch() -> None:
    row = member(name=(ColumnType.TEXT, "华东"), 目标=(ColumnType.NUMBER, 100.0))
    assert list(row.bindables()) == ["team.name", "team.目标"]
