from __future__ import annotations

import datetime as dt
import math
from array import array

import numpy as np

from engine.base.records import replace
from engine.metrics.bulk import LONG, bulk_of
from engine.metrics.database import Database
from engine.model.packed import Figures, Words
from engine.model.tables import Cell, ColumnType, DataTable
from tests.support.review import table

DAY = dt.date(2025, 6, 1)


def packed(given: DataTable) -> DataTable:
    """Return the same table as a long file gives it."""
    columns = []
    for column in given.columns:
        if column.type is ColumnType.NUMBER:
            values: Figures | Words = Figures(
                memoryview(array("d", [math.nan if value is None else float(str(value)) for value in column.values]))
            )
        else:
            places = {value: place for place, value in enumerate(dict.fromkeys(column.values))}
            values = Words(memoryview(array("i", [places[value] for value in column.values])), tuple(places))
        columns.append(replace(column, values=values))
    return replace(given, columns=tuple(columns), rows=range(given.rows[0], given.rows[-1] + 1))


def mixed(rows: int) -> DataTable:
    words: list[Cell] = ["甲", None, "乙", "甲"]
    numbers: list[Cell] = [1.5, 2.0, None, -4.0]
    days: list[Cell] = [DAY, None, DAY + dt.timedelta(days=1), DAY]
    return table("t", {name: (values * rows)[:rows] for name, values in {"词": words, "数": numbers, "日": days}.items()})


def test_words_and_days_are_places_in_a_list() -> None:
    found = bulk_of(mixed(4))
    assert list(found.arrays["r"]) == [2, 3, 4, 5]
    assert (list(found.arrays["c0"]), list(found.arrays["c2"])) == ([0, 1, 2, 0], [0, 1, 2, 0])
    assert np.array_equal(found.arrays["c1"], [1.5, 2.0, np.nan, -4.0], equal_nan=True)
    assert found.values == (["甲", None, "乙"], [DAY, None, DAY + dt.timedelta(days=1)])


def test_a_long_table_holds_what_a_short_one_holds() -> None:
    short = mixed(8)
    in_lists = Database()
    columns = '"__row", "词", "数", "日"'
    wanted = in_lists.rows(f"SELECT {columns} FROM {in_lists.table(short)}")
    for long in (mixed(LONG), packed(mixed(LONG))):
        in_bulk = Database()
        assert in_bulk.rows(f"SELECT {columns} FROM {in_bulk.table(long)} LIMIT 8") == wanted
        assert in_bulk.rows(f"SELECT count(*), count(词), count(数), count(日) FROM {in_bulk.table(long)}") == [
            (LONG, *[LONG * 3 // 4] * 3)
        ]


def test_very_many_different_words_are_an_array_of_their_own() -> None:
    words: list[Cell] = [None, *(f"A{number:05}" for number in range(LONG - 1))]
    long = packed(table("t", {"单号": words}))
    database = Database()
    assert bulk_of(long).values == ()
    assert database.rows(f"SELECT 单号 FROM {database.table(long)} ORDER BY __row") == [(word,) for word in words]
