from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import build, grid, one, refusal

SPEC = "table: sales, item: 渠道, plan: 目标, spent: 费用"


def test_plan_spent_left_execution_and_variance() -> None:
    block = one(f"- spending: {{{SPEC}, reserve: 社群, note: 截至六月}}")
    assert isinstance(block, Table)
    assert grid(block) == (
        "科目 | 计划 万元 | 实际 万元 | 剩余 万元 | 执行率 | 偏差率\n"
        "商城 | 7,500 | 1,680 | 5,820 | 22.4% | −77.6%\n"
        "直播间 | 3,000 | 1,000 | 2,000 | 33.3% | −66.7%\n"
        "社群 | 1,500 | 200 | 1,300 | 13.3% | −86.7%\n"
        "= 合计 | 12,000 | 2,880 | 9,120 | 24.0% | −76.0%"
    )
    assert block.note.plain == "截至六月；储备占比 12.5%"


def test_a_condition_leaves_other_items_out() -> None:
    block = one(f"- spending: {{{SPEC}, where: \"渠道 = '社群'\"}}")
    assert isinstance(block, Table)
    assert [row.cells[0].text.plain for row in block.rows] == ["社群", "合计"]
    assert block.note.plain == ""


def test_every_figure_has_its_cells() -> None:
    facts = {fact.id: str(fact.source.ranges[0]) for fact in build(f"- spending: {{{SPEC}}}").ledger.facts if fact.source.ranges}
    assert facts["sales.费用[社群]|column"] == "data/sales.csv!F5"


def test_mistakes() -> None:
    assert refusal(f"- spending: {{{SPEC}, reserve: 储备}}").endswith("FACT006 列“渠道”没有取值“储备”")
    assert refusal("- spending: {table: sales, item: 科目, plan: 目标, spent: 费用}").endswith("FACT003 数据表“sales”没有列“科目”")
