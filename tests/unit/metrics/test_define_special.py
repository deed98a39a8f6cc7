from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from engine.base.diagnostics import Language, Location
from engine.metrics.define import define
from engine.metrics.define_special import filled
from engine.metrics.definition import Formula, Metric, MetricsSchema, Query
from engine.metrics.special import AlertRule, Attribution, Grading, Level, Model, Response, Score, Trigger
from engine.metrics.templates import TEMPLATES
from tests.support.review import TABLES

GMV = {"label": "GMV", "table": "sales", "value": "sum(GMV)"}
COST = {"label": "费用", "table": "sales", "value": "sum(费用)"}


def place(path: tuple[str | int, ...]) -> Location:
    return Location("/".join(map(str, path)), 1, 1)


def defined(**x: Any) -> Metric:
    content = {"gmv": GMV, "cost": COST, "x": {"label": "x", **x}}
    return define(MetricsSchema.model_validate(content), TABLES, place, Language.ZH).expect_clean()["x"]


def mistakes(**x: Any) -> list[str]:
    content: Mapping[str, object] = {"gmv": GMV, "cost": COST, "x": {"label": "x", **x}}
    found = define(MetricsSchema.model_validate(content), TABLES, place, Language.ZH).diagnostics
    return [f"{item.where.file}: {item.code} {item.message.zh}" for item in found]


def test_a_ready_formula_over_metrics() -> None:
    metric = defined(formula="roi", inputs={"return": "gmv", "cost": "cost"})
    assert isinstance(metric.actual, Formula) and metric.actual.text == "(gmv - cost) / cost"
    assert (metric.definition, metric.unit, metric.format.decimals) == ("（回报−投入）÷投入", "", 2)


def test_a_ready_formula_over_a_table() -> None:
    metric = defined(formula="cac", table="sales", inputs={"cost": "sum(费用)", "new_customers": "count(*)"}, where="GMV > 0")
    assert isinstance(metric.actual, Query)
    assert (metric.actual.value, metric.actual.where) == ("sum(费用) / count(*)", "GMV > 0")
    assert (metric.unit, metric.better.value) == ("元", "lower")


def test_what_is_written_goes_before_what_is_usual() -> None:
    metric = defined(formula="cac", inputs={"cost": "cost", "new_customers": 3}, unit="万元", better="higher", definition="含补贴")
    assert (metric.unit, metric.better.value, metric.definition) == ("万元", "higher", "含补贴")


def test_filling_in_takes_the_inputs_by_name() -> None:
    assert filled(TEMPLATES["ctr"], {"impressions": "b", "clicks": "a"}) == "a / b"


def test_scores_gradings_and_responses() -> None:
    score = defined(score={"weights": {"gmv": 3, "cost": 1}, "cap": "110%"})
    assert isinstance(score.actual, Score) and (score.actual.weights, score.actual.cap) == ((("gmv", 3.0), ("cost", 1.0)), 1.1)
    assert (score.unit, score.definition) == ("分", "完成率（封顶 110%）按权重加总：GMV 75%、费用 25%")
    grading = defined(grading={"by": "渠道", "weights": {"gmv": 1}, "cuts": {"A": 80, "B": 60}})
    assert isinstance(grading.actual, Grading) and grading.actual.cuts == (("A", 80.0), ("B", 60.0))
    case = defined(sensitivity={"return": "gmv", "cost": "cost", "elasticity": 0.7})
    assert case.response == Response("gmv", "cost", elasticity=0.7)
    assert defined(sensitivity={"return": "gmv", "cost": "cost", "marginal_roi": "average"}).response == Response("gmv", "cost")


def test_attribution_is_known_under_every_model() -> None:
    columns = {"path": "路径", "time": "步", "channel": "渠道", "value": "支付"}
    content = {"t": {"label": "支付", "table": "paths", "attribution": {**columns, "model": "linear"}}}
    found = define(MetricsSchema.model_validate(content), TABLES, place, Language.ZH).expect_clean()
    assert list(found) == ["t", "t@last", "t@first", "t@linear", "t@position", "t@decay"]
    rule = found["t@decay"].actual
    assert isinstance(rule, Attribution) and rule.model is Model.DECAY
    assert (found["t@decay"].label, found["t"].definition) == ("时间衰减归因", "转化在路径的各触点间均分")


def test_alerts_are_red_lines_first() -> None:
    alerts = [{"fall": "15%"}, {"below": "84%", "severity": "red", "action": "回滚"}, {"rise": "2 个百分点"}]
    metric = defined(table="sales", value="avg(转化率)", unit="%", alerts=alerts, compare={"mom": {"table": "last_year"}})
    assert metric.alerts == (
        AlertRule(Trigger.BELOW, 0.84, "84%", Level.RED, action="回滚"),
        AlertRule(Trigger.FALL, 0.15, "15%", relative=True),
        AlertRule(Trigger.RISE, 0.02, "2 个百分点"),
    )


def test_moves_count_from_what_the_metric_compares_with() -> None:
    metric = defined(table="sales", value="sum(GMV)", alerts=[{"fall": "15%"}], compare={"yoy": {"table": "last_year"}})
    assert metric.alerts[0].against == "yoy"


COLUMNS = {"path": "路径", "time": "步", "channel": "渠道", "value": "支付"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"formula": "rio", "inputs": {"cost": "cost"}}, "x/formula: FACT016 指标“x”：没有现成公式“rio”"),
        ({"formula": "roi", "inputs": {"cost": "cost"}}, "x/inputs: FACT016 指标“x”：公式 roi 缺少：return"),
        (
            {"formula": "ctr", "inputs": {"clicks": "gmv", "impressions": "cost", "shows": 1}},
            "x/inputs/shows: FACT016 指标“x”：公式 ctr 没有“shows”这一项",
        ),
        ({"formula": "roi"}, "x/formula: FACT001 没有指标“roi”"),
        ({"score": {"weights": {"gmv": 0}}}, "x/score/weights/gmv: FACT016 指标“x”：权重应大于 0：gmv"),
        ({"score": {"weights": {"gmv": 1}, "cap": "高"}}, "x/score/cap: FACT008 看不懂数值“高”"),
        ({"score": {"weights": {"gmv": 1}, "cap": 0}}, "x/score/cap: FACT016 指标“x”：cap 应大于 0"),
        ({"score": {"weights": {"gvm": 1}}}, "x: FACT001 没有指标“gvm”"),
        ({"score": {"weights": {"x": 1}}}, "x: FACT007 公式“x”不可用：它最终引用了自己"),
        (
            {"grading": {"by": "渠道", "weights": {"gmv": 1}, "cuts": {"A": 60, "B": 80}}},
            "x/grading/cuts: FACT016 指标“x”：cuts 的下限应从高到低",
        ),
        (
            {"sensitivity": {"return": "gmv", "cost": "cost"}},
            "x/sensitivity: FACT016 指标“x”：elasticity 与 marginal_roi 写且只写一个",
        ),
        (
            {"table": "paths", "attribution": {**COLUMNS, "ends": [0.8, 0.4]}},
            "x/attribution/ends: FACT016 指标“x”：首、末触点的占比应在 0 与 1 之间，合计不超过 1",
        ),
        ({"attribution": COLUMNS}, "x: FACT011 指标“x”没有定义算法"),
        ({"formula": "gmv", "score": {"weights": {"gmv": 1}}}, "x/score: FACT011 指标“x”没有定义唯一的算法"),
        ({**GMV, "alerts": [{"fall": "15%", "below": 3}]}, "x/alerts/0: FACT016 指标“x”：每条阈值写 above、below、rise、fall 之一"),
        ({**GMV, "alerts": [{"fall": "很多"}]}, "x/alerts/0/fall: FACT008 看不懂数值“很多”"),
        ({**GMV, "alerts": [{"fall": "-3%"}]}, "x/alerts/0/fall: FACT008 看不懂数值“-3%”"),
        ({**GMV, "unit": "元", "alerts": [{"fall": "2pp"}]}, "x/alerts/0/fall: FACT016 指标“x”：百分点只用于比率（单位 %）"),
        ({**GMV, "forecast": {"target": "多"}}, "x/forecast/target: FACT008 看不懂数值“多”"),
        ({**GMV, "forecast": {"to": "明年"}}, "x/forecast/to: FACT009 看不懂期间“明年”"),
    ],
)
def test_mistakes_stand_where_they_are_made(content: dict[str, Any], expected: str) -> None:
    assert expected in mistakes(**content)
