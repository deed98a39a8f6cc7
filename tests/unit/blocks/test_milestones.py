from __future__ import annotations

from engine.model.blocks import Table
from tests.support.review import one

FIRST = "{period: 一季度, date: 3 月 20 日, milestone: 首发, acceptance: 铺货 ≥ 95%, owner: 陆}"
SECOND = "{period: 一季度, date: 3 月 31 日, milestone: 会员日, acceptance: 参与率 ≥ 30%, owner: 顾, status: done}"


def cells(content: str) -> list[list[str]]:
    block = one(content)
    assert isinstance(block, Table)
    header = [column.header.plain for column in block.columns]
    return [header, *([cell.text.plain for cell in row.cells] for row in block.rows)]


def test_a_period_is_named_once() -> None:
    assert cells(f"- milestones: [{FIRST}, {SECOND}]") == [
        ["阶段", "时间", "里程碑", "验收标准", "负责人", "进展"],
        ["一季度", "3 月 20 日", "首发", "铺货 ≥ 95%", "陆", ""],
        ["", "3 月 31 日", "会员日", "参与率 ≥ 30%", "顾", "已完成"],
    ]


def test_columns_that_nobody_fills_are_left_out() -> None:
    assert cells(f"- milestones: {{rows: [{FIRST.replace('period: 一季度, ', '')}], caption: 题}}") == [
        ["时间", "里程碑", "验收标准", "负责人"],
        ["3 月 20 日", "首发", "铺货 ≥ 95%", "陆"],
    ]
