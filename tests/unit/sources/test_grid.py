from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Location
from engine.sources.grid import BadCell, CellFault, Grid, Percent, RawCell, column_letter, is_blank, shown

GRID = Grid("data/kpi.xlsx", "目标", Location("data/kpi.xlsx", cell="kpi.xlsx!目标"), (["a"], [1.0]), range(5, 6), first_column=25)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
def test_column_letters(index: int, letters: str) -> None:
    assert column_letter(index) == letters


def test_places_are_named_as_people_say_them() -> None:
    assert str(GRID.location(1, 0)) == "kpi.xlsx!目标!AA5"
    assert GRID.location(1, 0) == Location("data/kpi.xlsx", 5, 27, cell="kpi.xlsx!目标!AA5")
    assert str(GRID.row_location(0)) == "kpi.xlsx!目标!5:5"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("x", "x"),
        (3.0, "3"),
        (0.1, "0.1"),
        (Percent(0.125), "12.5%"),
        (dt.date(2025, 7, 1), "2025-07-01"),
        (BadCell(CellFault.ERROR_VALUE, "#N/A"), "#N/A"),
    ],
)
def test_cells_are_shown_as_the_sheet_shows_them(cell: RawCell, text: str) -> None:
    assert shown(cell) == text


def test_blank_is_what_shows_nothing() -> None:
    assert is_blank(None)
    assert is_blank(" \u3000")
    assert not is_blank(0.0)
    assert not is_blank("—")
