from __future__ import annotations

from engine.model.blocks import Align, Table
from tests.support.review import FULL, build, grid, one


def card(content: str) -> Table:
    block = one(content)
    assert isinstance(block, Table)
    return block


def test_metrics_are_rows_and_misses_are_coloured() -> None:
    found = card("- scorecard: [gmv, satisfaction, complaints]")
    assert grid(found) == (
        "指标 | 目标 | 实际 | 完成率 | 偏差 | 状态\n"
        "活动 GMV | 12,000 万元 | 12,840 万元 | 107.0% | +840 万元 | ▲ 超额完成[exceed]\n"
        "用户满意度 | 4.60 分 | 4.62 分 | 100.4% | +0.02 分 | ● 达成[met]\n"
        "投诉量 | 100 件 | 104 件 | 96.2%[improve] | +4 件 | ◆ 待改进[improve]"
    )
    assert [column.align for column in found.columns] == [Align.LEFT, *[Align.RIGHT] * 4, Align.CENTER]
    assert found.source.plain == "交易中台"


def test_a_shared_unit_stands_in_the_header() -> None:
    assert grid(card("- scorecard: [gmv, cost]")) == (
        "指标 | 目标 万元 | 实际 万元 | 完成率 | 偏差 万元 | 状态\n"
        "活动 GMV | 12,000 | 12,840 | 107.0% | +840 | ▲ 超额完成[exceed]\n"
        "活动费用 | 3,000 | 2,880 | 104.2% | −120 | ● 达成[met]"
    )


def test_columns_are_the_authors_and_gaps_stay_empty() -> None:
    found = card("- scorecard: {metrics: [retention, events], columns: [actual, yoy, verdict], owner: true, caption: 表, note: 注}")
    assert grid(found) == (
        "指标 | 实际 | 同比 | 状态 | 负责人\n新客次月留存率 | 17.0% | −1.2 个百分点 | ▼ 未达成[missed] | 陈立\n活动场次 | 6 场 |  |  | "
    )
    assert (found.caption.plain, found.note.plain) == ("表", "注")


def test_unknown_metrics_are_told_and_the_others_shown() -> None:
    built = build("- scorecard: [gmw, gmv]")
    assert built.findings == ("report.yaml:1:15: FACT001 没有指标“gmw”",)
    assert isinstance(built.blocks[0], Table) and len(built.blocks[0].rows) == 1
    assert build("- scorecard: [gmw]").blocks == ()


def test_what_looks_ahead_may_be_a_column() -> None:
    block = one(
        "- scorecard: {metrics: [year_gmv, watched, gmv], columns: [to_date, forecast, forecast_attainment, alert]}", definitions=FULL
    )
    assert isinstance(block, Table)
    assert grid(block) == (
        "指标 | 年初至今 万元 | 全年预测 万元 | 预计完成率 | 预警\n"
        "年度 GMV | 12,840 | 28,533 | 114.1% | \n"
        "单月 GMV | 12,840 | 25,893 |  | 红线预警\n"
        "活动 GMV | 12,840 | 25,893 |  | "
    )


def test_a_deviation_agrees_with_what_stands_beside_it() -> None:
    """96 of 120 with a deviation of −25 would be three figures that contradict each other."""
    half = {"label": "场次", "table": "sales", "value": "max(95.5)", "target": 120, "unit": "场", "format": {"style": "auto"}}
    block = one("- scorecard: {metrics: [half], columns: [target, actual, deviation]}", definitions={"half": half})
    assert isinstance(block, Table)
    assert grid(block).split("\n")[1] == "场次 | 120.0 | 95.5 | −24.5"
