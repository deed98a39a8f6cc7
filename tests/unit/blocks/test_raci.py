from __future__ import annotations

from engine.base.diagnostics import Language
from engine.model.blocks import Badge, Table
from engine.model.inlines import Tone
from tests.support.review import build, one, refusal

HEAD = "- raci: {roles: [品牌组, 渠道组, 财务部], tasks: "


def test_letters_in_a_grid() -> None:
    block = one(f'{HEAD}[{{task: 年度排期, marks: [A, R, I]}}, {{task: 预算, marks: [R, "-", A]}}], caption: 分工}}')
    assert isinstance(block, Table)
    assert [[cell.text.plain for cell in row.cells] for row in block.rows] == [["年度排期", "A", "R", "I"], ["预算", "R", "", "A"]]
    assert [cell.badge for cell in block.rows[0].cells] == [Badge.NONE, Badge.SQUARE, Badge.SQUARE, Badge.NONE]
    assert [cell.tone for cell in block.rows[0].cells[1:]] == [Tone.STRONG, Tone.NORMAL, Tone.QUIET]
    assert block.note.plain == "R 执行；A 负责，每项一个；C 协商；I 知会"
    assert block.caption.plain == "分工"


def test_in_english() -> None:
    block = one(f"{HEAD}[{{task: Plan, marks: [A, R, I]}}]}}", language=Language.EN)
    assert isinstance(block, Table)
    assert block.columns[0].header.plain == "Task"
    assert block.note.plain.startswith("R responsible; A accountable")


def test_exactly_one_is_accountable() -> None:
    built = build(f"{HEAD}[{{task: 甲, marks: [R, R, C]}}, {{task: 乙, marks: [A, A, I]}}]}}")
    assert [found.partition(": ")[2] for found in built.findings] == ["RULE001 “甲”没有 A，无人负责", "RULE001 “乙”有 2 个 A，应恰好一个"]
    assert len(built.blocks) == 1


def test_mistakes() -> None:
    assert "YAML025 “甲”有 2 个标记，角色有 3 个" in refusal(f"{HEAD}[{{task: 甲, marks: [A, R]}}]}}")
    assert "YAML023" in refusal(f"{HEAD}[{{task: 甲, marks: [A, R, X]}}]}}")
