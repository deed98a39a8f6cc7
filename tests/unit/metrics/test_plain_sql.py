from __future__ import annotations

import pytest

from engine.metrics.database import Database
from engine.metrics.plain_sql import read_result, read_test
from engine.metrics.sql import AGGREGATES
from engine.metrics.sql_terms import (
    Aggregate,
    Among,
    Arithmetic,
    Case,
    Compare,
    Count,
    Field,
    Junction,
    Number,
    Ordered,
)
from engine.model.tables import Cell, Column, ColumnType, DataTable


def column(name: str, kind: ColumnType = ColumnType.NUMBER, value: Cell = 1.0) -> Column:
    return Column(name, kind, (value,), "A")


GMV, COST, CHANNEL, DAY = column("GMV"), column("费用"), column("渠道", ColumnType.TEXT, "门店"), column("日期", ColumnType.DATE, None)
TABLE = DataTable(
    "t", "t.csv", "", (GMV, COST, CHANNEL, DAY, column("order"), column("a b"), column("Gmv2"), column("x"), column("X")), (2,)
)


def test_an_aggregate_of_a_column() -> None:
    understood = read_result("sum(费用)", TABLE)
    assert understood is not None
    assert (understood.result, understood.columns) == (Aggregate("sum", Field(COST)), (COST,))


def test_arithmetic_keeps_its_order_and_columns_that_of_the_table() -> None:
    understood = read_result("(SUM(费用) - sum( gmv )) / -2.5 * count(*)", TABLE)
    assert understood is not None
    difference = Arithmetic("-", Aggregate("sum", Field(COST)), Aggregate("sum", Field(GMV)))
    assert understood.result == Arithmetic("*", Arithmetic("/", difference, Number(-2.5)), Count(None))
    assert understood.columns == (GMV, COST)


def test_cases_and_counts() -> None:
    understood = read_result("avg(case when 渠道 in ('门店', 'it''s') or GMV >= 9 and GMV < 费用 then 100.0 else 0 end)", TABLE)
    both = Junction(every=True, parts=(Compare(">=", Field(GMV), Number(9)), Compare("<", Field(GMV), Field(COST))))
    either = Junction(every=False, parts=(Among(CHANNEL, frozenset({"门店", "it's"})), both))
    assert understood is not None
    assert understood.result == Aggregate("avg", Case(((either, Number(100.0)),), Number(0)))
    assert understood.columns == (GMV, COST, CHANNEL)
    distinct = read_result("count(distinct 日期)", TABLE)
    assert distinct is not None
    assert distinct.result == Count(DAY, distinct=True)


def test_conditions() -> None:
    understood = read_test("\"渠道\" <> '门店'", TABLE)
    assert understood is not None
    assert (understood.test, understood.columns) == (Among(CHANNEL, frozenset({"门店"}), but=True), (CHANNEL,))


@pytest.mark.parametrize(
    "text",
    [
        "", "1", "1 + 2", "GMV", "sum(GMV", "sum(GMV))", "sum(GMV) sum(GMV)", "sum(GMV) as x", "sum(无)", "sum(渠道)", "sum(日期)", "sum(x)",
        "sum(order)", "sum(a b)", "sum(GMV) -- x", "sum(GMV) /* x */", "sum(GMV) // 2", "sum(GMV) % 2", "sum(GMV) ** 2", "sum(1.5)", "sum(distinct GMV)",
        "median(GMV)", "sum(GMV) filter (where GMV > 1)", "sum(GMV) over ()", "sum(case when GMV > 1 then 0.1 else 0 end)", "sum(1 + 2)",
        "sum(case GMV when 1 then 2 end)", "sum(case end)", "sum(GMV) * 1234567890123456", "sum(GMV) * 1e3", "1 * 2 + sum(GMV)", "sum(GMV); drop table t",
        "sum(cast(GMV as int))", "min(日期)", "sum(（GMV）)", "(" * 3000 + "sum(GMV)" + ")" * 3000,
    ],
)  # fmt: skip
def test_everything_else_is_left_to_the_database(text: str) -> None:
    assert read_result(text, TABLE) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "true", "GMV", "渠道", "渠道 = GMV", "渠道 = 门店", "渠道 like '门%'", "not GMV > 1", "日期 > '2025-01-01'", "GMV between 1 and 2",
        "GMV is null", "渠道 not in ('a')", "GMV in (1, 2)", "GMV == 1", "GMV != 1", "(GMV > 1)", "1 = 1", "sum(GMV) > 1", "渠道 = 'a' 'b'", "渠道 = 'a",
    ],
)  # fmt: skip
def test_other_conditions_are_left_to_the_database(text: str) -> None:
    assert read_test(text, TABLE) is None


def test_texts_have_an_order() -> None:
    understood = read_test("渠道 >= '门店'", TABLE)
    assert understood is not None
    assert understood.test == Ordered(CHANNEL, ">=", "门店")


def test_quoted_names_may_be_anything() -> None:
    assert read_result('sum("a b") / sum("order")', TABLE) is not None


def test_words_that_mean_more_to_the_database_are_no_names() -> None:
    keywords = Database().rows("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category <> 'unreserved'")
    for (word,) in keywords:
        table = DataTable("t", "t.csv", "", (column(word),), (2,))
        assert read_result(f"sum({word})", table) is None, word


def test_aggregates_understood_are_aggregates_allowed() -> None:
    for name in AGGREGATES - {"count"}:
        known = read_result(f"{name}(GMV)", TABLE) is not None
        assert known == (name in {"sum", "avg", "min", "max"})
