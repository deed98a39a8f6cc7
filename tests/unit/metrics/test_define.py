from __future__ import annotations

from collections.abc import Mapping

import pytest

from engine.base.diagnostics import Language, Location, Outcome
from engine.metrics.define import define
from engine.metrics.definition import Constant, Formula, Lookback, Metric, MetricsSchema, Query, ScoreCell
from engine.metrics.periods import ONE_YEAR, Shift, Step
from engine.model.facts import Better
from tests.support.review import TABLES, definitions


def where(path: tuple[str | int, ...]) -> Location:
    return Location("/".join(map(str, path)) or "metrics.yaml", 1, 1)


def outcome(content: Mapping[str, object]) -> Outcome[dict[str, Metric]]:
    return define(MetricsSchema.model_validate(content), TABLES, where, Language.ZH)


def told(content: Mapping[str, object]) -> list[str]:
    return [f"{item.where.file}: {item.code} {item.message.zh}" for item in outcome(content).diagnostics]


def metric(**more: object) -> dict[str, object]:
    return {"m": {"label": "M", "table": "sales", "value": "sum(GMV)", **more}}


def one(**more: object) -> Metric:
    return (outcome(metric(**more)).expect_clean())["m"]


def test_the_sample_is_understood() -> None:
    found = definitions()
    assert list(found) == ["gmv", "cost", "roi", "june", "rate", "events", "by_event", "satisfaction", "retention", "complaints"]
    assert isinstance(found["gmv"].target, Query)
    assert isinstance(found["roi"].actual, Formula)
    assert isinstance(found["retention"].actual, ScoreCell)
    assert found["complaints"].better is Better.LOWER


@pytest.mark.parametrize(
    ("target", "unit", "raw"),
    [("5000万", "次", 5e7), ("20%", "%", 0.2), (4.6, "分", 4.6), (0.2, "%", 0.2), (12, "", 12.0), (1.5, "%", 1.5)],
)
def test_targets_are_read_into_base_units(target: object, unit: str, raw: float) -> None:
    found = one(target=target, unit=unit).target
    assert isinstance(found, Constant) and found.raw == raw


def test_a_rate_target_without_its_percent_sign_is_a_slip() -> None:
    assert told(metric(target=20, unit="%")) == ["m/target: FACT008 看不懂数值“20”"]
    assert told(metric(target="20", unit="%")) == ["m/target: FACT008 看不懂数值“20”"]


def test_comparisons() -> None:
    found = one(date="日期", compare={"yoy": {"table": "last_year", "where": "GMV > 0"}, "mom": {"shift": "2 weeks"}})
    assert isinstance(found.yoy, Lookback) and isinstance(found.mom, Lookback)
    assert (found.yoy.query.table, found.yoy.query.value, found.yoy.query.where) == ("last_year", "sum(GMV)", "GMV > 0")
    assert (found.yoy.shift, found.mom.shift) == (ONE_YEAR, Shift(2, Step.WEEK))


def test_tolerance_range_period() -> None:
    found = one(tolerance="2%", better="range", range=[0.8, 1.2], period="2025Q1")
    assert (found.tolerance, found.low, found.high) == (0.02, 0.8, 1.2)
    assert found.period is not None and found.period.code == "2025Q1"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"m": {"label": "M"}}, "m: FACT011 指标“m”没有定义算法"),
        ({"m": {"label": "M", "table": "t"}}, "m: FACT011 指标“m”没有定义算法"),
        (metric(formula="a / b"), "m/formula: FACT011 指标“m”没有定义唯一的算法"),
        (metric(target="许多"), "m/target: FACT008 看不懂数值“许多”"),
        (metric(tolerance="一点"), "m/tolerance: FACT008 看不懂数值“一点”"),
        (metric(period="2025H3"), "m/period: FACT009 看不懂期间“2025H3”"),
        (metric(date="日期", compare={"mom": {"shift": "1 fortnight"}}), "m/compare/mom/shift: FACT009 看不懂时间平移“1 fortnight”"),
        (metric(compare={"mom": {"shift": "1 month"}}), "m/compare/mom: FACT011 指标“m”没有定义对比期的数据"),
        (metric(better="range"), "m/better: FACT011 指标“m”没有定义区间"),
        (metric(better="range", range=[3, 1]), "m/range: FACT011 指标“m”没有定义区间"),
        ({"2m": {"label": "M", "table": "t", "value": "v"}}, "2m: FACT012 指标编号“2m”不可用：只能由文字、数字和下划线组成，不以数字开头"),
        ({"m": {"label": "M", "formula": "gmv /"}}, "m/formula: FACT007 公式“gmv /”不可用：语法有误"),
        ({"m": {"label": "M", "formula": "a / b"}}, "m/formula: FACT001 没有指标“a”"),
        (
            {"m": {"label": "M", "formula": "n"}, "n": {"label": "N", "formula": "m + 1"}},
            "m/formula: FACT007 公式“n”不可用：它最终引用了自己",
        ),
        (
            {"m": {"label": "M", "formula": "g", "compare": {"yoy": {"table": "t"}}}, "g": {"label": "G", "table": "t", "value": "v"}},
            "m/compare/yoy: FACT011 指标“m”没有定义可比较的数据表",
        ),
    ],
)
def test_each_mistake_is_told_where_it_stands(content: dict[str, object], expected: str) -> None:
    assert expected in told(content)


def test_all_mistakes_are_told_and_sound_metrics_stay() -> None:
    content = metric(target="许多", period="x") | {"good": {"label": "G", "table": "sales", "value": "sum(GMV)"}}
    found = outcome(content)
    assert [item.code for item in found.diagnostics] == ["FACT008", "FACT009"]
    assert found.value is not None and list(found.value) == ["good"]


def test_a_scorecard_row_may_not_take_the_id_of_a_metric() -> None:
    card = {"table": "kpi", "id": "编号", "label": "指标", "actual": "实际"}
    content = {"retention": {"label": "R", "table": "sales", "value": "sum(GMV)"}, "scorecards": [card]}
    found, note = outcome(content).diagnostics[::-1]
    assert note.code == "FACT017"
    assert found.message.zh == "指标编号“retention”不可用：已有同名指标"
    assert str(found.where) == "kpi.xlsx!指标!A3"


def test_the_difference_of_two_rates_is_in_percentage_points() -> None:
    rate = {"label": "转化率", "table": "sales", "value": "avg(转化率)", "unit": "%"}
    found = outcome(
        {"a": rate, "b": rate, "gap": {"label": "差", "formula": "a - b", "unit": "%"}, "ratio": {"label": "比", "formula": "a / b"}}
    )
    assert {name: metric.unit for name, metric in found.expect_clean().items()} == {"a": "%", "b": "%", "gap": "个百分点", "ratio": ""}


def test_a_broken_part_is_told_once_and_breaks_nothing_else() -> None:
    broken = {"label": "坏", "table": "sales"}
    content = {"bad": broken, "gap": {"label": "差", "formula": "bad - bad"}, "s": {"label": "分", "score": {"weights": {"bad": 1}}}}
    assert told(content) == ["bad: FACT011 指标“bad”没有定义算法"]
