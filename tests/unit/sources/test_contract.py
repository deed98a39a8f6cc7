from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Outcome, Severity
from engine.base.workspace import Workspace
from engine.model.tables import DataTable
from engine.sources import limits
from engine.sources.contract import _last_day
from tests.unit.sources.conftest import Bench, picture, told

WEEKLY = "周,渠道,曝光,转化率\n2025-06-02,抖音,1200,12%\n2025-06-09,小红书,-3,8%\n2025-06-16,抖因,,120%\n2025-06-16,抖因,5,3%\n"


def held(bench: Bench, content: str = WEEKLY, **contract: Any) -> Outcome[DataTable]:
    return bench.csv(content, contract=contract)


def test_a_table_that_keeps_its_contract(bench: Bench) -> None:
    outcome = held(
        bench,
        columns={"周": "date", "渠道": {"one_of": ["抖音", "小红书", "抖因"]}, "曝光": {"type": "number", "min": -3, "max": "0.12万"}},
        required=["周", "渠道", "转化率"],
        unique=["周", "渠道", "曝光"],
        fresh_until="2025-06-16",
        rows={"min": 4, "max": 4},
    )
    assert outcome.expect_clean().names == ("周", "渠道", "曝光", "转化率")


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ({"required": ["曝光"]}, ["weekly.csv!C4: DATA061 「曝光」必填，这里是空的"]),
        (
            {"columns": {"渠道": {"one_of": ["抖音", "小红书"]}}},
            [f"weekly.csv!B{row}: DATA062 「渠道」只能是 抖音、小红书，得到“抖因”" for row in (4, 5)],
        ),
        ({"columns": {"曝光": {"min": 0}}}, ["weekly.csv!C3: DATA063 「曝光」应不小于 0，得到 -3"]),
        ({"columns": {"转化率": {"max": "100%"}}}, ["weekly.csv!D4: DATA063 「转化率」应不大于 100%，得到 120%"]),
        ({"columns": {"周": {"min": "2025-06-09"}}}, ["weekly.csv!A2: DATA063 「周」应不小于 2025-06-09，得到 2025-06-02"]),
        ({"columns": {"曝光": {"one_of": [1200, "5"]}}}, ["weekly.csv!C3: DATA062 「曝光」只能是 1200、5，得到“-3”"]),
        ({"unique": ["周", "渠道"]}, ["weekly.csv!A5: DATA064 「周、渠道」重复：2025-06-16、抖因，weekly.csv!A4 已经有了"]),
        ({"fresh_until": "period_end"}, ["weekly.csv!A4: DATA065 「周」最新是 2025-06-16，应到 2025-06-30"]),
        ({"fresh_until": "2025-06-22", "columns": {"周": "week"}}, []),
        ({"fresh_until": "2025-06-23", "columns": {"周": "week"}}, ["weekly.csv!A4: DATA065 「周」最新是 2025-06-16，应到 2025-06-23"]),
        ({"fresh_until": "period_end", "columns": {"周": "month"}}, []),
        ({"rows": {"min": 10}}, ["weekly.csv: DATA066 有 4 行，应不少于 10 行"]),
        ({"rows": {"max": 2}}, ["weekly.csv: DATA066 有 4 行，应不多于 2 行"]),
    ],
)
def test_each_breach_is_named_by_its_cell(bench: Bench, contract: dict[str, Any], expected: list[str]) -> None:
    assert told(held(bench, **contract)) == expected


@pytest.mark.parametrize(
    ("contract", "expected"),
    [
        ({"columns": {"渠到": "text"}}, "report.yaml:contract.columns.渠到: DATA060 约定里的列“渠到”不存在，现有：周、渠道、曝光、转化率"),
        ({"required": ["周", "团队"]}, "report.yaml:contract.required.1: DATA060 约定里的列“团队”不存在，现有：周、渠道、曝光、转化率"),
        ({"unique": ["团队"]}, "report.yaml:contract.unique.0: DATA060 约定里的列“团队”不存在，现有：周、渠道、曝光、转化率"),
        (
            {"fresh_until": "period_end", "fresh_by": "月"},
            "report.yaml:contract.fresh_by: DATA060 约定里的列“月”不存在，现有：周、渠道、曝光、转化率",
        ),
        ({"fresh_until": "period_end", "fresh_by": "渠道"}, "report.yaml:contract.fresh_by: DATA060 fresh_by 的「渠道」不是日期列"),
        ({"columns": {"渠道": {"min": 0}}}, "report.yaml:contract.columns.渠道.min: DATA060 「渠道」是文字列，约定的 min 对它没有意义"),
        (
            {"columns": {"曝光": {"max": "许多"}}},
            "report.yaml:contract.columns.曝光.max: DATA060 「曝光」是数字列，约定的 max 对它没有意义",
        ),
        (
            {"columns": {"曝光": {"one_of": ["抖音"]}}},
            "report.yaml:contract.columns.曝光.one_of: DATA060 「曝光」是数字列，约定的 one_of 对它没有意义",
        ),
        (
            {"columns": {"转化率": {"max": 100}}},
            "report.yaml:contract.columns.转化率.max: DATA060 「转化率」是百分数，约定的 max: 100 少了 %",
        ),
    ],
)
def test_a_contract_that_cannot_be_meant_is_an_error_in_the_yaml(bench: Bench, contract: dict[str, Any], expected: str) -> None:
    assert told(held(bench, **contract)) == [expected]
    assert told(held(bench, severity="warn", **contract)) == [expected]


def test_types_of_the_contract_are_types_of_the_table(bench: Bench) -> None:
    assert told(held(bench, "a,b\n1,x\n2,y\n", columns={"b": "number"})) == [
        "weekly.csv!B2: DATA042 「b」应为数字，得到“x”",
        "weekly.csv!B3: DATA042 「b」应为数字，得到“y”",
    ]
    assert picture(held(bench, "a\n017\n", columns={"a": "text"})).endswith("2: 017")
    both = bench.csv("a\n1\n", types={"a": "text"}, contract={"columns": {"a": "number"}})
    assert told(both) == ["report.yaml:contract.columns.a: DATA060 「a」在 types 里是 text，在约定里是 number"]


def test_several_dates_have_to_be_told_apart(bench: Bench) -> None:
    dates = "始,终\n2025-06-02,2025-06-30\n"
    assert told(held(bench, dates, fresh_until="period_end")) == [
        "report.yaml:contract.fresh_until: DATA060 有几个日期列，要写明看哪个：始、终"
    ]
    assert not held(bench, dates, fresh_until="period_end", fresh_by="终").diagnostics
    assert told(held(bench, "a\n1\n", fresh_until="period_end")) == [
        "report.yaml:contract.fresh_until: DATA060 表里没有日期列，判断不了是否更新"
    ]
    assert told(held(bench, "a,b\n1,\n", columns={"b": "date"}, fresh_until="period_end")) == ["weekly.csv: DATA065 「b」没有任何日期"]


def test_breaches_may_be_warnings(bench: Bench) -> None:
    outcome = held(bench, severity="warn", required=["曝光"])
    assert outcome.value is not None
    assert told(outcome, Severity.WARNING) == ["weekly.csv!C4: DATA061 「曝光」必填，这里是空的"]


def test_all_breaches_are_told_and_a_long_list_is_cut(bench: Bench) -> None:
    content = "a,b\n" + "-1,x\n" * 57
    outcome = held(bench, content, columns={"a": {"min": 0}}, unique=["a"], rows={"max": 3})
    found = told(outcome)
    assert len(found) == 2 * (limits.MAX_LISTED + 1) + 1
    assert [message.split(" ", 1)[1] for message in found if "DATA049" in message] == [
        "DATA049 同类问题还有 37 处",
        "DATA049 同类问题还有 36 处",
    ]


def test_cells_of_other_sources_have_their_own_addresses(bench: Bench) -> None:
    contract = {"columns": {"a": {"min": 0}}}
    assert told(bench.rows(["a", "b"], [-1, "x"], contract=contract))[0].startswith("kpi.xlsx!目标!A2: DATA063")
    assert told(bench.parquet("SELECT -1 AS a", contract=contract))[0].startswith("weekly.parquet!a#1: DATA063")
    bench.database("CREATE TABLE t (a)", "INSERT INTO t VALUES (-1)")
    assert told(bench.table(file="ops.sqlite", contract=contract))[0].startswith("ops.sqlite!t!a#1: DATA063")
    assert told(bench.table(rows=[{"a": -1}], contract=contract))[0].startswith("report.yaml:7!t!A1: DATA063")


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)))
def test_a_row_reaches_to_the_end_of_what_it_is_about(day: dt.date) -> None:
    monday, first = day - dt.timedelta(days=day.weekday()), day.replace(day=1)
    assert _last_day(day, "date") == _last_day(day, None) == day
    assert _last_day(monday, "week").weekday() == 6
    assert (_last_day(first, "month") + dt.timedelta(days=1)).day == 1 and _last_day(first, "month").month == day.month


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3)), min_size=1, max_size=30))
def test_as_many_keys_are_told_twice_as_there_are_rows_too_many(
    tmp_path_factory: pytest.TempPathFactory, keys: list[tuple[str, int]]
) -> None:
    root = tmp_path_factory.mktemp("contract")
    bench = Bench(Workspace(root, root / "out", dt.date(2025, 7, 8)))
    rows = [{"k": key, "n": number} for key, number in keys]
    found = told(bench.table(rows=rows, contract={"unique": ["k", "n"]}))
    twice = len(keys) - len(set(keys))
    assert sum("DATA064" in message for message in found) == min(twice, limits.MAX_LISTED)
