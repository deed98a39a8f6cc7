from __future__ import annotations

from contextlib import suppress

import pytest

from engine.metrics.database import Database
from engine.metrics.problems import FactError
from engine.metrics.sql import Purpose, read_expression
from engine.model.tables import Column, ColumnType, DataTable
from tests.support.review import AT, TABLES

SALES = TABLES["sales"]


def columns(text: str, purpose: Purpose = Purpose.VALUE) -> list[str]:
    return [column.name for column in read_expression(text, purpose, SALES, Database(), AT).columns]


def refused(text: str, purpose: Purpose = Purpose.VALUE, table: DataTable = SALES) -> FactError:
    with pytest.raises(FactError) as caught:
        read_expression(text, purpose, table, Database(), AT)
    assert caught.value.at == AT
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sum(GMV)", ["GMV"]),
        ("sum(gmv) / nullif(sum(费用), 0)", ["GMV", "费用"]),
        ("sum(GMV) FILTER (WHERE 渠道 = '商城')", ["渠道", "GMV"]),
        ("count(*)", []),
        ('count(DISTINCT "活动")', ["活动"]),
        ("avg(case when 转化率 > 0.1 then 1 else 0 end)", ["转化率"]),
        ("round(max(GMV) - min(GMV), 2)", ["GMV"]),
    ],
)
def test_aggregates_and_the_columns_they_read(text: str, expected: list[str]) -> None:
    assert columns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "渠道 = '商城'",
        "渠道 in ('商城', '社群') and GMV between 1 and 2",
        "活动 like '%焕新%'",
        "日期 >= date '2025-03-01'",
        "not (转化率 is null)",
    ],
)
def test_conditions(text: str) -> None:
    assert columns(text, Purpose.CONDITION)


@pytest.mark.parametrize(
    "text",
    [
        "(select 1)",
        "sum(GMV) + (select count(*) from sales)",
        "exists(select 1)",
        "sum(GMV) over ()",
        "sum(GMV) from sales",
        "1; drop table t0",
        "*",
        "sum(GMV) as x",
        "sum(GMV) union select 1",
        "sum(GMV) order by 1",
        "distinct GMV",
        "sum(?)",
        "list_transform([1], x -> x)",
        "read_csv('x.csv')",
        "getenv('HOME')",
        "random()",
        "now()",
        "current_setting('threads')",
        "pg_catalog.sum(GMV)",
        "sum(GMV",
        "",
        "x" * 1001,
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    assert refused(text).code == "FACT004"


def test_deep_nesting_is_read_or_refused_but_never_a_crash() -> None:
    assert columns("- " * 100 + "sum(GMV)") == ["GMV"]
    with suppress(FactError):  # how deep is too deep depends on the stack below
        assert columns("- " * 490 + "sum(GMV)") == ["GMV"]


def test_a_value_needs_an_aggregate_and_a_condition_none() -> None:
    error = refused("GMV")
    assert error.message.zh == "表达式“GMV”不可用：它没有把多行合成一个数"
    assert error.hint is not None and error.hint.zh == "加上聚合函数，如 sum(GMV)"
    assert refused("sum(GMV) > 3", Purpose.CONDITION).message.zh.endswith("条件里不能用聚合函数")


def test_hints_name_what_was_meant() -> None:
    hints = {
        "sum(GNV)": "是否指“GMV”？",
        "summ(GMV)": "是否指 sum？",
        "sum（GMV）": "改用半角符号：sum(GMV)",
    }
    for text, hint in hints.items():
        found = refused(text).hint
        assert found is not None and found.zh == hint
    quotes = refused("渠道 = 小程序", Purpose.CONDITION)
    assert quotes.code == "FACT003"
    assert quotes.hint is not None and quotes.hint.zh == "文字值写在单引号里：'小程序'"


def test_columns_that_differ_in_case_only_cannot_be_told_apart() -> None:
    twins = tuple(Column(name, ColumnType.NUMBER, (1.0,), letter) for name, letter in (("GMV", "A"), ("gmv", "B")))
    assert "只差大小写" in refused("sum(GMV)", table=DataTable("t", "t.csv", "", twins, (2,))).message.zh


def test_a_name_that_begins_with_a_digit_needs_quotes() -> None:
    hint = refused("sum(2024年成交) / sum(GMV)").hint
    assert hint is not None and hint.zh == '以数字开头的列名加双引号：sum("2024年成交") / sum(GMV)'
    assert refused("sum(GMV").hint is None
    other = refused("""sum("2024年成交" FILTER (WHERE 渠道 = '618大促')""").hint
    assert other is None
