"""Which facts stand behind each drawn value: the fact it is, or those it is made of (totals, gaps, the pieces of a stack)."""

from __future__ import annotations

from engine.base.records import replace
from engine.charts.cartesian import Values, scaled
from engine.charts.number_format import format_number
from engine.charts.points import known_points
from engine.model.charts import ChartData, Series
from engine.model.figure import ChartFigure, FigureSeries, LabelShows, PointLabel, SeriesGroup
from engine.model.printed import ChartLabel

PERCENT_CODE = "0.0%"
_BY_POINTS = frozenset({"scatter", "bubble"})

Facts = tuple[tuple[str, ...], ...]


def traced(figure: ChartFigure, data: ChartData) -> ChartFigure:
    """Return the figure with the ledger ids behind every value of every series."""
    trace = _Trace(data)
    groups = tuple(_traced_group(group, trace) for group in figure.groups)
    return replace(figure, groups=groups, reference=tuple(trace.series(series) for series in figure.reference))


def _traced_group(group: SeriesGroup, trace: _Trace) -> SeriesGroup:
    return replace(group, series=tuple(trace.series(series) for series in group.series))


class _Trace:
    """Answers for the values of one chart."""

    def __init__(self, data: ChartData) -> None:
        every = range(len(data.categories))
        self._indexes = known_points(data) if data.kind in _BY_POINTS else tuple(every)
        self._drawn = {series.name: (self._kept(series), self._facts(series)) for series in data.series}
        self._together = tuple(tuple(fact for _, facts in self._drawn.values() for fact in facts[at]) for at in range(len(self._indexes)))
        self._goals = {
            data.series[0].style.scaled(target): fact
            for target, fact in ((data.target, data.target_fact), *((band.target, band.fact) for band in data.bands))
            if target is not None and fact is not None
        }

    def series(self, series: FigureSeries) -> FigureSeries:
        """Return a drawn series with its facts: those of the series it was drawn from, else of all that its categories are made of."""
        values, facts = self._drawn.get(series.name, ((), ()))
        if values == series.values:
            return replace(series, facts=facts)
        same = next((facts for values, facts in self._drawn.values() if values == series.values), None)
        if same is not None:
            return replace(series, facts=same)
        is_goal = all(value is None or value in self._goals for value in series.values)
        return replace(series, facts=self._made_of(series.values), derived=not is_goal)

    def _made_of(self, values: Values) -> Facts:
        together = self._together if len(values) == len(self._together) else ((),) * len(values)
        return tuple(
            () if value is None else (self._goals[value],) if value in self._goals else facts
            for value, facts in zip(values, together, strict=True)
        )

    def _kept(self, series: Series) -> Values:
        values = scaled(series)
        return tuple(values[index] for index in self._indexes)

    def _facts(self, series: Series) -> Facts:
        known = series.facts or (None,) * len(series.values)
        return tuple(() if (fact := known[index]) is None else (fact,) for index in self._indexes)


def chart_labels(figure: ChartFigure) -> tuple[ChartLabel, ...]:
    """Return the figures that stand beside the points, as Office prints them; names of categories and notes alone are none."""
    return tuple(found for series in figure.series for label in series.labels if (found := _label(series, label)) is not None)


def _label(series: FigureSeries, label: PointLabel) -> ChartLabel | None:
    facts = series.facts[label.index] if label.index < len(series.facts) else ()
    if label.text is not None or label.note:
        words = (label.text or "").strip()
        return ChartLabel(words, facts, worded=True) if words else None
    value = series.values[label.index]
    match label.shows:
        case LabelShows.CATEGORY:
            return None
        case LabelShows.PERCENT:
            whole = sum(one or 0.0 for one in series.values)
            every = tuple(fact for point in series.facts for fact in point)
            return None if value is None or not whole else ChartLabel(format_number(value / whole, PERCENT_CODE), every)
        case LabelShows.VALUE:
            return None if value is None else ChartLabel(format_number(value, series.format), facts)
