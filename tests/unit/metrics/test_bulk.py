from __future__ import annotations

import datetime as dt

import numpy as np

from engine.metrics.bulk import LONG, bulk_of
from engine.metrics.database import Database
from engine.model.tables import Cell, DataTable
from tests.support.review import table

DAY = dt.date(2025, 6, 1)


def mixed(rows: int) -> DataTable:
    words: list[Cell] = ["甲", None, "乙", "甲"]
    numbers: list[Cell] = [1.5, 2.0, None, -4.0]
    days: list[Cell] = [DAY, None, DAY + dt.timedelta(days=1), DAY]
    return table("t", {name: (values * rows)[:rows] for name, values in {"词": words, "数": numbers, "日": days}.items()})


def test_words_and_days_are_places_in_a_list() -> None:
    found = bulk_of(mixed(4))
    assert list(found.arrays["r"]) == [2, 3, 4, 5]
    assert (list(found.arrays["c0"]), list(found.arrays["c2"])) == ([1, 0, 2, 1], [1, 0, 2, 1])
    assert np.array_equal(found.arrays["c1"], [1.5, 2.0, np.nan, -4.0], equal_nan=True)
    assert found.values == (["甲", "乙"], [DAY, DAY + dt.timedelta(days=1)])


def test_a_long_table_holds_what_a_short_one_holds() -> None:
    long, short = mixed(LONG), mixed(8)
    in_bulk, in_lists = Database(), Database()
    columns = '"__row", "词", "数", "日"'
    wanted = in_lists.rows(f"SELECT {columns} FROM {in_lists.table(short)}")
    assert in_bulk.rows(f"SELECT {columns} FROM {in_bulk.table(long)} LIMIT 8") == wanted
    assert in_bulk.rows(f"SELECT count(*), count(词), count(数), count(日) FROM {in_bulk.table(long)}") == [(LONG, *[LONG * 3 // 4] * 3)]
