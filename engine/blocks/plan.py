"""`plan`: measures with one owner and a date each.

- plan:
    - {action: 结算页合并为一步, owner: 陈立, due: 8/31, status: doing, target: 支付率 ≥ 81%}
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
from engine.model.inlines import Tone, text

ACTION, TARGET, OWNER = Phrase("措施", "Measure"), Phrase("目标", "Target"), Phrase("负责人", "Owner")
DUE, STATUS = Phrase("时间", "Due"), Phrase("进展", "Status")


class PlanRowSpec(Spec):
    action: Prose = Field(description=said("做什么", "what is done"))
    owner: Prose = Field(description=said("一位负责人", "the one owner"))
    due: Prose = Field(description=said("何时完成", "when it is due"))
    status: ProgressWord | None = Field(default=None, description=said("进展", "status"))
    target: Prose = Field(default=Prose(), description=said("要达到的数字", "the figure to reach"))


class PlanSpec(Spec):
    short_form = "rows"
    rows: list[PlanRowSpec] = Field(min_length=1, description=said("措施", "the measures"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))


def build(spec: PlanSpec, context: BlockContext) -> tuple[Block, ...]:
    targets, states = any(row.target for row in spec.rows), any(row.status for row in spec.rows)
    columns = [column(context.say(ACTION), 5.0)]
    columns += [column(context.say(TARGET), 3.0)] if targets else []
    columns += [column(context.say(OWNER), 1.4), column(context.say(DUE), 1.6)]
    columns += [column(context.say(STATUS), 1.4, Align.CENTER)] if states else []
    rows = tuple(TableRow(tuple(_cells(row, context, targets=targets, states=states))) for row in spec.rows)
    return (Table(tuple(columns), rows, context.text(spec.caption), where=context.where),)


def _cells(row: PlanRowSpec, context: BlockContext, *, targets: bool, states: bool) -> list[TableCell]:
    action, target, owner = context.text(row.action), context.promised(row.target), context.text(row.owner)
    context.note(Duty(action, owner, row.owner.where))
    context.note(Goal(target))
    cells = [cell(action, bold=True)]
    cells += [cell(target)] if targets else []
    cells += [cell(owner), cell(context.text(row.due), tone=Tone.QUIET)]
    if states:
        word = context.say(STATUS_WORDS[row.status]) if row.status else ""
        cells.append(cell(text(word), tone=STATUS_TONES[row.status] if row.status else Tone.NORMAL, bold=True))
    return cells


DEFINITION = BlockDef("plan", PlanSpec, build, said("措施表：谁、何时、进展", "measures with owner, date and status"))
