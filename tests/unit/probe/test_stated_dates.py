from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.probe.stated_dates import stated_days, stated_period


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("数据截至 2025-06-30", "2025-06-30"),
        ("数据截止2025年6月30日", "2025-06-30"),
        ("数据截止时间：2025/6/30", "2025-06-30"),
        ("来源：交易中台，数据截至2025.06.30", "2025-06-30"),
        ("数据更新至2025年6月", "2025-06-30"),
        ("数据更新时间: 2025-07-02 08:00", "2025-07-02"),
        ("统计截至 2025年6月底", "2025-06-30"),
        ("截至2025年6月30日的数据显示", "2025-06-30"),
        ("数据截至 6 月 30 日", "2025-06-30"),
        ("统计周期：2025-01-01 至 2025-06-30", "2025-06-30"),
        ("统计周期：2025.1.1-2025.6.30", "2025-06-30"),
        ("数据期间：2025年1月-6月", "2025-06-30"),
        ("统计周期：1月1日至6月30日", "2025-06-30"),
        ("数据区间：2025年1月1日—6月20日", "2025-06-20"),
        ("Data as of 30 June 2025", "2025-06-30"),
        ("Source: CRM, data through Jun 30, 2025", "2025-06-30"),
        ("Data cut-off: 2025-06-30", "2025-06-30"),
        ("Data updated on June 30, 2025", "2025-06-30"),
        ("Figures up to June 2025", "2025-06-30"),
    ],
)
def test_a_day_is_stated(line: str, day: str) -> None:
    assert [each for _, each in stated_days([line], 2025)] == [dt.date.fromisoformat(day)]


@pytest.mark.parametrize(
    "line",
    [
        "截至 2025-03-31，GMV 达到 1.2 亿",  # what was reached by a day, not how far data reach
        "竞品数据截至 2024-12-31",
        "去年同期数据截至 2024-06-30",
        "Industry data as of 31 December 2024",
        "数据来源：2024 年年报",
        "数据截至 2025-13-40",
        "大数据平台 2025-06-30 上线",
        "As of 30 June 2025 we had 12 stores",
        "数据中心 3 月 15 日 交付",
        "统计周期：3-5 天",
    ],
)
def test_nothing_is_stated(line: str) -> None:
    assert list(stated_days([line], 2025)) == []


def test_a_date_without_a_year_needs_that_of_the_period() -> None:
    assert list(stated_days(["数据截至 6 月 30 日"], None)) == []


def test_the_words_are_told() -> None:
    assert [words for words, _ in stated_days(["来源：交易中台；数据截至 2025-06-30（含）"], None)] == ["数据截至 2025-06-30"]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("2025 年上半年述职", ("2025-01-01", "2025-06-30")),
        ("2025H2 活动复盘", ("2025-07-01", "2025-12-31")),
        ("2025年第三季度策略跟踪", ("2025-07-01", "2025-09-30")),
        ("2025年Q1 总结", ("2025-01-01", "2025-03-31")),
        ("2025年6月经营月报", ("2025-06-01", "2025-06-30")),
        ("2025年度总结", ("2025-01-01", "2025-12-31")),
        ("H1 2025 Review", ("2025-01-01", "2025-06-30")),
        ("Q3 2025 tracker", ("2025-07-01", "2025-09-30")),
    ],
)
def test_the_period_of_a_title(title: str, period: tuple[str, str]) -> None:
    assert stated_period([title]) == tuple(map(dt.date.fromisoformat, period))


@pytest.mark.parametrize(
    "title", ["年中述职", "2026 年度推广规划", "2025H1 与 2025H2 对比", "2025年6月30日", "2025年13月", "Plan for H1 2026"]
)
def test_no_one_period(title: str) -> None:
    assert stated_period([title]) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: dt.date) -> None:
    lines = [f"数据截至 {day}", f"数据截至{day.year}年{day.month}月{day.day}日", f"data as of {day.day} {day:%B} {day.year}"]
    assert [each for _, each in stated_days(lines, None)] == [day] * 3


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    assert isinstance(list(stated_days([line, f"数据截至{line}"], 2025)), list)


def test_how_far_data_reach_is_no_period() -> None:
    assert stated_period(["2025年第二季度", "数据更新至2025年5月"]) == (dt.date(2025, 4, 1), dt.date(2025, 6, 30))
