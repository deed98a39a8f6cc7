from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from engine.base.diagnostics import Language
from engine.metrics.conditions import Is
from engine.metrics.define import define
from engine.metrics.definition import Method, Metric, MetricsSchema, Query
from engine.metrics.evaluate import Evaluator
from engine.metrics.outlook import Outlook, adds_up, horizon
from engine.metrics.query import Queries
from tests.support.review import AT, TODAY, period, table

MONTHS = [dt.date(year, month, 1) for year in (2024, 2025) for month in range(1, 13)][:20]
TABLES = {
    "months": table("months", {"月": MONTHS, "渠道": ["甲", "乙"] * 10, "额": [100.0] * 12 + [150.0] * 8, "客": [10.0] * 20}),
    "half": table("half", {"月": MONTHS[:6], "额": [100.0] * 6}),
}
SUM: dict[str, Any] = {"label": "额", "table": "months", "value": "sum(额)", "date": "月", "compare": {"yoy": {"shift": "1 year"}}}


def outlook(code: str = "2025", **x: Any) -> Outlook:
    content = {"sum": SUM, "people": {**SUM, "value": "sum(客)"}, "x": {"label": "x", **x}} if x else {"x": SUM}
    found = define(MetricsSchema.model_validate(content), TABLES, lambda _path: AT, Language.ZH).expect_clean()
    return Outlook(Evaluator(found, Queries(TABLES), period(code)), TODAY)


def test_months_that_have_data_have_passed() -> None:
    found = outlook()
    assert found.cut("x") == dt.date(2025, 8, 31)
    assert found.passed("x") == pytest.approx(243 / 365)


def test_both_methods() -> None:
    found = outlook()
    assert found.so_far("x").raw == 1200
    assert found.forecast("x", Method.LINEAR).raw == pytest.approx(1200 / 243 * 365)
    assert (found.same_days("x").raw, found.last_year("x").raw) == (800, 1200)
    assert found.forecast("x", Method.SAME_PERIOD).raw == pytest.approx(1200 / (800 / 1200))


def test_a_part_is_forecast_by_itself() -> None:
    assert outlook().forecast("x", Method.SAME_PERIOD, (Is("渠道", "甲"),)).raw == pytest.approx(600 * 600 / 400)


def test_a_quarter_looks_back_to_the_start_of_the_year() -> None:
    found = outlook("2025Q2")
    assert found.so_far("x").raw == 900
    assert found.passed("x") == pytest.approx(181 / 365)


def test_data_that_begin_with_the_period_tell_nothing_of_the_year() -> None:
    """An export of the third quarter is no sum since January: stretched over the year it would be a third of the truth."""
    late = {"quarter": table("quarter", {"月": [dt.date(2025, month, 1) for month in (7, 8, 9)], "额": [100.0] * 3})}
    content = {"x": {"label": "额", "table": "quarter", "value": "sum(额)", "date": "月", "forecast": {"to": "2025Q3"}}}
    reasons: dict[str, tuple[float | None, str]] = {}
    for code in ("2025Q3", "2025H2", "2025"):
        content["x"]["forecast"] = {"to": code}
        found = define(MetricsSchema.model_validate(content), late, lambda _path: AT, Language.ZH).expect_clean()
        answer = Outlook(Evaluator(found, Queries(late), period("2025Q3")), TODAY).forecast("x", Method.LINEAR)
        reasons[code] = (answer.raw, answer.reason.en if answer.reason else "")
    assert reasons["2025Q3"] == (300, "")
    assert reasons["2025H2"] == (600, "")
    assert reasons["2025"][0] is None
    assert reasons["2025"][1].startswith("the data begin with the period, not with the year; to forecast the period itself say forecast:")


def test_a_formula_is_made_of_forecasts() -> None:
    found = outlook(formula="sum / people")
    assert found.forecast("x", Method.LINEAR).raw == pytest.approx(1200 / 80)
    assert found.forecast("x", Method.SAME_PERIOD).raw == pytest.approx(1800 / 120)


@pytest.mark.parametrize(
    ("x", "code", "reason"),
    [
        ({**SUM, "value": "avg(额)"}, "2025", "比率、均值和去重数不随时间累加；改用公式指标（如 gmv / cost）"),
        ({**SUM, "compare": {}}, "2025", "没有对比期的数据"),
        ({**SUM, "compare": {"yoy": {"table": "half"}}}, "2025", "去年的数据不满一年"),
        ({"label": "x", "table": "months", "value": "sum(额)"}, "2025Q2", "期间不从年初开始，又没有日期列，得不到年初至今的值"),
    ],
)
def test_why_there_is_no_forecast(x: dict[str, Any], code: str, reason: str) -> None:
    answer = outlook(code, **x).forecast("x", Method.SAME_PERIOD)
    assert answer.raw is None and answer.reason is not None
    assert answer.reason.zh == reason


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("sum(额)", True), ("count(*)", True), ("sum(额) / 10000", True), ("sum(额 * 客)", True), ("sum(额) / sum(客)", False),
        ("avg(额)", False), ("max(额)", False), ("count(distinct 客)", False), ("median(额)", False),
    ],
)  # fmt: skip
def test_what_adds_up_over_time(sql: str, *, expected: bool) -> None:
    assert adds_up(Metric("x", "x", Query("t", sql))) is expected


def test_the_year_and_its_target() -> None:
    found = outlook(**SUM, target=2000)
    assert (found.has_target("x"), found.target("x").raw) == (True, 2000)
    assert not outlook("2025Q2", **SUM, target=2000).has_target("x")
    declared = outlook("2025Q2", **SUM, forecast={"target": 3000, "to": "2025H1", "last_year": {"table": "half", "value": "sum(额)"}})
    assert (declared.target("x").raw, declared.last_year("x").raw, declared.passed("x")) == (3000, 600, 1.0)
    assert declared.target("x", (Is("渠道", "甲"),)).raw is None
    assert horizon(declared.evaluator.metric("x"), period("2025Q2")).code == "2025H1"
