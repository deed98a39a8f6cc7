"""The data forms of a chart: metrics, one metric by category, a table by category, or written rows → `Plot`."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Location, Phrase
from engine.blocks.chart_spec import ChartSpec, Form, SeriesSpec
from engine.blocks.definition import BlockContext
from engine.blocks.plot import OTHER, Plot, PlottedSeries, category_names, distinct, label_words
from engine.blocks.written import written_quantity
from engine.load.prose import Prose
from engine.metrics.answers import answer_quantity
from engine.metrics.conditions import Condition, Is, NoneOf
from engine.metrics.definition import Query
from engine.metrics.marks import unmarked
from engine.metrics.numbers import PERCENT, axis_style
from engine.metrics.problems import FactError, no_picture, no_rows
from engine.metrics.quantity import Look, Quantity
from engine.metrics.query import Group, Grouping, Order, Value
from engine.metrics.view import MetricView, shown
from engine.model.charts import Emphasis
from engine.model.tables import Cell


def plot_of(spec: ChartSpec, context: BlockContext) -> Plot:
    """Return the chart's data; raises FactError for names that do not exist and for data that make no picture (FACT013)."""
    match spec.form:
        case Form.METRICS if spec.by is not None:
            return members_plot([context.metrics.get(name) for name in spec.metrics], spec, context)
        case Form.METRICS:
            return views_plot([context.metrics.get(name) for name in spec.metrics], spec, context)
        case Form.METRIC:
            return views_plot(metric_parts(spec, context), spec, context)
        case Form.TABLE:
            return _table_plot(spec, context)
        case Form.ROWS:
            return rows_plot(spec, spec.series or [SeriesSpec(name=spec.title)], context)
        case Form.STAGES:
            raise no_picture(
                Phrase("stages 只用于漏斗图", "stages are for funnels"), Phrase("改为 kind: funnel", "write kind: funnel"), spec.kind_place
            )


def metric_parts(spec: ChartSpec, context: BlockContext, metric: MetricView | None = None) -> Sequence[tuple[str, MetricView]]:
    """Return the parts of one metric by category, in the asked order, the rest in one when only the top is wanted."""
    assert spec.by is not None, "the form says so"
    by = str(spec.by)
    whole = context.metrics.get(str(spec.metric)) if metric is None else metric
    members = whole.members(by)
    order = _order(spec)
    if order is Order.VALUE or spec.top is not None:
        members = tuple(sorted(members, key=lambda member: -(whole.by(by, member).value or 0.0)))
    elif order is Order.LABEL:
        members = tuple(sorted(members, key=str))
    kept = members if spec.top is None or len(members) <= spec.top else members[: spec.top]
    parts = [(shown(member), whole.by(by, member)) for member in kept]
    if len(kept) < len(members):
        parts.append((context.say(OTHER), whole.rest(by, kept)))
    return parts


def views_plot(views: Sequence[MetricView | tuple[str, MetricView]], spec: ChartSpec, context: BlockContext) -> Plot:
    """Return one series with a value per metric or part; raises FACT013 when their units differ."""
    pairs = [view if isinstance(view, tuple) else (view.label, view) for view in views]
    units = distinct(view.unit or "1" for _, view in pairs)
    if len(units) > 1:
        raise _unlike_units(units, spec)
    series = PlottedSeries(unmarked(spec.title), tuple(view for _, view in pairs), pairs[0][1].unit)
    return Plot(tuple(name for name, _ in pairs), (series,), distinct(v.id for _, v in pairs), distinct(v.source for _, v in pairs))


def members_plot(views: Sequence[MetricView], spec: ChartSpec, context: BlockContext) -> Plot:
    """Return one series per metric, a value per member of the dimension, in the order asked of the first metric."""
    units = distinct(view.unit or "1" for view in views)
    if len(units) > 1:
        raise _unlike_units(units, spec)
    parts = metric_parts(spec, context, views[0])
    by, members = str(spec.by), {shown(member): member for member in views[0].members(str(spec.by))}
    kept = tuple(member for name, member in members.items() if name in {name for name, _ in parts})
    series = [PlottedSeries(views[0].label, tuple(view for _, view in parts), views[0].unit)]
    for view in views[1:]:
        values = tuple(view.by(by, members[name]) if name in members else view.rest(by, kept) for name, _ in parts)
        series.append(PlottedSeries(view.label, values, view.unit))
    categories = tuple(name for name, _ in parts)
    return Plot(categories, tuple(series), distinct(view.id for view in views), distinct(view.source for view in views))


def _unlike_units(units: Sequence[str], spec: ChartSpec) -> FactError:
    why = Phrase(f"指标的单位不同：{'、'.join(units)}", f"the metrics have different units: {', '.join(units)}")
    hint = Phrase("分成几张图，或用 kind: target-actual 比较完成率", "make several charts, or compare attainment with kind: target-actual")
    return no_picture(why, hint, spec.kind_place)


def grouped_plot(spec: ChartSpec, series: Sequence[SeriesSpec], context: BlockContext) -> Plot:
    """Return the aggregates of a table by category, one series per expression."""
    assert spec.table is not None and spec.by is not None, "the form says so"
    grouping = _grouping(spec, [one.value or Prose() for one in series])
    groups = _with_rest(context.metrics.queries.grouped(grouping), grouping, spec, context)
    if not groups:
        raise no_rows(str(spec.table), spec.kind_place)
    plotted = [_series(spec, one, index, groups, context) for index, one in enumerate(series)]
    labels = [group.label for group in groups]
    return Plot(category_names(labels, context.language), tuple(plotted), keys=tuple(map(shown, labels)))


def _table_plot(spec: ChartSpec, context: BlockContext) -> Plot:
    if spec.split is not None:
        return _split_plot(spec, spec.split, context)
    return grouped_plot(spec, spec.series or [SeriesSpec(name=spec.title, value=spec.value)], context)


def _split_plot(spec: ChartSpec, split: Prose, context: BlockContext) -> Plot:
    """Return one series per value of a column; categories in the order of the whole table."""
    assert spec.table is not None and spec.by is not None, "the form says so"
    expression = spec.value or (spec.series[0].value if spec.series else None) or Prose()
    grouping = _grouping(spec, [expression])
    categories = [group.label for group in context.metrics.queries.grouped(grouping)]
    if not categories:
        raise no_rows(str(spec.table), spec.kind_place)
    unit = _unit(spec, None, expression, context)
    plotted = []
    for member in context.metrics.queries.distinct(spec.table, split):
        found = {group.label: group for group in context.metrics.queries.grouped(grouping, (Is(split, member),))}
        if not found:
            continue  # `where` has left no row of it: no series, no entry in the legend
        stem = f"{spec.table}.{expression}[{split}={shown(member)}]"
        values = tuple(
            _answer(found[label].values[0], stem, spec, label, unit, context) if label in found else None for label in categories
        )
        plotted.append(PlottedSeries(shown(member), values, unit))
    return Plot(category_names(categories, context.language), tuple(plotted), keys=tuple(map(shown, categories)))


def rows_plot(spec: ChartSpec, columns: Sequence[SeriesSpec], context: BlockContext) -> Plot:
    """Return written rows, one series per column of numbers."""
    width = max(len(row) for row in spec.rows)
    names = [label_words(series.name, context) for series in columns]
    if width != len(names) + 1 or any(len(row) != width for row in spec.rows):
        why = Phrase(f"每行应有类目和 {len(names)} 个数", f"each row needs a category and {len(names)} numbers")
        raise no_picture(why, Phrase("用 series 给每一列命名", "name each column in `series`"), _row_place(spec))
    categories = tuple("" if row[0] is None else label_words(row[0], context) for row in spec.rows)
    series: list[PlottedSeries] = []
    for index, (name, own) in enumerate(zip(names, columns, strict=True)):
        unit = own.unit or spec.unit
        cells = [row[index + 1] for row in spec.rows]
        labels = [f"{name}·{category}" for category in categories]
        values = tuple(
            None if c is None or c == "" else written_quantity(c, label, unit, context) for c, label in zip(cells, labels, strict=True)
        )
        found = unit if unit is not None else next((value.unit for value in values if value is not None and value.unit), "")
        series.append(PlottedSeries(name, values, found, Emphasis(own.emphasis), own.secondary))
    return Plot(categories, tuple(series))


def _series(spec: ChartSpec, one: SeriesSpec, index: int, groups: Sequence[Group], context: BlockContext) -> PlottedSeries:
    unit = _unit(spec, one, one.value or Prose(), context)
    stem = f"{spec.table}.{one.value}"
    values = tuple(_answer(group.values[index], stem, spec, group.label, unit, context) for group in groups)
    return PlottedSeries(label_words(one.name, context), values, unit, Emphasis(one.emphasis), one.secondary)


def _answer(answer: Value, stem: str, spec: ChartSpec, label: Cell, unit: str, context: BlockContext) -> Quantity:
    name = f"{stem}{{{spec.where}}}" if spec.where else stem
    desk = context.metrics.desk
    look = Look(axis_style([answer.raw], unit, desk.language), unit)
    return answer_quantity(answer, f"{name}[{spec.by}={shown(label)}]", f"{unmarked(spec.title)}·{shown(label)}", look, desk)


def _with_rest(groups: tuple[Group, ...], grouping: Grouping, spec: ChartSpec, context: BlockContext) -> tuple[Group, ...]:
    """Return the first `top` groups and one for all other rows, recomputed from those rows: averages do not add up."""
    if spec.top is None or len(groups) <= spec.top:
        return groups
    kept = groups[: spec.top]
    others: tuple[Condition, ...] = (NoneOf(grouping.by, tuple(group.label for group in kept)),)
    queries = [Query(grouping.table, text, grouping.where, grouping.at, grouping.at) for text in grouping.expressions]
    answers = tuple(context.metrics.queries.aggregate(query, others) for query in queries)
    return (*kept, Group(context.say(OTHER), answers))


def _grouping(spec: ChartSpec, expressions: Sequence[Prose]) -> Grouping:
    at = next((expression.where for expression in expressions if expression), spec.kind_place)
    order = Order.VALUE if spec.top is not None else _order(spec)
    return Grouping(str(spec.table), str(spec.by), tuple(map(str, expressions)), str(spec.where), order, at)


def _order(spec: ChartSpec) -> Order:
    """Return the asked order; bars are sorted by value, everything else keeps the table's order, which is usually time."""
    if spec.order is not None:
        return Order(spec.order)
    return Order.VALUE if spec.kind in ("bar", "pie", "doughnut") else Order.TABLE


def _unit(spec: ChartSpec, one: SeriesSpec | None, expression: Prose, context: BlockContext) -> str:
    given = (one.unit if one is not None else None) or spec.unit
    if given is not None:
        return str(given)
    return PERCENT if context.metrics.queries.is_rate(str(spec.table), str(expression), expression.where) else ""


def _row_place(spec: ChartSpec) -> Location:
    return next((row[0].where for row in spec.rows if row and row[0] is not None), spec.kind_place)
