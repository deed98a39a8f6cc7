from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from pathlib import Path

import pytest

from tests.support.findings import found, reading

METRIC = "gmv: {{label: 成交额, table: d, value: sum(额), unit: 元, source: 中台, date: 日期{more}}}\n"
MONTHLY = "gmv: {label: 成交额, table: d, value: sum(额), unit: 元, source: 中台, date: 月份, period: 2025H1}\n"
SUNDAYS = [str(dt.date(2025, 4, 6) + dt.timedelta(days=7 * week)) for week in range(13)]
HEAD = "kind: midyear-review\ntitle: 述职\ndate: 2025-07-08\nperiod: {period}\n"


def days(first: str, last: str, without: Collection[str] = (), step: int = 1) -> str:
    start, count = dt.date.fromisoformat(first), (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1
    listed = [str(start + dt.timedelta(days=number)) for number in range(0, count, step)]
    return "日期,额\n" + "".join(f"{day},10\n" for day in listed if day not in without)


def told(tmp_path: Path, data: str, *, period: str = "2025Q2", more: str = "", metric: str = METRIC) -> list[str]:
    metrics = metric.format(more=more) if metric is METRIC else metric
    read = reading(tmp_path, "- text: 共 {{ m.gmv }}", metrics=metrics, files={"data/d.csv": data}, head=HEAD.format(period=period))
    return found("DATA071", read)


def test_missing_days_are_named_at_the_table(tmp_path: Path) -> None:
    gone = ("2025-05-03", "2025-05-04", "2025-06-10")
    assert told(tmp_path, days("2025-04-01", "2025-06-30", gone)) == [
        "5:8 table d (d.csv) lacks 3 dates in between: 2025-05-03..2025-05-04, 2025-06-10"
    ]


def test_no_more_than_five_are_named(tmp_path: Path) -> None:
    gone = [f"2025-05-{day:02}" for day in range(2, 15, 2)]
    (message,) = told(tmp_path, days("2025-04-01", "2025-06-30", gone))
    assert message.endswith("lacks 7 dates in between: 2025-05-02, 2025-05-04, 2025-05-06, 2025-05-08, 2025-05-10 and others")


@pytest.mark.parametrize(
    ("data", "period"),
    [
        (days("2025-04-01", "2025-06-30"), "2025Q2"),
        (days("2025-04-20", "2025-06-10"), "2025Q2"),  # what comes before and after is no gap
        (days("2025-01-01", "2025-06-30", ("2025-02-03",)), "2025Q2"),  # not in the period
        (days("2025-04-01", "2025-06-30", SUNDAYS), "2025Q2"),
        ("日期,额\n2025-04-03,1\n2025-04-20,1\n2025-05-02,1\n", "2025Q2"),  # events
    ],
)  # fmt: skip
def test_complete_tables_pass(tmp_path: Path, data: str, period: str) -> None:
    assert told(tmp_path, data, period=period) == []


def test_the_period_compared_with_counts_as_well(tmp_path: Path) -> None:
    data = days("2025-01-01", "2025-06-30", ("2025-02-03",))
    assert told(tmp_path, data, more=", compare: {mom: {shift: 1 quarter}}") == ["5:8 table d (d.csv) lacks 1 dates in between: 2025-02-03"]


def test_a_missing_week_and_a_missing_month_are_named(tmp_path: Path) -> None:
    assert told(tmp_path, days("2025-03-31", "2025-06-30", ("2025-05-05",), step=7)) == [
        "5:8 table d (d.csv) lacks 1 dates in between: 2025-05-05"
    ]
    months = "月份,额\n2025-01-01,1\n2025-02-01,1\n2025-04-01,1\n2025-05-01,1\n"
    assert told(tmp_path, months, metric=MONTHLY) == ["5:8 table d (d.csv) lacks 1 dates in between: 2025-03-01"]
