"""`attribution`: the same conversions credited to channels by several models, side by side, with the share of each.

- attribution: touch
- attribution: {metric: touch, models: [last, first, linear, position, decay], caption: 五种归因}

The metric names the columns of the touchpoint table:
`touch: {label: 支付人数, table: paths, attribution: {path: 路径, time: 步, channel: 渠道, value: 支付人数, model: linear}, unit: 人}`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import column_cell, definitions_note, insights, number_column, sources_text, words_column
from engine.blocks.plot import used_text
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.numbers import percent_style
from engine.metrics.view import shown
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import Text, text
from engine.model.numbers import NumberStyle
from engine.model.tables import Cell

CHANNEL, TOTAL = Phrase("渠道", "Channel"), Phrase("合计", "Total")
HEADERS = {
    "last": Phrase("末次", "Last"),
    "first": Phrase("首次", "First"),
    "linear": Phrase("线性", "Linear"),
    "position": Phrase("首尾", "Position"),
    "decay": Phrase("时间衰减", "Decay"),
}
ModelName = Literal["last", "first", "linear", "position", "decay"]


class AttributionSpec(Spec):
    short_form = "metric"
    metric: Prose = Field(description=said("带 attribution 的指标", "a metric with `attribution`"))
    models: list[ModelName] = Field(
        default=["last", "first", "linear", "position", "decay"], min_length=1, description=said("归因方法", "models")
    )
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注；不写则印各方法的定义", "note; by default what each model means"))


def build(spec: AttributionSpec, context: BlockContext) -> tuple[Block, ...]:
    found = insights([spec.metric], context)
    if not found:
        return ()
    ((_, metric),) = found
    channel = metric.touch_rule.channel
    models = [metric.model(name) for name in spec.models]
    members = models[0].ranked(channel)
    style = metric.style_for([model.by(channel, member).value for model in models for member in members])
    rows = [TableRow(_cells(spec, models, channel, member, style, context)) for member in members]
    at = spec.metric.where
    total = [TableCell(text(context.say(TOTAL), where=at)), *(column_cell(model, style, at, context) for model in models)]
    rows.append(TableRow(tuple(total), total=True))
    columns = (words_column(CHANNEL, context), *(number_column(HEADERS[name], context, style.unit) for name in spec.models))
    note = definitions_note(context.text(spec.note), models, context)
    return (Table(columns, tuple(rows), context.text(spec.caption), note, sources_text([metric], context), where=context.where),)


def _cells(
    spec: AttributionSpec, models: Sequence[Insight], channel: str, member: Cell, style: NumberStyle, context: BlockContext
) -> tuple[TableCell, ...]:  # fmt: skip
    at = spec.metric.where
    cells = [TableCell(text(shown(member), where=at), bold=True)]
    for model in models:
        share = model.share(channel, member).restyled(percent_style(1), "pct1")
        second: Text = used_text(share, at, context)
        cells.append(TableCell(column_cell(model.by(channel, member), style, at, context).text, second))
    return tuple(cells)


DEFINITION = BlockDef(
    "attribution", AttributionSpec, build, said("归因：各渠道按不同方法分得的转化", "conversions credited by several models")
)
