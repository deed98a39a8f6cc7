"""`diagnosis`: problem → cause → measure, one row each, with target, owner and date.

- diagnosis:
    - problem: 新客留存低
      evidence: 次月留存 {{ m.retention }}，低于目标 3.0 个百分点
      cause: 首单后 30 天只触达一次，新老客领同一张券
      measure: 上线新客 30 天培育，分四次触达
      target: 留存率 ≥ 20.0%
      owner: 周敏
      due: 9 月 30 日
      tone: missed
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import cell, column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Block, ColumnGroup, Table, TableCell, TableRow
from engine.model.evidence import Duty, Goal, Remedy
from engine.model.inlines import Span, Text, Tone, text
from engine.model.theme import STATUS_GLYPHS

GROUPS = (
    Phrase("问题：发生了什么", "Problem: what happened"),
    Phrase("根因：为什么", "Cause: why"),
    Phrase("措施：怎么改、谁负责", "Measure: what changes, who owns it"),
)
PROBLEM, EVIDENCE, CAUSE = Phrase("问题", "Problem"), Phrase("数据表现", "Evidence"), Phrase("根本原因", "Root cause")
MEASURE, TARGET, OWNER = Phrase("应对措施", "Measure"), Phrase("目标", "Target"), Phrase("责任／时限", "Owner / due")


class DiagnosisRowSpec(Spec):
    problem: Prose = Field(description=said("问题", "the problem"))
    evidence: Prose = Field(description=said("数据表现", "the figures that show it"))
    cause: Prose = Field(description=said("根本原因", "the root cause"))
    measure: Prose = Field(description=said("应对措施", "what is done about it"))
    target: Prose = Field(default=Prose(), description=said("目标值", "the figure to reach"))
    owner: Prose = Field(default=Prose(), description=said("负责人", "the owner"))
    due: Prose = Field(default=Prose(), description=said("时限", "when it is due"))
    tone: Literal["improve", "missed"] | None = Field(
        default=None, description=said("严重程度：improve 待改进、missed 未达成", "how grave it is")
    )


class DiagnosisSpec(Spec):
    short_form = "rows"
    rows: list[DiagnosisRowSpec] = Field(min_length=1, description=said("问题", "the problems"))
    groups: bool = Field(default=True, description=said("表头上方的三段箭头", "the three arrows above the header"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))


def build(spec: DiagnosisSpec, context: BlockContext) -> tuple[Block, ...]:
    targets, owners = any(row.target for row in spec.rows), any(row.owner or row.due for row in spec.rows)
    columns = [column(context.say(PROBLEM), 1.62), column(context.say(EVIDENCE), 2.44), column(context.say(CAUSE), 2.56)]
    columns += [column(context.say(MEASURE), 2.66)]
    columns += [column(context.say(TARGET), 1.46)] if targets else []
    columns += [column(context.say(OWNER), 1.26)] if owners else []
    spans = (2, 1, len(columns) - 3)
    groups = tuple(
        ColumnGroup(text(context.say(label)), span, strong=label is GROUPS[-1])
        for label, span in zip(GROUPS, spans, strict=True)
        if spec.groups
    )
    rows = tuple(TableRow(tuple(_cells(row, context, targets=targets, owners=owners))) for row in spec.rows)
    return (Table(tuple(columns), rows, context.text(spec.caption), groups=groups, arrows=spec.groups, where=context.where),)


def _cells(row: DiagnosisRowSpec, context: BlockContext, *, targets: bool, owners: bool) -> list[TableCell]:
    problem, evidence, cause, measure = (context.text(part) for part in (row.problem, row.evidence, row.cause, row.measure))
    target, owner, due = context.promised(row.target), context.text(row.owner), context.text(row.due)
    context.note(Remedy((problem, evidence, target), cause, measure, due, row.place))
    context.note(Goal(target))
    if owner:
        context.note(Duty(measure, owner, row.owner.where))
    cells = [cell(_graded(problem, row.tone), bold=True)]
    cells += [cell(part) for part in (evidence, cause, measure)]
    cells += [cell(target, bold=True)] if targets else []
    cells += [cell(owner, second=due, bold=True)] if owners else []
    return cells


def _graded(problem: Text, grade: Literal["improve", "missed"] | None) -> Text:
    """Return the problem behind the glyph of its grade."""
    if grade is None:
        return problem
    tone = Tone(grade)
    return Text((Span(f"{STATUS_GLYPHS[tone]} ", tone=tone), *problem.spans), problem.where)


DEFINITION = BlockDef("diagnosis", DiagnosisSpec, build, said("问题、根因、措施", "problem, cause, measure"))
