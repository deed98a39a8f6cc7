"""target-actual: two series, target and actual, and below the plot the rows 目标, 偏差, 完成率 and 状态."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.base.diagnostics import Phrase
from engine.blocks.chart_forms import grouped_plot, metric_parts, rows_plot
from engine.blocks.chart_spec import ChartSpec, Form, SeriesSpec
from engine.blocks.definition import BlockContext
from engine.blocks.judged import Judged, judged_pair, judged_view
from engine.blocks.plot import ACTUAL, TARGET, Plot, PlottedSeries, distinct, used_text
from engine.load.prose import Prose
from engine.metrics.answers import bare
from engine.metrics.numbers import PERCENT, agreeing, percent_style, points_style
from engine.metrics.problems import no_picture
from engine.metrics.quantity import Look, Origin, Quantity
from engine.model.charts import ValueRow
from engine.model.facts import Better, FactSource
from engine.model.inlines import Text, Tone, text
from engine.model.numbers import NumberStyle

DEVIATION, ATTAINMENT, STATUS = Phrase("偏差", "Deviation"), Phrase("完成率", "Attainment"), Phrase("状态", "Status")
FULL = Phrase("目标 = 100%", "target = 100%")
CONCERNS = frozenset({Tone.IMPROVE, Tone.MISSED})


def target_plot(spec: ChartSpec, context: BlockContext) -> tuple[Plot, tuple[Judged, ...]]:
    """Return target and actual by item and the judged items; raises FactError when there is no target."""
    match spec.form:
        case Form.METRICS:
            views = [context.metrics.get(name) for name in spec.metrics]
            return _of_items([judged_view(view.label, view) for view in views], context)
        case Form.METRIC:
            return _of_items([judged_view(name, view) for name, view in metric_parts(spec, context)], context)
        case Form.TABLE:
            if spec.target is None or spec.value is None:
                hint = Phrase("如 value: sum(实际), target: sum(目标)", "e.g. value: sum(actual), target: sum(target)")
                raise no_picture(Phrase("缺少 value 或 target", "it lacks `value` or `target`"), hint, spec.kind_place)
            actual = SeriesSpec(name=spec.title, value=spec.value)
            target = SeriesSpec(name=spec.title, value=spec.target)
            return _of_items(_pairs(grouped_plot(spec, [actual, target], context), Better(spec.better), context), context)
        case Form.ROWS:
            if any(len(row) != 3 for row in spec.rows):
                why = Phrase("每行要有类目、实际和目标", "each row needs a category, the actual value and the target")
                raise no_picture(why, Phrase("rows: [[类目, 实际, 目标], …]", "rows: [[category, actual, target], …]"), spec.kind_place)
            names = [SeriesSpec(name=Prose(context.say(name))) for name in (ACTUAL, TARGET)]
            return _of_items(_pairs(rows_plot(spec, names, context), Better(spec.better), context), context)
        case Form.STAGES:
            raise no_picture(Phrase("stages 只用于漏斗图", "stages are for funnels"), at=spec.kind_place)


def target_rows(spec: ChartSpec, judged: Sequence[Judged], style: NumberStyle, context: BlockContext) -> tuple[ValueRow, ...]:
    """Return the rows of printed values; `style` is the axis style, whose unit stands in the chart's title."""
    at = spec.kind_place
    same_unit = len({item.actual.unit for item in judged}) <= 1
    plain = bare(style)
    points = points_style(context.language, style.decimals)
    pairs = [] if spec.decimals is not None else [(item.actual.value, item.target.value) for item in judged]
    gap = bare(agreeing(points, pairs)) if style.unit == PERCENT else plain

    def row(label: Phrase, cell: Callable[[Judged], Text]) -> ValueRow:
        return ValueRow(text(context.say(label), where=at), tuple(cell(item) for item in judged))

    def concern(item: Judged) -> Tone:
        return item.tone if item.tone in CONCERNS else Tone.NORMAL

    return (
        row(TARGET, lambda item: used_text(item.target.restyled(plain, "row") if same_unit else item.target, at, context)),
        row(DEVIATION, lambda item: _deviation(item, gap if same_unit else None, concern(item), spec, context)),
        row(ATTAINMENT, lambda item: used_text(item.attainment, at, context)),
        row(STATUS, lambda item: used_text(item.status, at, context, tone=item.tone, bold=True)),
    )


def _deviation(item: Judged, style: NumberStyle | None, tone: Tone, spec: ChartSpec, context: BlockContext) -> Text:
    quantity = item.deviation if style is None else item.deviation.restyled(style, "row")
    return used_text(quantity, spec.kind_place, context, tone=tone, bold=tone is not Tone.NORMAL)


def _of_items(items: Sequence[Judged], context: BlockContext) -> tuple[Plot, tuple[Judged, ...]]:
    """Return the plot of the items: their values, or, where their units differ, their attainment against 100 %."""
    names = tuple(item.name for item in items)
    units = {item.actual.unit for item in items}
    if len(units) == 1:
        unit = units.pop()
        target, actual = tuple(item.target for item in items), tuple(item.actual for item in items)
    else:
        unit = PERCENT
        whole = Origin("target=100%", aspect="target", label=context.say(FULL), source=FactSource(query="100%", defined_at=context.where))
        target = tuple(Quantity(1.0, whole, Look(percent_style(), PERCENT), context.metrics.desk) for _ in items)
        actual = tuple(item.attainment for item in items)
    series = (PlottedSeries(context.say(TARGET), target, unit), PlottedSeries(context.say(ACTUAL), actual, unit))
    metrics = distinct(item.actual.origin.metric for item in items)
    sources = distinct(context.metrics.get(name).source for name in metrics)
    return Plot(names, series, metrics, sources), tuple(items)


def _pairs(plot: Plot, better: Better, context: BlockContext) -> list[Judged]:
    actual, target = plot.series
    pairs = zip(plot.categories, actual.values, target.values, strict=True)
    gap = Quantity(None, Origin("gap"), Look(percent_style(), actual.unit), context.metrics.desk)
    return [judged_pair(name, goal or gap, value or gap, better, context) for name, value, goal in pairs]
