from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.metrics.conditions import Between, Condition, Is, NoneOf
from engine.metrics.database import ROW, Database, quoted
from engine.metrics.plain_sql import read_result, read_test
from engine.metrics.tally import Tally, TallyRoll, Undecided
from engine.model.tables import Cell, Column, ColumnType, DataTable


def table(channels: list[Cell], gmv: list[Cell], cost: list[Cell], days: list[Cell]) -> DataTable:
    columns = (
        Column("渠道", ColumnType.TEXT, tuple(channels), "A"),
        Column("GMV", ColumnType.NUMBER, tuple(gmv), "B"),
        Column("费用", ColumnType.NUMBER, tuple(cost), "C"),
        Column("日期", ColumnType.DATE, tuple(days), "D"),
    )
    return DataTable("t", "t.csv", "", columns, tuple(range(3, 3 + len(channels))))


FIRST, SECOND = dt.date(2025, 1, 1), dt.date(2025, 2, 1)
SMALL = table(["门店", "直播", None, "门店"], [1, 2.5, 4, None], [2, 0, 1, 3], [FIRST, SECOND, None, SECOND])


def asked(data: DataTable, *texts: str, where: str = "", conditions: tuple[Condition, ...] = (), by: str = "") -> list[tuple[Any, ...]]:
    results = tuple(understood.result for text in texts if (understood := read_result(text, data)) and understood.result is not None)
    assert len(results) == len(texts), "left to the database"
    understood = read_test(where, data) if where else None
    assert not where or understood is not None, "left to the database"
    return [row[:-1] for row in TallyRoll(data).answer(Tally(results, where, understood.test if understood else None, conditions, by))]


def test_one_record_for_all_rows_with_how_many_and_which() -> None:
    assert asked(SMALL, "sum(GMV)", "count(*)", "count(渠道)", "count(distinct 渠道)") == [(7.5, 4, 3, 2, 4, 3, 6)]


def test_no_rows_are_no_sum() -> None:
    assert asked(SMALL, "sum(GMV)", "count(*)", where="渠道 = '抖音'") == [(None, 0, 0, None, None)]


def test_groups_come_as_they_first_appear_and_leave_out_what_is_missing() -> None:
    assert asked(SMALL, "sum(费用)", by="渠道") == [("门店", 5.0, 2, 3, 6), ("直播", 0.0, 1, 4, 4)]


def test_conditions_join_the_test() -> None:
    assert asked(SMALL, "sum(费用)", conditions=(Is("渠道", "门店"), Between("日期", SECOND, SECOND))) == [(3.0, 1, 6, 6)]
    assert asked(SMALL, "sum(费用)", where="费用 < 3", conditions=(NoneOf("渠道", ("直播",)),)) == [(2.0, 1, 3, 3)]


def test_whole_numbers_become_floats_as_in_the_database() -> None:
    ((value, *_),) = asked(SMALL, "max(费用)")
    assert isinstance(value, float)


@pytest.mark.parametrize("text", ["sum(GMV / 费用)", "sum(GMV) / (sum(费用) - 6)", "sum(GMV * 费用) / (count(*) - 4)"])
def test_division_by_zero_is_the_database_s(text: str) -> None:
    with pytest.raises(Undecided):
        asked(SMALL, text)


def test_what_overflows_is_the_database_s() -> None:
    huge = table(["门店"] * 2, [1e308, 1e308], [1, 1], [None, None])
    with pytest.raises(Undecided):
        asked(huge, "sum(GMV)")


@pytest.mark.parametrize("condition", [Is("渠道", 3.0), Is("GMV", "3"), NoneOf("日期", ("2025-01-01",)), Is("渠道", None)])
def test_values_of_another_type_are_the_database_s(condition: Condition) -> None:
    with pytest.raises(Undecided):
        asked(SMALL, "count(*)", conditions=(condition,))


NUMBERS = st.none() | st.integers(-50, 10**9) | st.floats(-1e12, 1e12, allow_subnormal=False)
ROWS = st.lists(
    st.tuples(st.sampled_from(["门店", "直播", "社群", None]), NUMBERS, NUMBERS, st.sampled_from([FIRST, SECOND, None])), max_size=40
)
TEXTS = (
    "sum(GMV)", "avg(GMV)", "min(费用)", "max(费用)", "count(GMV)", "count(distinct 日期)", "sum(GMV) / count(*) - 1", "sum(GMV * 费用) * 2.5",
    "sum(GMV - 费用) - max(GMV)", "avg(case when GMV > 费用 then 100.0 when GMV <= 3 then -100.0 else 0.0 end)",
    "sum(case when 渠道 = '门店' then GMV * (费用 + 1) end)", "sum(case when 渠道 in ('门店', '直播') or 费用 <> 3 and GMV > 1 then 1 else 0 end)",
)  # fmt: skip
WHERES = (
    "",
    "渠道 <> '门店'",
    "GMV >= 3 and 费用 < 100",
    "渠道 = '直播' or GMV = 费用",
    "渠道 in ('社群')",
    "渠道 > '直播' and 渠道 <= '门店'",
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.sampled_from(TEXTS), st.sampled_from(WHERES), st.sampled_from(["", "渠道", "日期", "GMV"]))
def test_answers_are_those_of_the_database_to_the_last_bit(
    rows: list[tuple[Cell, Cell, Cell, Cell]], text: str, where: str, by: str
) -> None:
    data = table(*([row[index] for row in rows] for index in range(4)))
    try:
        mine = asked(data, text, where=where, by=by)
    except Undecided:
        return
    database = _BASE
    database._names.clear()
    database.rows("DROP TABLE IF EXISTS t0")
    label = f"{quoted(by)}, " if by else ""
    grouped = f"{'AND' if where else 'WHERE'} {quoted(by)} IS NOT NULL GROUP BY {quoted(by)} ORDER BY min({ROW})" if by else ""
    condition = f"WHERE ({where})" if where else ""
    theirs = database.rows(f"SELECT {label}({text}), count(*), min({ROW}), max({ROW}) FROM {database.table(data)} {condition} {grouped}")
    number = 1 if by else 0
    assert [_plain(row, number) for row in mine] == [_plain(row, number) for row in theirs]


def _plain(row: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    """Return a row with its number as a float: DuckDB also has whole numbers and decimals."""
    value = row[number]
    return (*row[:number], None if value is None else float(value), *row[number + 1 :])


_BASE = Database()
