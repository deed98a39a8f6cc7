"""`milestones`: what is reached when, who answers for it, and the figure that shows it.

- milestones:
    - {period: 一季度, date: 3 月 20 日, milestone: 新品首发, acceptance: 首周铺货 ≥ 95%, owner: 陆嘉言}
    - {period: 一季度, date: 3 月 31 日, milestone: 会员三档上线, acceptance: 参与率 ≥ 30%, owner: 顾清禾, status: done}
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import STATUS_TONES, STATUS_WORDS, ProgressWord, cell, column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Align, Block, Table, TableCell, TableRow
from engine.model.evidence import Duty, Goal
from engine.model.inlines import EMPTY, Tone, text

PERIOD, DATE, MILESTONE = Phrase("阶段", "Period"), Phrase("时间", "Date"), Phrase("里程碑", "Milestone")
ACCEPTANCE, OWNER, STATUS = Phrase("验收标准", "Accepted when"), Phrase("负责人", "Owner"), Phrase("进展", "Status")


class MilestoneRowSpec(Spec):
    period: Prose = Field(default=Prose(), description=said("季度或阶段", "quarter or phase"))
    date: Prose = Field(description=said("时间", "date"))
    milestone: Prose = Field(description=said("里程碑", "what is reached"))
    acceptance: Prose = Field(description=said("验收标准，写成数字", "the figure that shows it"))
    owner: Prose = Field(description=said("一位负责人", "the one owner"))
    status: ProgressWord | None = Field(default=None, description=said("进展", "status"))


class MilestonesSpec(Spec):
    short_form = "rows"
    rows: list[MilestoneRowSpec] = Field(min_length=1, description=said("里程碑", "the milestones"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))


def build(spec: MilestonesSpec, context: BlockContext) -> tuple[Block, ...]:
    periods, states = any(row.period for row in spec.rows), any(row.status for row in spec.rows)
    columns = [column(context.say(PERIOD), 1.1)] if periods else []
    columns += [column(context.say(DATE), 1.4), column(context.say(MILESTONE), 4.0), column(context.say(ACCEPTANCE), 3.6)]
    columns += [column(context.say(OWNER), 1.2)]
    columns += [column(context.say(STATUS), 1.2, Align.CENTER)] if states else []
    rows: list[TableRow] = []
    before = ""
    for row in spec.rows:
        cells = [cell(EMPTY if row.period == before else context.text(row.period), bold=True)] if periods else []
        rows.append(TableRow((*cells, *_cells(row, context, states=states))))
        before = str(row.period)
    return (Table(tuple(columns), tuple(rows), context.text(spec.caption), context.text(spec.note), where=context.where),)


def _cells(row: MilestoneRowSpec, context: BlockContext, *, states: bool) -> list[TableCell]:
    milestone, acceptance, owner = context.text(row.milestone), context.promised(row.acceptance), context.text(row.owner)
    context.note(Duty(milestone, owner, row.owner.where))
    context.note(Goal(acceptance))
    cells = [
        cell(context.text(row.date), tone=Tone.QUIET),
        cell(milestone, bold=True),
        cell(acceptance),
        cell(owner),
    ]
    if states:
        word = context.say(STATUS_WORDS[row.status]) if row.status else ""
        cells.append(cell(text(word), tone=STATUS_TONES[row.status] if row.status else Tone.NORMAL, bold=True))
    return cells


DEFINITION = BlockDef(
    "milestones", MilestonesSpec, build, said("里程碑表：时间、验收标准、负责人", "milestones with date, figure and owner")
)
