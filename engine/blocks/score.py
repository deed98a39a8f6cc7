"""`score`: a weighted scorecard: each metric's weight, attainment, what of it counts (capped), and its points; the total last.

- score: total_score
- score: {metric: total_score, caption: 上半年综合得分}

The metric defines the weights: `total_score: {label: 综合得分, score: {weights: {gmv: 40, roi: 30, retention: 30}, cap: 120%}}`.
"""

from __future__ import annotations

from pydantic import Field

from engine.base.diagnostics import Location, Phrase
from engine.blocks.aspects import tone_of
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import column_cell, fact_cell, insights, number_column, words_column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.numbers import percent_style, style_of
from engine.metrics.quantity import Look, Origin, Quantity
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import EMPTY, text

METRIC, WEIGHT, ATTAINMENT = Phrase("指标", "Metric"), Phrase("权重", "Weight"), Phrase("完成率", "Attainment")
COUNTED, POINTS, TOTAL = Phrase("计分完成率", "Counted"), Phrase("得分", "Points"), Phrase("合计", "Total")
POINT_STYLE = style_of("", decimals=1)


class ScoreSpec(Spec):
    short_form = "metric"
    metric: Prose = Field(description=said("带 score 的指标", "a metric with `score`"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注；不写则印口径", "note; by default the definition"))


def build(spec: ScoreSpec, context: BlockContext) -> tuple[Block, ...]:
    found = insights([spec.metric], context)
    if not found:
        return ()
    ((_, whole),) = found
    at, rule = spec.metric.where, whole.score_rule
    weights = sum(weight for _, weight in rule.weights)
    rows = [TableRow(_cells(whole, name, weight / weights, at, context)) for name, weight in rule.weights]
    total = (TableCell(text(context.say(TOTAL), where=at)), TableCell(EMPTY), TableCell(EMPTY), TableCell(EMPTY))
    rows.append(TableRow((*total, column_cell(whole, POINT_STYLE, at, context, bold=True)), total=True))
    columns = (words_column(METRIC, context), *(number_column(header, context) for header in (WEIGHT, ATTAINMENT, COUNTED, POINTS)))
    note = context.text(spec.note) or text(whole.definition, where=context.where)
    return (Table(columns, tuple(rows), context.text(spec.caption), note, where=context.where),)


def _cells(whole: Insight, name: str, weight: float, at: Location, context: BlockContext) -> tuple[TableCell, ...]:
    view, cap = context.metrics.get(name), whole.score_rule.cap
    attainment = view.attainment
    counted = None if attainment.value is None else min(max(attainment.value, 0.0), cap)
    earned = None if counted is None else counted * weight * 100
    stem, why = f"{whole.id}[{name}]", attainment.origin.reason

    def figure(aspect: str, value: float | None, formula: str, look: Look) -> Quantity:
        source = whole.defined if aspect == "weight" else attainment.origin.source
        return Quantity(value, Origin(f"{stem}.{aspect}", name, aspect, view.label, formula, source, why), look, context.metrics.desk)

    return (
        TableCell(text(view.label, where=at)),
        fact_cell(figure("weight", weight, "weight ÷ all weights", Look(percent_style(0), "%")), at, context),
        fact_cell(attainment, at, context, tone=tone_of(view)),
        fact_cell(figure("counted", counted, f"{attainment.origin.id}, at most {cap:g}", Look(percent_style(), "%")), at, context),
        fact_cell(figure("points", earned, f"{stem}.weight × {stem}.counted × 100", Look(POINT_STYLE)), at, context),
    )


DEFINITION = BlockDef("score", ScoreSpec, build, said("加权记分表：权重、完成率、得分", "weighted scorecard with points"))
