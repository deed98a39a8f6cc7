"""`raci`: who does, answers for, advises on and hears of each task.

    - raci:
        roles: [品牌组, 渠道组, 商品中心, 财务部]
        tasks:
          - {task: 年度活动排期, marks: [A, R, C, I]}
          - {task: 预算滚动再分配, marks: [R, C, "-", A]}

R does it, A answers for it (exactly one a task), C is asked, I is told; `-` has no part in it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from engine.base.diagnostics import Phrase, warning
from engine.blocks.definition import BlockContext, BlockDef
from engine.load.prose import Prose
from engine.load.spec import Spec, mistake, said
from engine.model.blocks import Align, Badge, Block, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import EMPTY, Tone, text

TASK = Phrase("事项", "Task")
LEGEND = Phrase("R 执行；A 负责，每项一个；C 协商；I 知会", "R responsible; A accountable, one a task; C consulted; I informed")
TONES = {"A": Tone.STRONG, "R": Tone.NORMAL, "C": Tone.NORMAL, "I": Tone.QUIET}
BADGES = frozenset("AR")
Mark = Literal["R", "A", "C", "I", "-"]


class RaciTaskSpec(Spec):
    task: Prose = Field(description=said("事项", "the task"))
    marks: list[Mark] = Field(
        min_length=1, description=said("各角色的 R、A、C、I 或 -，与 roles 同序", "R, A, C, I or - for each role, in the order of roles")
    )


class RaciSpec(Spec):
    roles: list[Prose] = Field(min_length=2, max_length=10, description=said("角色或部门", "roles or departments"))
    tasks: list[RaciTaskSpec] = Field(min_length=1, description=said("事项", "the tasks"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))

    @model_validator(mode="after")
    def _one_mark_a_role(self) -> RaciSpec:
        for row in self.tasks:
            if len(row.marks) != len(self.roles):
                zh = f"“{row.task}”有 {len(row.marks)} 个标记，角色有 {len(self.roles)} 个"
                en = f"{str(row.task)!r} has {len(row.marks)} marks for {len(self.roles)} roles"
                raise mistake(zh, en, "不参与的写 -", "a role without a part gets -")
        return self


def build(spec: RaciSpec, context: BlockContext) -> tuple[Block, ...]:
    for row in spec.tasks:
        _expect_one_accountable(row, context)
    columns = (
        TableColumn(text(context.say(TASK)), weight=3.2),
        *(TableColumn(context.text(role), align=Align.CENTER, weight=1.2) for role in spec.roles),
    )
    rows = tuple(TableRow((TableCell(context.text(row.task), bold=True), *map(_cell, row.marks))) for row in spec.tasks)
    return (Table(columns, rows, context.text(spec.caption), text(context.say(LEGEND), where=context.where), where=context.where),)


def _cell(mark: Mark) -> TableCell:
    if mark == "-":
        return TableCell(EMPTY)
    return TableCell(text(mark), tone=TONES[mark], bold=mark in BADGES, badge=Badge.SQUARE if mark in BADGES else Badge.NONE)


def _expect_one_accountable(row: RaciTaskSpec, context: BlockContext) -> None:
    count = row.marks.count("A")
    if count != 1:
        zh = f"“{row.task}”有 {count} 个 A，应恰好一个" if count else f"“{row.task}”没有 A，无人负责"
        en = f"{str(row.task)!r} has {count} accountable roles" if count else f"nobody is accountable for {str(row.task)!r}"
        hint = Phrase("每项只留一个 A，其余改为 R 或 C", "leave one A a task, make the others R or C")
        context.report(warning("RULE001", zh, en, row.task.where, hint))


DEFINITION = BlockDef(
    "raci", RaciSpec, build, said("职责矩阵：谁执行、谁负责、协商谁、知会谁", "who does, answers for, advises on and hears of each task")
)
