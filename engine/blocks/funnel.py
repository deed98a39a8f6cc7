"""`funnel`: stages as a table: size, conversion and drop-off from the stage before, and conversion from the first stage.

- funnel: [exposure, clicks, participants, ordered, payers]
- funnel: {stages: [exposure, clicks, payers], previous: true, caption: 从曝光到支付}

The chart of a funnel is `chart: {kind: funnel, stages: …}`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import fact_cell, insights, number_column, sources_text, words_column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.insight import Insight
from engine.metrics.numbers import percent_style
from engine.metrics.quantity import Quantity
from engine.model.blocks import Block, Table, TableCell, TableRow
from engine.model.inlines import EMPTY, text

STAGE, SIZE, RATE = Phrase("环节", "Stage"), Phrase("规模", "Size"), Phrase("环节转化率", "Conversion")
DROP, OVERALL = Phrase("流失率", "Drop-off"), Phrase("总转化率", "From the first stage")
LAST_YEAR, CHANGE = Phrase("去年同期转化率", "Conversion last year"), Phrase("变化", "Change")


class FunnelSpec(Spec):
    short_form = "stages"
    stages: list[Prose] = Field(min_length=2, max_length=12, description=said("各环节的指标，从大到小", "metrics of the stages in order"))
    previous: bool = Field(default=False, description=said("加上去年同期的转化率与变化", "add last year's conversion and the change"))
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注", "note"))


def build(spec: FunnelSpec, context: BlockContext) -> tuple[Block, ...]:
    views = insights(spec.stages, context)
    if len(views) < len(spec.stages):
        return ()
    headers = [SIZE, RATE, DROP, OVERALL, *((LAST_YEAR, CHANGE) if spec.previous else ())]
    columns = (words_column(STAGE, context), *(number_column(header, context) for header in headers))
    rows = tuple(TableRow(_cells(spec, index, views, context)) for index in range(len(views)))
    source = sources_text([view for _, view in views], context)
    return (Table(columns, rows, context.text(spec.caption), context.text(spec.note), source, where=context.where),)


def _cells(spec: FunnelSpec, index: int, views: Sequence[tuple[Prose, Insight]], context: BlockContext) -> tuple[TableCell, ...]:
    name, view = views[index]
    at = name.where
    cells = [TableCell(text(view.label, where=at), bold=True), fact_cell(view, at, context)]
    blank = [TableCell(EMPTY)] * (5 if spec.previous else 3)
    if not index:
        return (*cells, *blank)
    before, first = views[index - 1][1], views[0][1]
    rate = view.conversion(before)
    cells += [fact_cell(one, at, context) for one in (rate, view.drop_off(before), view.conversion(first))]
    if spec.previous:
        cells += _last_year(rate, view, before, name, context)
    return tuple(cells)


def _last_year(rate: Quantity, view: Insight, before: Insight, name: Prose, context: BlockContext) -> list[TableCell]:
    if not (view.has_yoy and before.has_yoy):
        return [TableCell(EMPTY), TableCell(EMPTY)]
    then = (view.previous / before.previous).restyled(percent_style(), "pct1")
    return [fact_cell(then, name.where, context), fact_cell((rate - then).with_sign(), name.where, context)]


DEFINITION = BlockDef(
    "funnel", FunnelSpec, build, said("漏斗表：各环节转化率、流失率与总转化率", "funnel stages with conversion and drop-off")
)
