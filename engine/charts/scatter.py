"""Points on two value axes: the first series is the horizontal value, the second the vertical; categories are the points' names."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Phrase
from engine.base.records import replace
from engine.charts.cartesian import number_format
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.points import kept, known_points, names_of_points, two_axes
from engine.charts.rules import drawable, series_count, some_complete_point
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, FigureSeries, GroupKind, Marker, SeriesGroup

MARKER = 8.0


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    roles = Phrase("两个系列（横轴值、纵轴值）", "two series (across, up)")
    return (*drawable(data), *series_count(data, 2, 2, roles=roles)) or some_complete_point(data)


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    indexes = known_points(data)
    x, y = (kept(series, indexes) for series in data.series)
    series = FigureSeries(data.series[1].name, y, format=number_format(data.series[1]), marker=Marker(MARKER, look.message), x=x)
    named = replace(series, labels=names_of_points(data, look, series))
    return two_axes(data, look, SeriesGroup(GroupKind.SCATTER, (named,)), x, y)


DEFINITION = ChartDef("scatter", validate, figure)
