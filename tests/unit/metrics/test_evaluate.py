from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Phrase
from engine.metrics.conditions import Is
from engine.metrics.evaluate import Evaluator, Which, check_all
from engine.metrics.problems import FactError
from engine.metrics.query import Queries
from engine.model.facts import Better
from engine.model.tables import Cell
from tests.support.review import DEFINITIONS, FULL, definitions, period, queries, table


def evaluator(**more: object) -> Evaluator:
    return Evaluator(definitions({**DEFINITIONS, **more}), queries(), period())


@pytest.mark.parametrize(
    ("name", "look", "expected"),
    [
        ("gmv", Which.ACTUAL, 128_400_000),
        ("gmv", Which.TARGET, 120_000_000),
        ("gmv", Which.YOY, 108_000_000),
        ("cost", Which.TARGET, 30_000_000),
        ("roi", Which.ACTUAL, 128.4 / 28.8),
        ("roi", Which.YOY, 4.5),
        ("june", Which.ACTUAL, 41_470_000),
        ("june", Which.MOM, 18_360_000),
        ("june", Which.YOY, None),
        ("retention", Which.ACTUAL, 0.17),
        ("complaints", Which.YOY, None),
        ("events", Which.TARGET, None),
    ],
)
def test_every_number_of_a_metric(name: str, look: Which, expected: float | None) -> None:
    found = evaluator().value(name, look).raw
    assert found == (None if expected is None else pytest.approx(expected))


def test_why_there_is_no_number() -> None:
    found = evaluator()
    reasons = [found.value(*key).reason for key in (("june", Which.YOY), ("complaints", Which.YOY), ("events", Which.TARGET))]
    assert [reason.zh for reason in reasons if reason] == ["没有对比期的数据", "单元格是空的", "没有目标值"]


def test_parts_of_the_whole() -> None:
    found = evaluator()
    mall = (Is("渠道", "商城"),)
    assert found.value("gmv", part=mall).raw == 85_050_000
    assert found.value("gmv", Which.YOY, mall).raw == 60_000_000
    assert found.value("roi", part=mall).raw == pytest.approx(8505 / 1680)
    target = found.value("gmv", Which.TARGET, mall)
    assert target.raw is None and target.reason is not None and target.reason.zh == "没有按“渠道”分的目标"
    assert found.value("by_event", Which.TARGET, (Is("活动", "618"),)).raw == 35_000_000


def test_a_formula_names_the_sources_of_its_parts() -> None:
    source = evaluator().value("roi").source
    assert [str(cells) for cells in source.ranges] == ["data/sales.csv!D2:D7", "data/sales.csv!F2:F7"]
    assert source.query == "SELECT sum(GMV) FROM sales; SELECT sum(费用) FROM sales"


def test_members_are_the_values_of_a_dimension() -> None:
    found = evaluator()
    assert found.members("roi", "渠道") == ("商城", "直播间", "社群")
    assert found.member("gmv", "渠道", "社群") == Is("渠道", "社群")
    assert found.tables_of("roi") == ("sales",)


@pytest.mark.parametrize(
    ("column", "value", "code", "hint"), [("渠道名", "商城", "FACT003", "是否指“渠道”？"), ("渠道", "直播", "FACT006", "是否指“直播间”？")]
)
def test_unknown_dimensions_and_values_are_named(column: str, value: str, code: str, hint: str) -> None:
    with pytest.raises(FactError) as caught:
        evaluator().member("gmv", column, value)
    assert caught.value.code == code
    assert caught.value.hint is not None and caught.value.hint.zh == hint


def test_goals() -> None:
    found = evaluator(good={"label": "G", "table": "sales", "value": "avg(转化率)", "better": "range", "range": [0.05, 0.1]})
    assert found.goal("cost").better is Better.LOWER
    goal = found.goal("good")
    assert (goal.value, goal.low, goal.high) == (None, 0.05, 0.1)


def test_which_metrics_are_compared() -> None:
    found = evaluator()
    assert [name for name in found.metrics if found.compares(name, Which.YOY)] == [
        "gmv", "cost", "roi", "june", "satisfaction", "retention", "complaints",
    ]  # fmt: skip
    assert [name for name in found.metrics if found.compares(name, Which.MOM)] == ["june"]


def test_all_definitions_are_checked_and_each_mistake_told_once() -> None:
    bad = {"label": "B", "table": "sales", "value": "sum(GNV)", "target": {"table": "nope", "value": "sum(a)"}}
    found = check_all(evaluator(bad=bad, again={"label": "A", "formula": "bad / gmv"}))
    assert [error.code for error in found] == ["FACT003", "FACT002"]
    assert check_all(evaluator()) == []


def test_a_metric_counts_up_to_the_declared_day_or_the_last_with_data() -> None:
    assert evaluator().as_of("june") is None, "one day a month is no series"
    declared = Evaluator(definitions(), queries(), period(), dt.date(2025, 3, 20))
    assert declared.as_of("roi") == dt.date(2025, 3, 20)
    months = {**DEFINITIONS, "spring": {"label": "GMV", "table": "sales", "value": "sum(GMV)", "date": "日期"}}
    cut = Evaluator(definitions(months), queries(), period(), dt.date(2025, 3, 20))
    assert cut.value("spring").raw == (2268 + 1044 + 2090) * 1e4


def test_scores_gradings_and_attribution() -> None:
    full = Evaluator(definitions(FULL), queries(), period())
    assert full.value("total_score").raw == pytest.approx(60 * 1.05 + 20 * 3000 / 2880 + 20 * 0.85)
    assert full.value("channel_score").raw is None
    assert full.value("channel_score", part=(Is("渠道", "社群"),)).raw == 100
    assert full.value("touch", part=(Is("渠道", "商城"),)).raw == pytest.approx(100 / 3 + 10)
    assert full.tables_of("channel_score") == ("sales",)
    assert full.tables_of("touch") == ("paths",)


def test_a_range_has_no_best_to_be_scored_against() -> None:
    ranged = {"label": "率", "table": "sales", "value": "avg(转化率)", "better": "range", "range": [0.1, 0.2]}
    grading = {"label": "分", "grading": {"by": "渠道", "weights": {"ranged": 1}, "cuts": {"A": 80}}}
    with pytest.raises(FactError) as caught:
        evaluator(ranged=ranged, graded=grading).value("graded", part=(Is("渠道", "社群"),))
    assert caught.value.code == "FACT016"


def test_a_period_with_a_missing_month_is_no_base() -> None:
    months = [dt.date(2025, month, 1) for month in (1, 2, 4, 5, 6)]
    sheet = table("monthly", {"月份": months, "额": [10.0, 20.0, 40.0, 50.0, 60.0]})
    found = {
        name: {"label": name, "table": "monthly", "value": "sum(额)", "date": "月份", "period": code, "compare": {"mom": {}}}
        for name, code in (("second_quarter", "2025Q2"), ("may", "2025-05"))
    }
    made = Evaluator(definitions(found), Queries({"monthly": sheet}), period())
    assert made.value("may", Which.MOM).raw == 40.0
    base = made.value("second_quarter", Which.MOM)
    assert (base.raw, base.reason) == (None, Phrase("对比期缺 2025-03-01 的数据", "the period compared with lacks 2025-03-01"))


def daily(without: int) -> Evaluator:
    """Return June, compared with a May whose days from the 11th on lack `without`."""
    days = [dt.date(2025, 4, 1) + dt.timedelta(days=number) for number in range(91)]
    kept = [day for day in days if not dt.date(2025, 5, 11) <= day < dt.date(2025, 5, 11) + dt.timedelta(days=without)]
    sheet = table("daily", {"日期": kept, "额": [1.0] * len(kept)})
    found = {"june": {"label": "额", "table": "daily", "value": "sum(额)", "date": "日期", "period": "2025-06", "compare": {"mom": {}}}}
    return Evaluator(definitions(found), Queries({"daily": sheet}), period())


def test_a_daily_base_may_lack_some_days_but_not_many() -> None:
    assert daily(3).value("june", Which.MOM).raw == 28.0
    base = daily(4).value("june", Which.MOM)
    assert (base.raw, base.reason) == (
        None,
        Phrase("对比期缺 2025-05-11、2025-05-12、2025-05-13 等 的数据", "the period compared with lacks 2025-05-11, 2025-05-12, 2025-05-13 and others"),
    )  # fmt: skip


def test_spans_are_the_periods_that_a_metric_counts() -> None:
    assert [(name, span.start.isoformat(), span.end.isoformat()) for name, span in daily(0).spans("june")] == [
        ("daily", "2025-06-01", "2025-06-30"),
        ("daily", "2025-05-01", "2025-05-31"),
    ]
    undated = {"all": {"label": "额", "table": "daily", "value": "sum(额)"}}
    assert Evaluator(definitions(undated), Queries({}), period()).spans("all") == ()


def test_attribution_counts_the_paths_that_end_in_the_period() -> None:
    columns: dict[str, list[Cell]] = {
        "路径": ["P1", "P2"],
        "日期": [dt.date(2025, 5, 31), dt.date(2025, 6, 1)],
        "渠道": ["a", "b"],
        "支付": [5.0, 7.0],
    }
    rule = {"path": "路径", "time": "日期", "channel": "渠道", "value": "支付", "model": "last"}
    found = {
        "all": {"label": "支付", "table": "paths", "attribution": rule},
        "june": {"label": "支付", "table": "paths", "attribution": rule, "date": "日期", "period": "2025-06"},
    }
    made = Evaluator(definitions(found), Queries({"paths": table("paths", columns)}), period())
    assert (made.value("all").raw, made.value("june").raw) == (12.0, 7.0)
