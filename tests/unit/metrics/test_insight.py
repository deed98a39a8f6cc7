from __future__ import annotations

import pytest

from engine.metrics.insight import Insight
from engine.metrics.problems import FactError
from engine.metrics.quantity import Quantity
from engine.metrics.special import Level
from tests.support.review import FULL, NB, metrics


def view(name: str) -> Insight:
    return metrics(FULL).get(name)


@pytest.mark.parametrize(
    ("name", "aspect", "expected"),
    [
        ("gmv", "to_date", f"12,840{NB}万元"),
        ("gmv", "linear_forecast", f"25,893{NB}万元"),
        ("gmv", "share_forecast", "—"),
        ("gmv", "year_elapsed", "49.6%"),
        ("year_gmv", "forecast", f"28,533{NB}万元"),
        ("year_gmv", "forecast_target", f"25,000{NB}万元"),
        ("year_gmv", "forecast_attainment", "114.1%"),
        ("year_gmv", "forecast_gap", f"+3,533{NB}万元"),
        ("watched", "alert", "红线预警"),
        ("watched", "alert_rule", "环比升 100%"),
    ],
)
def test_what_a_metric_offers(name: str, aspect: str, expected: str) -> None:
    quantity = getattr(view(name), aspect)
    assert isinstance(quantity, Quantity)
    assert quantity.text == expected


def test_grades_and_models() -> None:
    assert view("channel_score").by("渠道", "社群").tier.text == "A"
    assert view("channel_score").tier.text == "—"
    assert view("touch").model("last").by("渠道", "商城").text == "110人".replace("人", f"{NB}人")
    assert view("watched").alert_level is Level.RED


def test_scenarios() -> None:
    case = view("roi_case")
    assert (case.scenario("+10%").text, case.scenario(0.1, "net").text) == ("3.25", f"10,299{NB}万元")
    assert case.scenario("-100%").origin.reason == "基准没有费用，或变动后不剩费用"
    fact = case.swap("渠道", "直播间", "社群", "20%").fact()
    assert (fact.id, fact.text) == ("roi_case.roi[0.2 of cost from 直播间 to 社群]", "3.56")
    assert "费用弹性为 0.5" in fact.formula


def test_figures_of_a_scenario_name_the_cells_they_came_from() -> None:
    case, returns, costs = view("roi_case"), view("gmv").origin.source.ranges, view("cost").origin.source.ranges
    found = {what: case.scenario("+10%", what).fact().source.ranges for what in ("return", "cost", "net", "roi")}
    assert found == {"return": returns, "cost": costs, "net": (*returns, *costs), "roi": (*returns, *costs)}
    swapped = case.swap("渠道", "直播间", "社群", "20%", "return").fact().source
    assert set(returns) < set(swapped.ranges) and not set(costs) & set(swapped.ranges), "the whole cost stays what it was"


def test_from_stage_to_stage() -> None:
    paid, clicked = view("paid"), view("clicked")
    assert (paid.conversion(clicked).text, paid.drop_off("clicked").text, paid.conversion("reached").text) == ("30.0%", "70.0%", "6.3%")
    assert paid.by("渠道", "商城").conversion("clicked").text == "33.3%"
    assert paid.conversion(clicked).fact().id == "paid.conversion[clicked.actual]"


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda: view("gmv").alert, "FACT011 指标“gmv”没有定义报警阈值"),
        (lambda: view("gmv").tier, "FACT011 指标“gmv”没有定义分级规则"),
        (lambda: view("gmv").model("last"), "FACT011 指标“gmv”没有定义归因规则"),
        (lambda: view("gmv").scenario("10%"), "FACT011 指标“gmv”没有定义敏感性假设"),
        (lambda: view("gmv").forecast_target, "FACT011 指标“gmv”没有定义全年目标"),
        (lambda: view("gmv").score_rule, "FACT011 指标“gmv”没有定义记分规则"),
        (lambda: view("touch").model("best"), "FACT004 表达式“touch.model('best')”不可用：归因方法有 last、first、linear、position、decay"),
        (lambda: view("roi_case").scenario("多"), "FACT008 看不懂数值“多”"),
        (
            lambda: view("roi_case").scenario("1%", "profit"),
            "FACT004 表达式“roi_case.scenario(…, 'profit')”不可用：可取 roi、return、cost、net",
        ),
        (
            lambda: view("roi_case").swap("渠道", "社群", "社群", "20%"),
            "FACT004 表达式“roi_case.swap('渠道', '社群', '社群')”不可用：换出与换入是同一个",
        ),
        (lambda: view("paid").conversion("gvm"), "FACT004 表达式“paid.conversion(gvm)”不可用：括号里写上一环节的指标"),
    ],
)
def test_what_is_not_defined(ask: object, expected: str) -> None:
    assert callable(ask)
    with pytest.raises(FactError) as caught:
        ask()
    assert f"{caught.value.code} {caught.value.message.zh}" == expected
