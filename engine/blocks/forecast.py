"""`forecast`: what the year will come to: so far, time elapsed, both forecasts, the year's target and how much of it that makes.

- forecast: [gmv, orders]
- forecast: {metrics: [gmv, orders], methods: [linear, same-period], caption: 全年预测}

Linear: so far ÷ elapsed share of the year. Same-period share: so far ÷ the share of last year that the same days brought. What the metric
says under `forecast:` is used: `method` (bold here, and what 预计完成率 is computed from), `last_year`, `target`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.base.diagnostics import Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.fact_table import fact_cell, insights, number_column, sources_text, words_column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.metrics.compare import Goal
from engine.metrics.definition import Method
from engine.metrics.insight import Insight
from engine.metrics.verdict import judge
from engine.model.blocks import Block, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import EMPTY, Text, Tone, text

METRIC, TO_DATE, ELAPSED = Phrase("指标", "Metric"), Phrase("年初至今", "Year to date"), Phrase("时间进度", "Time elapsed")
LINEAR, SHARE = Phrase("线性预测", "Linear"), Phrase("去年同期占比法", "Same-period share")
TARGET, ATTAINMENT = Phrase("全年目标", "Year target"), Phrase("预计完成率", "Attainment")
NOTES = {
    Method.LINEAR: Phrase("线性预测＝年初至今÷时间进度", "linear = year to date ÷ time elapsed"),
    Method.SAME_PERIOD: Phrase(
        "去年同期占比法＝年初至今÷（去年同期÷去年全年）", "same-period share = year to date ÷ (same days last year ÷ last year)"
    ),
}


class ForecastSpec(Spec):
    short_form = "metrics"
    metrics: list[Prose] = Field(min_length=1, max_length=20, description=said("指标编号", "ids of the metrics"))
    methods: list[Literal["linear", "same-period"]] = Field(
        default=["linear", "same-period"], min_length=1, max_length=2, description=said("预测方法", "methods")
    )
    caption: Prose = Field(default=Prose(), description=said("题名", "caption"))
    note: Prose = Field(default=Prose(), description=said("表注；不写则印公式", "note; by default the formulas"))


def build(spec: ForecastSpec, context: BlockContext) -> tuple[Block, ...]:
    views = insights(spec.metrics, context)
    if not views:
        return ()
    methods = [Method(name) for name in spec.methods]
    targeted = any(view.has_forecast_target for _, view in views)
    rows = tuple(TableRow(_cells(name, view, methods, context, targeted=targeted)) for name, view in views)
    note = context.text(spec.note) or _formulas(methods, context)
    source = sources_text([view for _, view in views], context)
    return (Table(_columns(methods, context, targeted=targeted), rows, context.text(spec.caption), note, source, where=context.where),)


def _columns(methods: list[Method], context: BlockContext, *, targeted: bool) -> tuple[TableColumn, ...]:
    headers = [TO_DATE, ELAPSED, *(LINEAR if method is Method.LINEAR else SHARE for method in methods)]
    headers += [TARGET, ATTAINMENT] if targeted else []
    return (words_column(METRIC, context), *(number_column(header, context) for header in headers))


def _cells(name: Prose, view: Insight, methods: list[Method], context: BlockContext, *, targeted: bool) -> tuple[TableCell, ...]:
    at = name.where
    cells = [TableCell(text(view.label, where=at)), fact_cell(view.to_date, at, context), fact_cell(view.year_elapsed, at, context)]
    for method in methods:
        forecast = view.linear_forecast if method is Method.LINEAR else view.share_forecast
        cells.append(fact_cell(forecast, at, context, bold=method is view.forecast_method))
    if not targeted:
        return tuple(cells)
    if not view.has_forecast_target:
        return (*cells, TableCell(EMPTY), TableCell(EMPTY))
    return (
        *cells,
        fact_cell(view.forecast_target, at, context),
        fact_cell(view.forecast_attainment, at, context, tone=_tone(view, context)),
    )


def _tone(view: Insight, context: BlockContext) -> Tone:
    forecast, target = view.forecast.value, view.forecast_target.value
    thresholds = context.metrics.judging.thresholds
    grade = None if forecast is None else judge(forecast, Goal(view.better, target), thresholds, thresholds.tolerance)
    return Tone.NORMAL if grade is None else grade.tone


def _formulas(methods: list[Method], context: BlockContext) -> Text:
    return text(context.say(Phrase("；", "; ")).join(context.say(NOTES[method]) for method in methods), where=context.where)


DEFINITION = BlockDef("forecast", ForecastSpec, build, said("全年预测：线性与去年同期占比法", "forecast of the year by two methods"))
