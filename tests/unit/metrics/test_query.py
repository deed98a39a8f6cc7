from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Location
from engine.base.records import replace
from engine.metrics.conditions import Between, Is, NoneOf
from engine.metrics.definition import Query
from engine.metrics.problems import FactError
from engine.metrics.query import Grouping, Order, Queries, Selection
from engine.model.tables import Column, ColumnType, DataTable, StrayCell
from tests.support.review import AT, TABLES, queries

GMV = Query("sales", "sum(GMV)", at=AT)


def test_an_aggregate_tells_its_cells_and_its_sql() -> None:
    value = queries().aggregate(GMV)
    assert value.raw == 128_400_000
    assert [f"{cells} ({cells.rows})" for cells in value.source.ranges] == ["data/sales.csv!D2:D7 (6)"]
    assert value.source.query == "SELECT sum(GMV) FROM sales"
    assert value.source.defined_at == AT


def test_conditions_are_bound_and_shown() -> None:
    query = Query("sales", "sum(GMV)", "费用 > 1000000", AT, AT)
    value = queries().aggregate(query, (Is("渠道", "商城"), Between("日期", dt.date(2025, 1, 1), dt.date(2025, 3, 31))))
    assert value.raw == 43_580_000
    assert value.source.query == (
        "SELECT sum(GMV) FROM sales WHERE (费用 > 1000000) AND 渠道 = '商城' AND 日期 BETWEEN DATE '2025-01-01' AND DATE '2025-03-31'"
    )
    assert [str(cells) for cells in value.source.ranges] == ["data/sales.csv!D2:D4"]


def test_the_condition_by_which_a_table_was_taken_is_shown() -> None:
    taken = Queries({"sales": replace(TABLES["sales"], where="渠道 = '商城' OR 渠道 = '社群'")})
    assert taken.aggregate(GMV).source.query == "SELECT sum(GMV) FROM sales WHERE 渠道 = '商城' OR 渠道 = '社群'"
    asked = taken.aggregate(Query("sales", "sum(GMV)", "费用 > 1"), (Is("渠道", "商城"),))
    assert asked.source.query == "SELECT sum(GMV) FROM sales WHERE (渠道 = '商城' OR 渠道 = '社群') AND (费用 > 1) AND 渠道 = '商城'"
    group = taken.grouped(Grouping("sales", "渠道", ("sum(GMV)",)))[0]
    assert group.values[0].source.query == "SELECT sum(GMV) FROM sales WHERE (渠道 = '商城' OR 渠道 = '社群') AND 渠道 = '商城'"


def test_a_value_that_looks_like_sql_is_only_a_value() -> None:
    value = queries().aggregate(GMV, (Is("渠道", "' OR 1=1 --"),))
    assert value.raw is None and value.reason is not None and value.reason.zh == "没有符合条件的行"


def test_none_of_is_the_rest() -> None:
    assert queries().aggregate(GMV, (NoneOf("渠道", ("商城", "社群")),)).raw == 28_800_000


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("sum(GMV) / 0", "基数为 0，比率无意义"),
        ("sum(GMV) / sum(GMV - GMV)", "基数为 0，比率无意义"),
        ("sum(nullif(GMV, GMV))", "这些行里没有数"),
    ],
)
def test_what_is_no_number_says_why(value: str, reason: str) -> None:
    answer = queries().aggregate(Query("sales", value))
    assert answer.raw is None and answer.reason is not None and answer.reason.zh == reason


@pytest.mark.parametrize(
    ("query", "code", "message"),
    [
        (Query("sale", "sum(GMV)", at=AT), "FACT002", "没有数据表“sale”"),
        (Query("sales", "sum(渠道)", at=AT), "FACT005", "“sum(渠道)”算不出数：列“渠道”是文字"),
        (Query("sales", "max(渠道)", at=AT), "FACT005", "“max(渠道)”算不出数：结果是 str"),
        (Query("sales", "sum(GMV) + 费用", at=AT), "FACT004", "表达式“sum(GMV) + 费用”不可用：有的列没有聚合"),
        (Query("sales", "sum(GMV)", "渠道 = 3", AT, AT), "FACT005", "“sum(GMV)”算不出数：数据类型不合"),
        (
            Query("sales", "sum(sum(GMV))", at=AT),
            "FACT004",
            "表达式“sum(sum(GMV))”不可用：数据库答复：aggregate function calls cannot be nested",
        ),
    ],
)
def test_mistakes_stand_at_the_definition(query: Query, code: str, message: str) -> None:
    with pytest.raises(FactError) as caught:
        queries().aggregate(query)
    assert (caught.value.code, caught.value.message.zh, caught.value.at) == (code, message, AT)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TABLE, "商城 8505 直播间 2880 社群 1455"),
        (Order.VALUE, "商城 8505 直播间 2880 社群 1455"),
        (Order.LABEL, "商城 8505 直播间 2880 社群 1455"),
    ],
)
def test_groups(order: Order, expected: str) -> None:
    groups = queries().grouped(Grouping("sales", "渠道", ("sum(GMV)", "count(*)"), order=order))
    found = " ".join(f"{group.label} {(group.values[0].raw or 0) / 1e4:g}" for group in groups)
    assert sorted(found.split()) == sorted(expected.split())
    if order is not Order.LABEL:
        assert found == expected


def test_a_group_knows_its_rows_and_condition() -> None:
    group = queries().grouped(Grouping("sales", "渠道", ("sum(GMV)",), "费用 < 10000000"))[1]
    assert group.values[0].source.query == "SELECT sum(GMV) FROM sales WHERE 费用 < 10000000 AND 渠道 = '直播间'"
    assert [str(cells) for cells in group.values[0].source.ranges] == ["data/sales.csv!D3:D6"]


def test_records_in_order() -> None:
    found = queries().records(Selection("sales", "渠道 = '商城'", "GMV", descending=True, limit=2))
    assert [TABLES["sales"].columns[0].values[index] for index in found] == ["618", "年货节"]
    assert queries().records(Selection("sales")) == (0, 1, 2, 3, 4, 5)
    with pytest.raises(FactError, match="no column 'GNV'"):
        queries().records(Selection("sales", order="GNV"))


def test_distinct_values_and_rates() -> None:
    asked = queries()
    assert asked.distinct("sales", "渠道") == ("商城", "直播间", "社群")
    assert asked.is_rate("sales", "avg(转化率)")
    assert not asked.is_rate("sales", "count(转化率)")
    assert not asked.is_rate("sales", "sum(GMV)")
    assert asked.has_column("sales", "GMV") and not asked.has_column("nowhere", "GMV")


def test_no_tables_no_database() -> None:
    with pytest.raises(FactError, match="no data table"):
        Queries({}).aggregate(GMV)


def test_questions_asked_together_get_the_same_answers() -> None:
    cost = Query("sales", "sum(费用)", at=AT)
    wrong = Query("sales", "sum(GNV)", at=AT)
    mall = (Is("渠道", "商城"),)
    together, alone = queries(), queries()
    together.prefetch([(GMV, ()), (cost, ()), (GMV, mall), (cost, mall), (wrong, ()), (Query("nope", "sum(a)"), ())])
    for question in ((GMV, ()), (cost, ()), (GMV, mall), (cost, mall)):
        assert together.aggregate(*question) == alone.aggregate(*question)
    with pytest.raises(FactError, match="no column 'GNV'"):
        together.aggregate(wrong)


def test_a_cell_that_is_no_number_is_named_with_the_mend() -> None:
    column = Column("值", ColumnType.TEXT, ("12", "约三"), "B", stray=StrayCell("约三", Location("data/w.csv", cell="B3")))
    table = DataTable("w", "data/w.csv", "", (column,), (2, 3))
    with pytest.raises(FactError) as caught:
        Queries({"w": table}).aggregate(Query("w", "sum(值)", at=AT))
    assert caught.value.message.zh == "“sum(值)”算不出数：列“值”是文字"
    assert caught.value.hint is not None
    assert caught.value.hint.zh.endswith("B3 的“约三”不是数：改成数，或在 data 里把它写进 missing")
