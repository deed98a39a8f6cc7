from __future__ import annotations

from engine.base.diagnostics import Language, Location
from engine.metrics.define_together import points_of_rates, told_weights, unlike_formulas, weights_of_scorecards
from engine.metrics.definition import Formula, Metric, Query
from engine.metrics.formula import parse_formula
from engine.metrics.special import Score

SUM = Query("t", "sum(a)")
AT = Location("metrics.yaml", 3, 1)


def test_a_score_without_weights_takes_those_of_the_scorecards() -> None:
    metrics = {"a": Metric("a", "甲", SUM, weight=3.0), "b": Metric("b", "乙", SUM), "s": Metric("s", "分", Score((), at=AT))}
    assert weights_of_scorecards(metrics) == []
    assert metrics["s"].actual == Score((("a", 3.0),), at=AT)


def test_without_any_weights_there_is_no_score() -> None:
    metrics = {"a": Metric("a", "甲", SUM), "s": Metric("s", "分", Score((), at=AT))}
    (error,) = weights_of_scorecards(metrics)
    assert (error.code, error.at, list(metrics)) == ("FACT016", AT, ["a"])


def test_weights_are_told_by_label() -> None:
    metrics = {"a": Metric("a", "甲", SUM), "s": Metric("s", "分", Score((("a", 1.0), ("gone", 1.0))))}
    told_weights(metrics, Language.ZH)
    assert metrics["s"].definition == "完成率（封顶 120%）按权重加总：甲 50%、gone 50%"


def test_the_difference_of_rates() -> None:
    gap = Formula("a - b", parse_formula("a - b"))
    metrics = {"a": Metric("a", "甲", SUM, unit="%"), "b": Metric("b", "乙", SUM, unit="%"), "gap": Metric("gap", "差", gap, unit="%")}
    points_of_rates(metrics, Language.EN)
    assert metrics["gap"].unit == "pp"


def test_a_formula_adds_like_units_only() -> None:
    def metric(name: str, unit: str, text: str = "") -> Metric:
        return Metric(name, name, Formula(text, parse_formula(text), AT) if text else SUM, unit=unit)

    units = {"gmv": "元", "cost": "人民币", "rate": "%", "visits": "次"}
    metrics = {name: metric(name, unit) for name, unit in units.items()}
    good = {"net": "gmv - cost", "roi": "(gmv - cost) / cost", "gap": "1 - rate", "more": "gmv * (1 + rate)", "each": "gmv / visits"}
    assert unlike_formulas(metrics | {name: metric(name, "", text) for name, text in good.items()}) == []
    (error,) = unlike_formulas(metrics | {"sum": metric("sum", "", "gmv + rate * 2")})
    assert (error.code, error.at, error.message.zh) == ("FACT018", AT, "“gmv + rate * 2”的单位是“元”和“%”，不能相加减")
