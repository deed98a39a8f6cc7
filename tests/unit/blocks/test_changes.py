from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import build, grid, one


def card(content: str) -> Table:
    block = one(content)
    assert isinstance(block, Table)
    return block


def test_metrics_are_told_as_they_were_as_they_are_and_how_far_they_moved() -> None:
    found = card("- changes: {since: before, metrics: [gmv, retention, satisfaction]}")
    assert grid(found) == (
        "指标 | 上次 | 本次 | 变化 | 状态\n"
        "活动 GMV | 10,000 万元 | 12,840 万元 | +28.4% | ▲ 超额完成[exceed]\n"
        "新客次月留存率 | 19.0% | 17.0% | −2.0 个百分点 | ▼ 未达成[missed]\n"
        "用户满意度 | 4.60 分 | 4.62 分 | +0.02 分 | ● 达成[met]"
    )
    assert found.columns[1].numeric and found.columns[3].numeric


def test_without_a_list_all_metrics_of_both_editions_are_told() -> None:
    labels = [row.cells[0].text.plain for row in card("- changes: {since: before}").rows]
    assert "活动 GMV" in labels and "新客次月留存率" in labels
    assert "活动场次" not in labels


def test_the_value_before_is_traced_to_its_row_of_the_facts() -> None:
    built = build("- changes: {since: before, metrics: [gmv]}")
    before = next(fact for fact in built.ledger.facts if fact.aspect == "before")
    moved = next(fact for fact in built.ledger.facts if fact.aspect == "moved")
    assert [str(cells) for cells in before.source.ranges] == ["data/before.csv!B2"]
    assert (moved.formula, round(moved.raw or 0, 4)) == ("gmv.actual ÷ gmv.before − 1", 0.284)


def test_a_metric_that_was_not_printed_then_is_told_at_its_name() -> None:
    built = build("- changes: {since: before, metrics: [events, gmv]}")
    assert built.findings == ("report.yaml:1:38: DIFF001 “data/before.csv”里没有指标“events”",)
    assert isinstance(built.blocks[0], Table) and len(built.blocks[0].rows) == 1


def test_a_table_that_holds_no_facts_is_told() -> None:
    assert build("- changes: {since: sales}").findings == ("report.yaml:1:20: FACT003 数据表“sales”没有列“id”",)
    assert build("- changes: {since: nowhere}").findings[0].startswith("report.yaml:1:20: FACT002 没有数据表“nowhere”")
