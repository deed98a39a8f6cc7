"""Every kind of metric against figures that pandas, numpy or a pencil computed: an independent path from the same rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pytest

from engine.base.diagnostics import Language
from engine.metrics.define import define
from engine.metrics.definition import MetricsSchema
from engine.metrics.insight import Insight
from engine.metrics.periods import parse_period
from engine.metrics.quantity import Quantity
from engine.metrics.store import Metrics
from engine.model.tables import DataTable
from tests.support.review import AT, NB, table

DAYS = pd.date_range("2024-01-01", "2025-08-31", freq="D")
CHANNELS = ("商城", "直播", "社群")


def daily() -> pd.DataFrame:
    """Return a fact table with one row per day and channel; the numbers are random but always the same."""
    rng = np.random.default_rng(20250831)
    frame = pd.DataFrame([(day.date(), channel) for day in DAYS for channel in CHANNELS], columns=["日期", "渠道"])
    size = len(frame)
    weight = frame["渠道"].map({"商城": 3.0, "直播": 2.0, "社群": 1.0}).to_numpy()
    frame["曝光"] = rng.integers(5_000, 20_000, size) * weight
    frame["点击"] = (frame["曝光"] * rng.uniform(0.02, 0.08, size)).round()
    frame["支付"] = (frame["点击"] * rng.uniform(0.05, 0.15, size)).round()
    frame["新客"] = (frame["支付"] * rng.uniform(0.2, 0.5, size)).round()
    frame["GMV"] = (frame["支付"] * rng.uniform(80, 160, size)).round(2)
    frame["毛利"] = (frame["GMV"] * 0.4).round(2)
    frame["费用"] = (frame["GMV"] * rng.uniform(0.1, 0.25, size) / weight).round(2)
    return frame


DAILY = daily()
WEEKS = pd.DataFrame(
    [
        (dt.date.fromisocalendar(year, week, 1), value)
        for year, week, value in ((2025, 52, 70.0), (2026, 52, 80.0), (2026, 53, 90.0), (2027, 1, 99.0))
    ],
    columns=["周一", "订单"],
)
TOUCHES = pd.DataFrame(
    [
        ("a", dt.date(2025, 6, 1), "社群", 100.0), ("a", dt.date(2025, 6, 8), "直播", None), ("a", dt.date(2025, 6, 15), "商城", None),
        ("b", dt.date(2025, 6, 2), "直播", 40.0), ("b", dt.date(2025, 6, 2), "商城", 40.0),
        ("c", dt.date(2025, 6, 3), "社群", 9.0),
        ("d", dt.date(2025, 6, 1), "直播", 60.0), ("d", dt.date(2025, 6, 3), "社群", 60.0), ("d", dt.date(2025, 6, 4), "社群", 60.0),
        ("d", dt.date(2025, 6, 9), "商城", 60.0), ("e", dt.date(2025, 6, 5), "商城", None),
    ],
    columns=["用户", "日期", "渠道", "成交"],
)  # fmt: skip
ONE = pd.DataFrame([("商城", 50.0, 20.0)], columns=["渠道", "GMV", "费用"])
LOSS = pd.DataFrame([("本期", -50.0), ("上期", -100.0), ("扭亏", 40.0), ("零", 0.0)], columns=["项", "利润"])
EMPTY_FUNNEL = pd.DataFrame([(0.0, 0.0, 0.0)], columns=["曝光", "点击", "支付"])
SURVEY = pd.DataFrame({"分": [10.0, 9, 9, 8, 7, 6, 3, 10, 0, 9]})
BUDGET = pd.DataFrame([("媒介", 600.0, 540.0), ("内容", 280.0, 294.0), ("储备金", 120.0, 0.0)], columns=["科目", "计划", "实际"])


def as_table(name: str, frame: pd.DataFrame) -> DataTable:
    columns = {str(label): [None if isinstance(x, float) and np.isnan(x) else x for x in frame[label].tolist()] for label in frame}
    return table(name, columns)


TABLES = {
    name: as_table(name, frame)
    for name, frame in {
        "daily": DAILY, "weeks": WEEKS, "touches": TOUCHES, "one": ONE, "loss": LOSS, "empty": EMPTY_FUNNEL, "survey": SURVEY, "budget": BUDGET,
    }.items()
}  # fmt: skip

Definition = Mapping[str, Any]


def daily_sum(column: str, **more: Any) -> dict[str, Any]:
    return {"label": column, "table": "daily", "value": f"sum({column})", "date": "日期", **more}


BASE: dict[str, Definition] = {
    "gmv": daily_sum("GMV", unit="元", target=2_000_000, compare={"yoy": {"shift": "1 year"}, "mom": {}}),
    "cost": daily_sum("费用", unit="元", target=150_000, better="lower"),
    "margin": daily_sum("毛利", unit="元"),
    "payers": daily_sum("支付", unit="人"),
    "clicks": daily_sum("点击", unit="次"),
    "exposure": daily_sum("曝光", unit="次"),
    "news": daily_sum("新客", unit="人"),
    "roas": {"label": "ROAS", "formula": "roas", "inputs": {"revenue": "gmv", "cost": "cost"}, "target": 8},
    "cac": {"label": "获客成本", "formula": "cac", "inputs": {"cost": "cost", "new_customers": "news"}, "target": 50},
}


def frame_of(start: str, end: str) -> pd.DataFrame:
    days = pd.to_datetime(DAILY["日期"])
    return DAILY[(days >= pd.Timestamp(start)) & (days <= pd.Timestamp(end))]


H1 = frame_of("2025-01-01", "2025-06-30")
H1_2024 = frame_of("2024-01-01", "2024-06-30")
H2_2024 = frame_of("2024-07-01", "2024-12-31")
Y2024, YTD = frame_of("2024-01-01", "2024-12-31"), frame_of("2025-01-01", "2025-08-31")


@dataclass(frozen=True)
class Case:
    """One definition in one period, what is asked of it, and the figure; a text is the reason why there is none."""

    name: str
    asked: Callable[[Insight], Quantity]
    expected: float | str
    more: Mapping[str, Definition] | None = None
    period: str = "2025H1"
    metric: str = "x"
    as_of: str = ""
    printed: str = ""


def x(**definition: Any) -> Mapping[str, Definition]:
    return {"x": {"label": "x", **definition}}


def sums(frame: pd.DataFrame, column: str) -> float:
    return float(frame[column].sum())


def gmv(start: str, end: str) -> float:
    return sums(frame_of(start, end), "GMV")


def turned(base: str, **more: Any) -> Mapping[str, Definition]:
    """Return the profit of 40 against an earlier one."""
    return x(table="loss", value="sum(利润)", where="项 = '扭亏'", compare={"yoy": {"table": "loss", "where": f"项 = '{base}'"}}, **more)


def weekly(which: str, shift: str) -> Mapping[str, Definition]:
    return x(table="weeks", value="sum(订单)", date="周一", compare={which: {"shift": shift}})


def spent(low: float, high: float) -> Mapping[str, Definition]:
    return x(table="budget", value="sum(实际)/sum(计划)", unit="%", better="range", range=[low, high])


def response(**how: Any) -> Mapping[str, Definition]:
    return x(sensitivity={"return": "gmv", "cost": "cost", **how})


def of(frame: pd.DataFrame, channel: str) -> pd.DataFrame:
    return frame[frame["渠道"] == channel]


def ready(formula: str, **inputs: str) -> Mapping[str, Definition]:
    return x(formula=formula, inputs={key.rstrip("_"): value for key, value in inputs.items()})


def touch(model: str, **more: Any) -> Mapping[str, Definition]:
    columns = {"path": "用户", "time": "日期", "channel": "渠道", "value": "成交"}
    return x(table="touches", attribution={**columns, "model": model, **more}, unit="元")


def itself(view: Insight) -> Quantity:
    return view


RATE = {"table": "daily", "date": "日期", "unit": "%"}
GMV_H1, COST_H1 = sums(H1, "GMV"), sums(H1, "费用")
NO_TABLE_BASE = "没有对比期的数据"
CASES = [
    # actual, target, attainment, deviation by polarity
    Case("aggregate", itself, GMV_H1, metric="gmv"),
    Case("attainment, higher is better", lambda m: m.attainment, GMV_H1 / 2_000_000, metric="gmv"),
    Case("attainment, lower is better", lambda m: m.attainment, 150_000 / COST_H1, metric="cost"),
    Case("deviation", lambda m: m.deviation, GMV_H1 - 2_000_000, metric="gmv"),
    Case("deviation rate", lambda m: m.deviation_rate, GMV_H1 / 2_000_000 - 1, metric="gmv"),
    Case(
        "lower is better, over-achieved",
        lambda m: m.attainment,
        1.25,
        x(table="one", value="sum(费用)", target=25, better="lower"),
        printed="125.0%",
    ),
    Case(
        "lower is better, nothing spent",
        lambda m: m.attainment,
        "基数为 0，比率无意义",
        x(table="empty", value="sum(点击)", target=5, better="lower"),
    ),
    Case("target of zero", lambda m: m.attainment, "基数为 0，比率无意义", x(table="one", value="sum(GMV)", target=0)),
    Case("target of zero, deviation", lambda m: m.deviation, 50.0, x(table="one", value="sum(GMV)", target=0)),
    Case("range, inside", lambda m: m.attainment, 1.0, spent(0.8, 1.0)),
    Case("range, below", lambda m: m.attainment, 0.834 / 0.9, spent(0.9, 1.0)),
    Case("range, above", lambda m: m.attainment, 0.8 / 0.834, spent(0.7, 0.8)),
    Case("planned loss, beaten", lambda m: m.attainment, 1.5, x(table="loss", value="sum(利润)", where="项 = '本期'", target=-100)),
    Case(
        "rates differ by points",
        lambda m: m.deviation,
        0.034,
        x(table="budget", value="sum(实际)/sum(计划)", unit="%", target="80%"),
        printed=f"+3.4{NB}个百分点",
    ),
    # year on year, period on period
    Case("yoy of a half", lambda m: m.yoy, GMV_H1 / sums(H1_2024, "GMV") - 1, metric="gmv"),
    Case("mom of a half", lambda m: m.mom, GMV_H1 / sums(H2_2024, "GMV") - 1, metric="gmv"),
    Case(
        "yoy of a month",
        lambda m: m.yoy,
        gmv("2025-02-01", "2025-02-28") / gmv("2024-02-01", "2024-02-29") - 1,
        metric="gmv",
        period="2025-02",
    ),
    Case(
        "mom of a month",
        lambda m: m.mom,
        gmv("2025-03-01", "2025-03-31") / gmv("2025-02-01", "2025-02-28") - 1,
        metric="gmv",
        period="2025-03",
    ),
    Case(
        "mom of a quarter",
        lambda m: m.mom,
        gmv("2025-01-01", "2025-03-31") / gmv("2024-10-01", "2024-12-31") - 1,
        metric="gmv",
        period="2025Q1",
    ),
    Case(
        "yoy of a custom range",
        lambda m: m.yoy,
        gmv("2025-05-06", "2025-06-18") / gmv("2024-05-06", "2024-06-18") - 1,
        metric="gmv",
        period="2025-05-06..2025-06-18",
    ),
    Case(
        "mom of a custom range",
        lambda m: m.mom,
        gmv("2025-05-06", "2025-06-18") / gmv("2025-03-23", "2025-05-05") - 1,
        metric="gmv",
        period="2025-05-06..2025-06-18",
    ),
    Case(
        "yoy of an ISO week",
        lambda m: m.yoy,
        gmv("2025-03-03", "2025-03-09") / gmv("2024-03-04", "2024-03-10") - 1,
        metric="gmv",
        period="2025-W10",
    ),
    Case(
        "a year so far against the same days",
        lambda m: m.yoy,
        sums(YTD, "GMV") / gmv("2024-01-01", "2024-08-31") - 1,
        metric="gmv",
        period="2025",
    ),
    Case(
        "a declared day cuts both",
        lambda m: m.yoy,
        gmv("2025-01-01", "2025-04-15") / gmv("2024-01-01", "2024-04-15") - 1,
        metric="gmv",
        as_of="2025-04-15",
    ),
    Case(
        "week 53 against last year",
        lambda m: m.yoy,
        "日历上没有对应的期间（如去年没有第 53 周）",
        weekly("yoy", "1 year"),
        period="2026-W53",
    ),
    Case("week 53 against the week before", lambda m: m.mom, 90 / 80 - 1, weekly("mom", "1 period"), period="2026-W53"),
    Case("week 1 against week 53", lambda m: m.mom, 99 / 90 - 1, weekly("mom", "1 period"), period="2027-W01"),
    Case("no base", lambda m: m.yoy, NO_TABLE_BASE, metric="gmv", period="2024H1"),
    Case("negative base", lambda m: m.yoy, "对比期为负数，增长率无意义", turned("上期")),
    Case("zero base", lambda m: m.yoy, "基数为 0，比率无意义", turned("零")),
    Case("negative base, as a difference", lambda m: m.yoy, 140.0, turned("上期", format={"change": "difference"})),
    Case(
        "rates change by points",
        lambda m: m.yoy,
        sums(H1, "支付") / sums(H1, "点击") - sums(H1_2024, "支付") / sums(H1_2024, "点击"),
        x(**RATE, value="sum(支付)/sum(点击)", compare={"yoy": {"shift": "1 year"}}),
    ),
    # time
    Case("time elapsed by the last day with data", lambda m: m.elapsed, 243 / 365, metric="gmv", period="2025"),
    Case("time elapsed by a declared day", lambda m: m.elapsed, 105 / 181, metric="gmv", as_of="2025-04-15"),
    Case("pace", lambda m: m.pace, sums(YTD, "GMV") / 2_000_000 - 243 / 365, metric="gmv", period="2025"),
    Case("forecast, linear", lambda m: m.linear_forecast, sums(YTD, "GMV") / 243 * 365, metric="gmv", period="2025"),
    Case("forecast, from a half", lambda m: m.linear_forecast, GMV_H1 / 181 * 365, metric="gmv"),
    Case("forecast, from a later quarter", lambda m: m.linear_forecast, GMV_H1 / 181 * 365, metric="gmv", period="2025Q2"),
    Case(
        "forecast, same-period share",
        lambda m: m.share_forecast,
        sums(YTD, "GMV") * sums(Y2024, "GMV") / gmv("2024-01-01", "2024-08-31"),
        metric="gmv",
        period="2025",
    ),
    Case("forecast of a ratio", lambda m: m.linear_forecast, sums(YTD, "GMV") / sums(YTD, "费用"), metric="roas", period="2025"),
    Case(
        "a rate is not stretched",
        lambda m: m.linear_forecast,
        "比率、均值和去重数不随时间累加；改用公式指标（如 gmv / cost）",
        x(**RATE, value="sum(支付)/sum(点击)"),
    ),
    Case(
        "forecast against the year",
        lambda m: m.forecast_attainment,
        GMV_H1 / 181 * 365 / 5_000_000,
        x(**daily_sum("GMV"), forecast={"target": 5_000_000}),
    ),
    Case(
        "declared last year",
        lambda m: m.share_forecast,
        40 / 25 * 60,
        x(
            table="loss",
            value="sum(利润)",
            where="项 = '扭亏'",
            compare={"yoy": {"table": "one", "value": "sum(费用) + 5", "where": ""}},
            forecast={"last_year": 60},
        ),
    ),
    # parts
    Case("part", lambda m: m.by("渠道", "直播"), sums(of(H1, "直播"), "GMV"), metric="gmv"),
    Case("contribution share", lambda m: m.share("渠道", "直播"), sums(of(H1, "直播"), "GMV") / GMV_H1, metric="gmv"),
    Case("rank", lambda m: m.rank("渠道", "社群"), float(H1.groupby("渠道")["GMV"].sum().rank(ascending=False)["社群"]), metric="gmv"),
    Case("rank, lower is better", lambda m: m.rank("渠道", "商城"), float(H1.groupby("渠道")["费用"].sum().rank()["商城"]), metric="cost"),
    Case("single channel: share", lambda m: m.share("渠道", "商城"), 1.0, x(table="one", value="sum(GMV)"), printed="100.0%"),
    Case("single channel: rank", lambda m: m.rank("渠道", "商城"), 1.0, x(table="one", value="sum(GMV)")),
    # funnel
    Case("conversion", lambda m: m.conversion("clicks"), sums(H1, "支付") / sums(H1, "点击"), metric="payers"),
    Case("drop-off", lambda m: m.drop_off("clicks"), 1 - sums(H1, "支付") / sums(H1, "点击"), metric="payers"),
    Case("overall conversion", lambda m: m.conversion("exposure"), sums(H1, "支付") / sums(H1, "曝光"), metric="payers"),
    Case(
        "empty funnel",
        lambda m: m.conversion("e"),
        "基数为 0，比率无意义",
        {**x(table="empty", value="sum(支付)"), "e": {"label": "e", "table": "empty", "value": "sum(点击)"}},
    ),
    Case(
        "empty funnel, ready formula",
        itself,
        "基数为 0，比率无意义",
        x(formula="ctr", table="empty", inputs={"clicks": "sum(点击)", "impressions": "sum(曝光)"}),
    ),
    # ready formulas
    Case("ROI", itself, (sums(H1, "毛利") - COST_H1) / COST_H1, ready("roi", return_="margin", cost="cost")),
    Case(
        "ROI by SQL",
        itself,
        (sums(H1, "毛利") - COST_H1) / COST_H1,
        x(formula="roi", table="daily", date="日期", inputs={"return": "sum(毛利)", "cost": "sum(费用)"}),
    ),
    Case("ROAS", itself, GMV_H1 / COST_H1, metric="roas"),
    Case("CAC", itself, COST_H1 / sums(H1, "新客"), metric="cac"),
    Case("CAC is lower-is-better", lambda m: m.attainment, 50 / (COST_H1 / sums(H1, "新客")), metric="cac"),
    Case("AOV", itself, GMV_H1 / sums(H1, "支付"), ready("aov", revenue="gmv", orders="payers")),
    Case(
        "LTV",
        itself,
        GMV_H1 / sums(H1, "支付") * 0.4 * 3 * 2,
        ready("ltv", order_value="gmv / payers", margin_rate="0.4", orders_per_year="3", years="2"),
    ),
    Case(
        "LTV/CAC",
        itself,
        (GMV_H1 / sums(H1, "支付") * 2.4) / (COST_H1 / sums(H1, "新客")),
        ready("ltv_cac", ltv="gmv / payers * 2.4", cac="cac"),
    ),
    Case("CTR", itself, sums(H1, "点击") / sums(H1, "曝光"), ready("ctr", clicks="clicks", impressions="exposure")),
    Case("CVR", itself, sums(H1, "支付") / sums(H1, "点击"), ready("cvr", conversions="payers", clicks="clicks")),
    Case(
        "NPS",
        itself,
        20.0,
        x(
            formula="nps",
            table="survey",
            inputs={"promoters": "count_if(分 >= 9)", "detractors": "count_if(分 <= 6)", "answers": "count(*)"},
        ),
        printed=f"20{NB}分",
    ),
    Case("retention", itself, 0.25, x(formula="retention", table="survey", inputs={"retained": "5", "base": "count(*) * 2"})),
    Case("CPM", itself, COST_H1 / sums(H1, "曝光") * 1000, ready("cpm", cost="cost", impressions="exposure")),
    # budget
    Case(
        "budget execution",
        itself,
        0.834,
        x(formula="budget_execution", table="budget", inputs={"spent": "sum(实际)", "plan": "sum(计划)"}),
        printed="83.4%",
    ),
    Case(
        "budget variance", itself, -0.166, x(formula="budget_variance", table="budget", inputs={"spent": "sum(实际)", "plan": "sum(计划)"})
    ),
    Case("budget left", itself, 166.0, x(formula="budget_left", table="budget", inputs={"spent": "sum(实际)", "plan": "sum(计划)"})),
    Case(
        "reserve share",
        itself,
        0.12,
        x(
            formula="reserve_share",
            table="budget",
            inputs={"reserve": "sum(case when 科目 = '储备金' then 计划 end)", "budget": "sum(计划)"},
        ),
        printed="12.0%",
    ),
    # scores
    Case(
        "weighted scorecard",
        itself,
        (60 * min(GMV_H1 / 2_000_000, 1.2) + 40 * min(150_000 / COST_H1, 1.2)),
        x(score={"weights": {"gmv": 60, "cost": 40}}),
    ),
    Case(
        "weighted scorecard, uncapped",
        itself,
        (60 * GMV_H1 / 2_000_000 + 40 * 150_000 / COST_H1) / 100 * 100,
        x(score={"weights": {"gmv": 60, "cost": 40}, "cap": 100}),
    ),
    # attribution
    Case("last click", lambda m: m.by("渠道", "商城"), 100 + 40 + 60, touch("last")),
    Case("first click", lambda m: m.by("渠道", "社群"), 100 + 9, touch("first")),
    Case("linear", lambda m: m.by("渠道", "社群"), 100 / 3 + 9 + 60 / 2, touch("linear")),
    Case("position-based", lambda m: m.by("渠道", "社群"), 40 + 9 + 60 * 0.2, touch("position")),
    Case(
        "position-based, declared ends", lambda m: m.by("渠道", "直播"), 100 * 0.4 + 40 * 0.5 + 60 * 0.3, touch("position", ends=[0.3, 0.3])
    ),
    Case(
        "time decay",
        lambda m: m.by("渠道", "商城"),
        100 * 1 / (1 + 0.5 + 0.25) + 20 + 60 / (1 + 2 ** (-8 / 7) + 2 ** (-6 / 7) + 2 ** (-5 / 7)),
        touch("decay"),
    ),
    Case("every model credits all", itself, 100 + 40 + 9 + 60, touch("decay")),
    Case("another model of the same metric", lambda m: m.model("first").by("渠道", "直播"), 40 + 60, touch("linear")),
    # sensitivity
    Case("ROI, elasticity", lambda m: m.scenario("+20%"), GMV_H1 * 1.2**0.7 / (COST_H1 * 1.2) - 1, response(elasticity=0.7)),
    Case(
        "ROI, constant marginal ROI",
        lambda m: m.scenario("-10%"),
        (GMV_H1 - 0.1 * COST_H1 * 2.5) / (COST_H1 * 0.9) - 1,
        response(marginal_roi=1.5),
    ),
    Case("ROI, average marginal ROI", lambda m: m.scenario("+30%"), GMV_H1 / COST_H1 - 1, response(marginal_roi="average")),
    Case(
        "channel swap",
        lambda m: m.swap("渠道", "商城", "社群", "50%", "return"),
        GMV_H1
        - sums(of(H1, "商城"), "GMV") * (1 - 0.5**0.5)
        + sums(of(H1, "社群"), "GMV") * ((1 + 0.5 * sums(of(H1, "商城"), "费用") / sums(of(H1, "社群"), "费用")) ** 0.5 - 1),
        response(elasticity=0.5),
    ),
    Case("nothing left", lambda m: m.scenario("-100%"), "基准没有费用，或变动后不剩费用", response(elasticity=0.5)),
]


def metrics_of(case: Case) -> Metrics:
    schema = MetricsSchema.model_validate({**BASE, **(case.more or {})})
    found = define(schema, TABLES, lambda _path: AT, Language.ZH).expect_clean()
    period = parse_period(case.period)
    assert period is not None
    as_of = dt.date.fromisoformat(case.as_of) if case.as_of else None
    return Metrics(found, TABLES, period=period, today=dt.date(2025, 9, 1), as_of=as_of)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_definition_gives_the_figure(case: Case) -> None:
    answer = case.asked(metrics_of(case).get(case.metric))
    if isinstance(case.expected, str):
        assert (answer.value, answer.text, answer.origin.reason) == (None, "—", case.expected)
    else:
        assert answer.value == pytest.approx(case.expected, rel=1e-9)
        assert not answer.origin.reason
    if case.printed:
        assert answer.text == case.printed


def test_there_are_many_definitions() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 40


def test_grades_are_scored_against_the_best_channel() -> None:
    by = H1.groupby("渠道")[["GMV", "费用", "新客", "支付"]].sum()
    roas, cac = by["GMV"] / by["费用"], by["费用"] / by["新客"]
    expected = (0.7 * roas / roas.max() + 0.3 * cac.min() / cac) * 100
    cuts = {"A": float(expected.nlargest(2).iloc[-1]) + 1e-6, "B": float(expected.min()) + 1e-6}
    grading = {"by": "渠道", "weights": {"roas": 7, "cac": 3}, "cuts": cuts}
    view = metrics_of(Case("", itself, 0.0, x(grading=grading))).get("x")
    assert {channel: view.by("渠道", channel).value for channel in CHANNELS} == pytest.approx(expected.to_dict())
    letters = {channel: view.by("渠道", channel).tier.text for channel in CHANNELS}
    order = expected.sort_values(ascending=False).index
    assert [letters[str(channel)] for channel in order] == ["A", "B", "C"]


def test_a_single_channel_is_the_best() -> None:
    more = {
        "r": {"label": "r", "formula": "roas", "table": "one", "inputs": {"revenue": "sum(GMV)", "cost": "sum(费用)"}},
        **x(grading={"by": "渠道", "weights": {"r": 1}, "cuts": {"A": 100}}),
    }
    part = metrics_of(Case("", itself, 0.0, more)).get("x").by("渠道", "商城")
    assert (part.text, part.tier.text) == (f"100.0{NB}分", "A")


@pytest.mark.parametrize(
    ("alerts", "expected"),
    [
        ([{"rise": "25%", "severity": "red"}], "红线预警"),
        ([{"rise": "25.1%", "severity": "red"}], "正常"),
        ([{"fall": "1%"}], "正常"),
        ([{"rise": 10}], "黄线预警"),
        ([{"below": 60}], "黄线预警"),
        ([{"above": 50}], "黄线预警"),
        ([{"above": 50.1}], "正常"),
        ([{"below": 60}, {"below": 55, "severity": "red"}], "红线预警"),
        ([{"rise": "1%", "against": "mom"}], "—"),
    ],
)
def test_alerts(alerts: list[dict[str, Any]], expected: str) -> None:
    yoy = {"yoy": {"table": "loss", "value": "sum(利润)", "where": "项 = '扭亏'"}}  # 40, and now 50
    definition = x(table="one", value="sum(GMV)", compare=yoy, alerts=alerts)
    assert metrics_of(Case("", itself, 0.0, definition)).get("x").alert.text == expected
