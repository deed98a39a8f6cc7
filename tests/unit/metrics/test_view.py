from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Language
from engine.metrics.compare import DeviationSign
from engine.metrics.problems import FactError
from engine.metrics.store import Metrics
from engine.metrics.verdict import Thresholds
from engine.metrics.view import shown
from engine.model.facts import Verdict
from tests.support.review import AT, DEFINITIONS, NB, TABLES, definitions, metrics, period


@pytest.mark.parametrize(
    ("name", "aspect", "expected"),
    [
        ("gmv", "target", f"12,000{NB}万元"),
        ("gmv", "attainment", "107.0%"),
        ("gmv", "deviation", f"+840{NB}万元"),
        ("gmv", "deviation_rate", "+7.0%"),
        ("gmv", "yoy", "+18.9%"),
        ("gmv", "previous", f"10,800{NB}万元"),
        ("gmv", "verdict", "超额完成"),
        ("gmv", "status", "▲ 超额完成"),
        ("gmv", "elapsed", "100.0%"),
        ("gmv", "pace", f"+7.0{NB}个百分点"),
        ("cost", "attainment", "104.2%"),
        ("cost", "deviation", f"−120{NB}万元"),
        ("cost", "status", "● 达成"),
        ("roi", "target", "4.00"),
        ("roi", "yoy", "−0.9%"),
        ("june", "mom", "+125.9%"),
        ("june", "last", f"1,836{NB}万元"),
        ("june", "yoy", "—"),
        ("satisfaction", "yoy", f"+0.11{NB}分"),
        ("retention", "yoy", f"−1.2{NB}个百分点"),
        ("retention", "deviation", f"−3.0{NB}个百分点"),
        ("retention", "status", "▼ 未达成"),
        ("complaints", "status", "◆ 待改进"),
        ("complaints", "yoy", "—"),
    ],
)
def test_what_a_metric_offers(name: str, aspect: str, expected: str) -> None:
    assert getattr(metrics().get(name), aspect).text == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gmv", f"12,840{NB}万元"),
        ("roi", "4.46"),
        ("rate", "10.0%"),
        ("events", f"6{NB}场"),
        ("retention", "17.0%"),
        ("complaints", f"104{NB}件"),
    ],
)
def test_printed_alone_it_is_the_actual_value(name: str, expected: str) -> None:
    assert metrics().get(name).text == expected


def test_every_figure_says_how_it_came_about() -> None:
    view = metrics().get("gmv")
    facts = [quantity.fact() for quantity in (view, view.attainment, view.yoy, view.status)]
    assert [f"{fact.id} = {fact.formula}" for fact in facts] == [
        "gmv.actual = SELECT sum(GMV) FROM sales",
        "gmv.attainment = gmv.actual ÷ gmv.target",
        "gmv.yoy = gmv.actual ÷ gmv.previous − 1",
        "gmv.status = grade of attainment (higher is better; 1.05/1/0.9)",
    ]
    assert [str(cells) for cells in facts[1].source.ranges] == ["data/sales.csv!D2:D7", "data/targets.xlsx!目标!B2"]
    assert facts[2].source.query == "SELECT sum(GMV) FROM sales; SELECT sum(GMV) FROM last_year"
    assert facts[0].label == "活动 GMV"
    assert metrics().get("cost").attainment.fact().formula == "cost.target ÷ cost.actual (lower is better)"


def test_no_figure_says_why() -> None:
    found = metrics()
    assert found.get("june").yoy.fact().reason == "没有对比期的数据"
    assert found.get("gmv").by("渠道", "商城").attainment.fact().reason == "没有按“渠道”分的目标"


def test_parts_offer_the_same() -> None:
    part = metrics().get("by_event").by("活动", "开年焕新")
    assert (part.text, part.target.text, part.deviation.text, part.status.text) == (
        f"1,044{NB}万元", f"1,200{NB}万元", f"−156{NB}万元", "▼ 未达成",
    )  # fmt: skip
    assert part.fact().id == "by_event[活动=开年焕新].actual"
    mall = metrics().get("gmv").by("渠道", "商城")
    assert mall.yoy.text == "+41.8%"
    assert mall.by("活动", "618").text == f"4,147{NB}万元"


def test_shares_and_ranks() -> None:
    view = metrics().get("gmv")
    assert view.share("渠道", "商城").text == "66.2%"
    assert view.rank("渠道", "直播间").text == "2"
    assert view.ranked("渠道") == ("商城", "直播间", "社群")
    assert metrics().get("cost").ranked("渠道") == ("社群", "直播间", "商城")
    assert view.members("渠道") == ("商城", "直播间", "社群")
    assert view.rest("渠道", ("商城",)).fact().id == "gmv[渠道≠商城].actual"
    assert view.share("渠道", "商城").fact().formula == "gmv[渠道=商城].actual ÷ gmv.actual"


def test_a_rate_has_parts_as_well() -> None:
    assert metrics().get("roi").by("渠道", "社群").text == "7.28"


def test_what_the_definition_lacks_is_a_mistake() -> None:
    for name, aspect, message in (("events", "target", "指标“events”没有定义目标"), ("gmv", "mom", "指标“gmv”没有定义环比")):
        with pytest.raises(FactError) as caught:
            getattr(metrics().get(name), aspect)
        assert (caught.value.code, caught.value.message.zh) == ("FACT011", message)


def test_ranges() -> None:
    good = {"label": "库存周转", "table": "sales", "value": "avg(转化率)", "unit": "%", "better": "range", "range": [0.05, 0.09]}
    view = metrics({**DEFINITIONS, "good": good}).get("good")
    assert (view.target.text, view.attainment.text, view.status.text) == ("5.0–9.0%", "90.0%", "◆ 待改进")


def test_settings_of_the_report() -> None:
    found = Metrics(
        definitions(), TABLES, period=period(), today=dt.date(2025, 3, 31), language=Language.EN,
        thresholds=Thresholds(exceeded=1.1), deviation=DeviationSign.TARGET_MINUS_ACTUAL,
    ).get("gmv")  # fmt: skip
    assert (found.status.text, found.deviation.text) == ("● Met", "−8.4M 元")
    assert found.elapsed.text == "49.7%"
    assert found.grade is Verdict.MET


def test_plain_words_about_the_metric() -> None:
    view = metrics().get("gmv")
    assert (view.id, view.label, view.unit, view.source, view.definition, view.owner) == ("gmv", "活动 GMV", "元", "交易中台", "", "")
    assert (view.has_target, view.has_yoy, view.has_mom, view.style.unit) == (True, True, False, "万元")
    assert metrics().get("retention").owner == "陈立"
    assert shown(2025.0) == "2025"


def test_the_share_of_time_knows_its_day() -> None:
    source = metrics().get("gmv").elapsed.origin.source
    assert (source.query, source.defined_at) == ("", AT)
    view = metrics({"x": {"label": "x", "table": "daily", "value": "sum(量)", "date": "日"}}).get("x")
    assert (view.elapsed.text, view.elapsed.origin.source.query) == ("24.9%", "SELECT max(日) FROM daily")
