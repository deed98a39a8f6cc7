"""funnel: stages with their size; beside them the conversion from the stage before, last year's, and the change in percentage points."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.blocks.chart_forms import plot_of
from engine.blocks.chart_spec import ChartSpec, StageSpec
from engine.blocks.definition import BlockContext
from engine.blocks.plot import Plot, PlottedSeries, distinct, label_words, used_text
from engine.blocks.written import fact_in, written_quantity
from engine.load.prose import Prose
from engine.metrics.answers import answer_quantity, bare
from engine.metrics.definition import Query
from engine.metrics.literals import parse_literal
from engine.metrics.marks import unmarked
from engine.metrics.numbers import axis_style, percent_style, points_style
from engine.metrics.problems import unknown_metric
from engine.metrics.quantity import Look, Quantity
from engine.metrics.view import MetricView
from engine.model.charts import ValueRow
from engine.model.inlines import EMPTY, Text, Tone, text

RATE, LAST_YEAR, CHANGE = Phrase("本期转化率", "Conversion"), Phrase("去年同期", "Last year"), Phrase("变化", "Change")


@dataclass(frozen=True, slots=True)
class Conversion:
    """The way from the stage before to this one: its rate, last year's and the difference; None where it cannot be told."""

    rate: Quantity
    previous: Quantity | None = None
    change: Quantity | None = None


def funnel_plot(spec: ChartSpec, context: BlockContext) -> tuple[Plot, tuple[Conversion, ...]]:
    """Return the stages and the conversions between them, one fewer than stages."""
    if not spec.stages:
        plot = plot_of(spec, context)
        values = tuple(value for value in plot.series[0].values if value is not None)
        return plot, conversions(values, (), context)
    now = [_stage(stage, spec, context) for stage in spec.stages]
    then = [_last_year(stage, value, spec, context) for stage, value in zip(spec.stages, now, strict=True)]
    unit = str(spec.unit) if spec.unit is not None else next((value.unit for value in now if value.unit), "")
    views = [value for value in now if isinstance(value, MetricView)]
    series = PlottedSeries(unmarked(spec.title), tuple(now), unit)
    names = tuple(label_words(stage.label, context) for stage in spec.stages)
    plot = Plot(names, (series,), distinct(view.id for view in views), distinct(view.source for view in views))
    return plot, conversions(now, then, context)


def conversions(now: Sequence[Quantity], then: Sequence[Quantity | None], context: BlockContext) -> tuple[Conversion, ...]:
    """Return 转化率 = stage ÷ stage before, for this period and, where both stages have one, for last year."""
    found = []
    for index in range(1, len(now)):
        rate = (now[index] / now[index - 1]).restyled(percent_style(), "pct1")
        before, after = (then[index - 1], then[index]) if then else (None, None)
        if before is None or after is None:
            found.append(Conversion(rate))
            continue
        previous = (after / before).restyled(percent_style(), "pct1")
        change = (rate - previous).restyled(bare(points_style(context.language)), "pp1").with_sign()
        found.append(Conversion(rate, previous, change))
    return tuple(found)


def weakest(found: Sequence[Conversion]) -> int | None:
    """Return the index of the stage whose conversion fell the most, None when none fell."""
    changes = [
        (step.change.value, index) for index, step in enumerate(found, 1) if step.change is not None and step.change.value is not None
    ]
    worst = min(changes, default=(0.0, 0))
    return worst[1] if worst[0] < 0 else None


def funnel_rows(spec: ChartSpec, found: Sequence[Conversion], highlight: Sequence[int], context: BlockContext) -> tuple[ValueRow, ...]:
    """Return the columns beside the bars; the first stage has no conversion."""
    at = spec.kind_place

    def row(label: Phrase, cells: Sequence[Quantity | None], *, bold: bool) -> ValueRow:
        texts: list[Text] = [EMPTY]
        for index, cell in enumerate(cells, 1):
            tone = Tone.IMPROVE if index in highlight and label is not LAST_YEAR else Tone.NORMAL
            texts.append(used_text(cell, at, context, tone=tone, bold=bold or tone is Tone.IMPROVE))
        return ValueRow(text(context.say(label), where=at), tuple(texts))

    rows = [row(RATE, [step.rate for step in found], bold=True)]
    if any(step.previous is not None for step in found):
        rows.append(row(LAST_YEAR, [step.previous for step in found], bold=False))
        rows.append(row(CHANGE, [step.change for step in found], bold=False))
    return tuple(rows)


def _stage(stage: StageSpec, spec: ChartSpec, context: BlockContext) -> Quantity:
    label = unmarked(stage.label)
    if stage.value in context.metrics.ids:
        return context.metrics.get(stage.value)
    fact = fact_in(stage.value, context)
    if fact is not None or parse_literal(unmarked(stage.value)) is not None:
        return fact or written_quantity(stage.value, label, spec.unit, context)
    if spec.table is None:
        raise unknown_metric(stage.value, context.metrics.ids, stage.value.where)
    return _answer(str(spec.table), stage.value, label, spec, context)


def _last_year(stage: StageSpec, now: Quantity, spec: ChartSpec, context: BlockContext) -> Quantity | None:
    if isinstance(now, MetricView):
        return now.previous if now.has_yoy else None
    if spec.previous is None or now.origin.aspect != "aggregate":
        return None
    return _answer(str(spec.previous), Prose(stage.value, spec.previous.where), unmarked(stage.label), spec, context)


def _answer(table: str, expression: Prose, label: str, spec: ChartSpec, context: BlockContext) -> Quantity:
    answer = context.metrics.queries.aggregate(Query(table, str(expression), str(spec.where), expression.where, spec.where.where))
    unit, desk = str(spec.unit or ""), context.metrics.desk
    name = f"{table}.{expression}" + (f"{{{spec.where}}}" if spec.where else "")
    return answer_quantity(answer, name, label, Look(axis_style([answer.raw], unit, desk.language), unit), desk)
