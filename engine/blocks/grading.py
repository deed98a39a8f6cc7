"""`grading`: channels graded A, B, C by several factors: each factor's value, the weighted score, the letter, what is done.

- grading: channel_score
- grading: {metric: channel_score, actions: {A: 加码, B: 稳投, C: 限额, 内容种草: 观察}}

The metric defines factors and cut-offs: `channel_score: {label: 渠道评分, grading: {by: 渠道, weights: {roas: 50, retention: 30, cac: 20},
cuts: {A: 80, B: 60}}}`. The best channel has 100 in each factor; lower is better where the metric says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import column_cell, insights, number_column, sources_text, words_column
from engine.blocks.plot import used_text
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.view import shown
from engine.model.blocks import Align, Badge, Block, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import EMPTY, text
from engine.model.numbers import NumberStyle

GRADE, CHANNEL, ACTION = Phrase("等级", "Grade"), Phrase("渠道", "Channel"), Phrase("处置", "Action")


class GradingSpec(Spec):
    short_form = "metric"
    metric: Prose = Field(description=said("带 grading 的指标", "a metric with `grading`"))
    actions: dict[str, Prose] = Field(default={}, description=said("各等级（或某渠道）的处置", "action per grade, or for one channel"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注；不写则印口径", "note; by default the definition"))


def build(spec: GradingSpec, context: BlockContext) -> tuple[Block, ...]:
    found = insights([spec.metric], context)
    if not found:
        return ()
    ((_, whole),) = found
    by = whole.grading_rule.by
    members = whole.ranked(by)
    factors = [context.metrics.get(name) for name, _ in whole.grading_rule.weights]
    parts = [[factor.by(by, member) for member in members] for factor in factors]
    styles = [factor.style_for([part.value for part in column]) for factor, column in zip(factors, parts, strict=True)]
    rows = []
    for index, member in enumerate(members):
        values = [(column[index], style) for column, style in zip(parts, styles, strict=True)]
        rows.append(TableRow(_cells(spec, whole.by(by, member), shown(member), values, context)))
    note = context.text(spec.note) or text(whole.definition, where=context.where)
    columns = _columns(spec, [(factor.label, style) for factor, style in zip(factors, styles, strict=True)], whole.label, context)
    return (Table(columns, tuple(rows), context.text(spec.caption), note, sources_text(factors, context), where=context.where),)


def _columns(spec: GradingSpec, factors: Sequence[tuple[str, NumberStyle]], score: str, context: BlockContext) -> tuple[TableColumn, ...]:
    return (
        TableColumn(text(context.say(GRADE), where=context.where), align=Align.CENTER),
        words_column(CHANNEL, context),
        *(number_column(label, context, style.unit) for label, style in factors),
        number_column(score, context),
        *((words_column(ACTION, context),) if spec.actions else ()),
    )


def _cells(
    spec: GradingSpec, score: Insight, name: str, values: Sequence[tuple[Insight, NumberStyle]], context: BlockContext
) -> tuple[TableCell, ...]:  # fmt: skip
    at, letter = spec.metric.where, score.tier
    badge = Badge.SQUARE if score.value is not None else Badge.NONE
    cells = [TableCell(used_text(letter, at, context), badge=badge, bold=True), TableCell(text(name, where=at))]
    cells += [column_cell(value, style, at, context) for value, style in values]
    cells.append(column_cell(score, score.look.style, at, context, bold=True))
    if spec.actions:
        action = spec.actions.get(name, spec.actions.get(letter.text))
        cells.append(TableCell(context.text(action) if action is not None else EMPTY))
    return tuple(cells)


DEFINITION = BlockDef("grading", GradingSpec, build, said("渠道评分与 A/B/C 分级", "channels scored by several factors and graded"))
