"""A chart as written → `ChartData`: the data form read, marks placed by category, one number style per axis, every value a fact."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import NOWHERE, Diagnostic, Language, Location, Phrase, error
from engine.base.registry import nearest
from engine.blocks.chart_alt import alt_text
from engine.blocks.chart_forms import plot_of
from engine.blocks.chart_funnel import funnel_plot, funnel_rows, weakest
from engine.blocks.chart_spec import ChartSpec, Form
from engine.blocks.chart_target import target_plot, target_rows
from engine.blocks.definition import BlockContext
from engine.blocks.plot import Plot, PlottedSeries, label_words, plotted, styles
from engine.blocks.written import fact_in, written_quantity
from engine.load.prose import Prose
from engine.metrics.answers import answer_quantity
from engine.metrics.definition import Query
from engine.metrics.literals import parse_literal
from engine.metrics.marks import unmarked
from engine.metrics.numbers import PERCENT, agreeing, axis_style, format_number, rounded_half_up
from engine.metrics.problems import no_picture
from engine.metrics.quantity import Look, Quantity
from engine.model.charts import Band, ChartData, Note, Series, ValueRow
from engine.model.facts import Better
from engine.model.inlines import Text, text
from engine.model.numbers import NumberStyle

FEW_IN_FUNNEL = 100
"""A funnel whose smallest stage prints fewer than this many units needs a decimal."""

Indexes = tuple[int, ...]


def chart_data(spec: ChartSpec, context: BlockContext) -> ChartData:
    """Return the chart; raises FactError for what cannot be computed. Marks on unknown categories go to the findings."""
    rows: tuple[ValueRow, ...] = ()
    weak: Indexes = ()
    match spec.kind:
        case "target-actual":
            plot, judged = target_plot(spec, context)
            chosen = styles(plot.series, context, spec.decimals)
            if spec.decimals is None and len(set(chosen)) == 1 and chosen[0].unit != PERCENT:
                chosen = (agreeing(chosen[0], [(item.actual.value, item.target.value) for item in judged]),) * len(chosen)
            if spec.value_rows is not False:
                rows = target_rows(spec, judged, chosen[0], context)
        case "funnel":
            plot, found = funnel_plot(spec, context)
            chosen = _funnel_styles(plot, spec, context)
            worst = weakest(found)
            weak = () if worst is None or spec.highlight is not None else (worst,)
            if spec.value_rows is not False:
                rows = funnel_rows(spec, found, weak or _indexes(spec.highlight, plot, spec, context), context)
        case _:
            plot = plot_of(spec, context)
            chosen = styles(plot.series, context, spec.decimals)
            if spec.value_rows:
                rows = _plain_rows(spec, plot, chosen, context)
    return _assembled(spec, plot, chosen, weak, rows, context)


def _assembled(
    spec: ChartSpec, plot: Plot, chosen: Sequence[NumberStyle], weak: Indexes, rows: tuple[ValueRow, ...], context: BlockContext
) -> ChartData:
    at = spec.kind_place
    series = tuple(plotted(one, style, at, context) for one, style in zip(plot.series, chosen, strict=True))
    total = _totals(spec, plot, chosen[0], context) if spec.kind == "waterfall" else ()
    start = _written(spec.axis_from, spec, plot.series[0], context)
    target = None if spec.kind == "target-actual" else _target_line(spec, plot.series[0], context)
    return ChartData(
        kind=spec.kind,
        title=context.text(spec.title),
        categories=plot.categories,
        series=series,
        highlight=weak or _highlight(spec, series, plot, context),
        bands=_bands(spec, plot, chosen[0], context),
        notes=tuple(
            Note(index, label_words(note.label, context)) for note in spec.notes for index in _indexes([note.at], plot, spec, context)
        ),
        total=total,
        axis_from=start.value if start is not None else None,
        value_rows=rows,
        target=target.value if target is not None else None,
        source=_source(spec, plot, context),
        alt=alt_text(spec.kind, unmarked(spec.title), plot.categories, series, context.language),
        metrics=plot.metrics,
        where=spec.place if spec.place != NOWHERE else context.where,
        target_fact=_plotted_fact(target, chosen[0], spec.kind_place, context),
        better=Better(spec.better),
    )


def _funnel_styles(plot: Plot, spec: ChartSpec, context: BlockContext) -> tuple[NumberStyle, ...]:
    (style, *_), values = styles(plot.series, context, spec.decimals), [value for value in plot.series[0].raw if value]
    if spec.decimals is None and style.decimals == 0 and style.divisor > 1 and min(values, default=0.0) / style.divisor < FEW_IN_FUNNEL:
        return styles(plot.series, context, 1)
    return styles(plot.series, context, spec.decimals)


def _plain_rows(spec: ChartSpec, plot: Plot, chosen: Sequence[NumberStyle], context: BlockContext) -> tuple[ValueRow, ...]:
    rows = []
    for one, style in zip(plot.series, chosen, strict=True):
        drawn = plotted(one, style, spec.kind_place, context)
        cells: list[Text] = []
        for fact_id in drawn.facts:
            fact = context.metrics.facts.get(fact_id) if fact_id is not None else None
            cells.append(text(fact.text, fact=fact.id, where=spec.kind_place) if fact is not None else text("—", where=spec.kind_place))
        rows.append(ValueRow(text(one.name, where=spec.kind_place), tuple(cells)))
    return tuple(rows)


def _highlight(spec: ChartSpec, series: Sequence[Series], plot: Plot, context: BlockContext) -> Indexes:
    """Return the categories named, or those that `max`, `min` and `last` stand for."""
    named: list[int] = []
    known = [(value, index) for index, value in enumerate(series[-1 if spec.kind == "target-actual" else 0].values) if value is not None]
    for name in spec.highlight or ():
        if plot.index(name) is not None or not known:
            named += _indexes([name], plot, spec, context)
        elif name in ("max", "min"):
            named.append((max if name == "max" else min)(known)[1])
        elif name == "last":
            named.append(known[-1][1])
        else:
            named += _indexes([name], plot, spec, context)
    return tuple(dict.fromkeys(named))


def _indexes(labels: Sequence[Prose] | None, plot: Plot, spec: ChartSpec, context: BlockContext) -> Indexes:
    """Return the places of categories by label; unknown labels are reported."""
    found = []
    for label in labels or ():
        name = unmarked(label)
        index = plot.index(name)
        if index is not None:
            found.append(index)
        else:
            context.report(_unknown_category(name, plot.categories, label.where if label.where != NOWHERE else spec.kind_place))
    return tuple(found)


def _unknown_category(name: str, categories: Sequence[str], at: Location) -> Diagnostic:
    close = nearest(name, categories)
    zh = f"是否指“{close}”？" if close else f"类目有：{'、'.join(categories[:12])}"
    en = f"did you mean {close!r}?" if close else f"the categories are: {', '.join(categories[:12])}"
    return error("FACT006", f"图表没有类目“{name}”", f"the chart has no category {name!r}", at, Phrase(zh, en))


def _bands(spec: ChartSpec, plot: Plot, style: NumberStyle, context: BlockContext) -> tuple[Band, ...]:
    bands = []
    for band in spec.bands:
        ends = _indexes([band.first, band.last], plot, spec, context)
        if len(ends) == 2:
            target = _written(band.target, spec, plot.series[0], context)
            height = target.value if target is not None else None
            bands.append(
                Band(
                    label_words(band.label, context), min(ends), max(ends), height, _plotted_fact(target, style, band.label.where, context)
                )
            )
    return tuple(bands)


def _written(value: Prose | None, spec: ChartSpec, series: PlottedSeries, context: BlockContext) -> Quantity | None:
    return None if value is None else written_quantity(value, unmarked(spec.title), series.unit, context)


def _plotted_fact(quantity: Quantity | None, style: NumberStyle, where: Location, context: BlockContext) -> str | None:
    """Return the ledger id of a height drawn in the chart, recorded as used at `where`; None when there is none."""
    return None if quantity is None else plotted(PlottedSeries("", (quantity,)), style, where, context).facts[0]


def _target_line(spec: ChartSpec, series: PlottedSeries, context: BlockContext) -> Quantity | None:
    """Return the height of the target line: a written number, a fact, or an aggregate over the whole table."""
    target = spec.target
    if target is None or spec.form is not Form.TABLE or fact_in(target, context) is not None or parse_literal(unmarked(target)) is not None:
        return _written(target, spec, series, context)
    query = Query(str(spec.table), str(target), str(spec.where), target.where, spec.where.where)
    answer, desk = context.metrics.queries.aggregate(query), context.metrics.desk
    look = Look(axis_style([answer.raw], series.unit, context.language), series.unit)
    name = f"{spec.table}.{target}" + (f"{{{spec.where}}}" if spec.where else "")
    return answer_quantity(answer, name, unmarked(spec.title), look, desk)


def _totals(spec: ChartSpec, plot: Plot, style: NumberStyle, context: BlockContext) -> Indexes:
    """Return the bars that stand on the axis, first and last unless named; raises FACT013 when a later one is not what the steps lead to."""
    last = len(plot.categories) - 1
    total = _indexes(spec.total, plot, spec, context) if spec.total is not None else tuple(sorted({0, last}))
    level = 0.0
    for index, value in enumerate(plot.series[0].raw):
        if index in total and value is not None:
            printed = [rounded_half_up(style.scaled(number), style.decimals) for number in (level, value)]
            if index and printed[0] != printed[1]:
                reached, said = format_number(level, style), format_number(value, style)
                name = plot.categories[index]
                why = Phrase(f"各项相加得 {reached}，而“{name}”是 {said}", f"the steps lead to {reached}, but {name!r} is {said}")
                raise no_picture(why, Phrase("补上缺的一项，或改正数字", "add the missing step, or mend the number"), spec.kind_place)
            level = value
        else:
            level += value or 0.0
    return total


def _source(spec: ChartSpec, plot: Plot, context: BlockContext) -> Text:
    if spec.source:
        return context.text(spec.source)
    joined = ("、" if context.language is Language.ZH else ", ").join(plot.sources)
    return text(joined, where=spec.kind_place)
