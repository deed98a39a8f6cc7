from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import build, one, refusal

ITEMS = "items: [{label: 新品, weight: 30, note: 按季复核}, {label: 会员, weight: 50}, {label: 区域, weight: 20}]"


def rows(content: str) -> list[list[str]]:
    block = one(content)
    assert isinstance(block, Table)
    header = [column.header.plain + column.unit for column in block.columns]
    return [header, *([cell.text.plain for cell in row.cells] for row in block.rows)]


def test_a_reserve_is_taken_off_first() -> None:
    assert rows(f"- allocation: {{total: 3000万元, reserve: 10%, reserve_note: 超支预警时, {ITEMS}}}") == [
        ["方向", "策略权重", "分配金额万元", "占比", "调整规则"],
        ["新品", "30", "810", "27.0%", "按季复核"],
        ["会员", "50", "1,350", "45.0%", ""],
        ["区域", "20", "540", "18.0%", ""],
        ["弹性储备", "", "300", "10.0%", "超支预警时"],
        ["合计", "", "3,000", "100.0%", ""],
    ]


def test_without_reserve_and_notes_a_metric_is_divided() -> None:
    content = '- allocation: {total: "{{ m.cost }}", items: [{label: 甲, weight: 1}, {label: 乙, weight: 3}], caption: 分配}'
    assert rows(content) == [
        ["方向", "策略权重", "分配金额万元", "占比"],
        ["甲", "1", "720", "25.0%"],
        ["乙", "3", "2,160", "75.0%"],
        ["合计", "", "2,880", "100.0%"],
    ]
    facts = {fact.id: fact.formula for fact in build(content).ledger.facts}
    assert facts["allocation(cost.actual)[甲]|column"] == "cost.actual × 0.25 (weight 1)"


def test_parts_name_the_cells_of_the_reserve_and_shares_name_no_others() -> None:
    ledger = build(f'- allocation: {{total: "{{{{ m.cost }}}}", reserve: "{{{{ m.retention }}}}", {ITEMS}}}').ledger
    cells = {fact.id: [str(each) for each in fact.source.ranges] for fact in ledger.facts}
    cost, kept = ["data/sales.csv!F2:F7"], ["data/kpi.xlsx!指标!D3"]
    for part in ("新品", "会员", "区域", "弹性储备"):
        assert cells[f"allocation(cost.actual)[{part}]|column"] == cost + kept
        assert cells[f"allocation(cost.actual)[{part}].share"] == kept


def test_mistakes() -> None:
    assert "YAML025 “十”不是 0 到 100% 的占比" in refusal(f"- allocation: {{total: 3000万元, reserve: 十, {ITEMS}}}")
    assert "YAML024 总额和要分的部分都应大于 0" in refusal(f"- allocation: {{total: 0元, {ITEMS}}}")
    assert "FACT008 看不懂数值“很多”" in refusal(f"- allocation: {{total: 很多, {ITEMS}}}")
