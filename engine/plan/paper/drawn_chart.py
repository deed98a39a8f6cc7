"""Charts in the type of a paper: built for a larger frame and brought down to size, so that their words are as small as the text around them."""

from __future__ import annotations

from engine.base.diagnostics import Outcome
from engine.base.records import replace
from engine.base.units import Size
from engine.charts import build_figure
from engine.charts.definition import ChartLook
from engine.model.charts import ChartData
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, SeriesGroup, ValueAxis
from engine.model.paper import ParagraphRole
from engine.plan.paper.sheet import Sheet

SCALE, BESIDE = 0.88, 10.5
"""Charts are made for slides; beside body text of 10.5 points their 12 points look loud."""
SMALLEST, LARGEST = 0.85, 1.1
"""Beside smaller or larger text they change, but less."""


def paper_figure(data: ChartData, size: Size, sheet: Sheet) -> Outcome[ChartFigure]:
    """Return a chart as it is drawn in a frame of this size on a page."""
    scale = chart_scale(sheet)
    roomy = Size(size.width.over(scale), size.height.over(scale))
    built = build_figure(data, ChartLook(sheet.theme, roomy, sheet.language))
    return Outcome(built.value and scaled(built.value, scale), built.diagnostics)


def chart_scale(sheet: Sheet) -> float:
    """Return what the words of charts are multiplied by beside the body text of a paper."""
    return SCALE * min(LARGEST, max(SMALLEST, sheet.look(ParagraphRole.BODY).size / BESIDE))


def scaled(figure: ChartFigure, factor: float) -> ChartFigure:
    """Return the figure with all sizes of text and marks times a factor; the plot keeps its share of the frame."""
    return replace(
        figure,
        groups=tuple(_group(group, factor) for group in figure.groups),
        value_axis=_axis(figure.value_axis, factor),
        second_axis=figure.second_axis and _axis(figure.second_axis, factor),
        category_axis=_categories(figure.category_axis, factor),
    )


def _group(group: SeriesGroup, factor: float) -> SeriesGroup:
    return replace(group, series=tuple(_series(series, factor) for series in group.series))


def _series(series: FigureSeries, factor: float) -> FigureSeries:
    labels = tuple(replace(label, size=_size(label.size, factor)) for label in series.labels)
    return replace(series, labels=labels, marker=series.marker and replace(series.marker, size=series.marker.size * factor))


def _axis(axis: ValueAxis, factor: float) -> ValueAxis:
    return replace(axis, size=_size(axis.size, factor))


def _categories(axis: CategoryAxis, factor: float) -> CategoryAxis:
    return replace(axis, size=_size(axis.size, factor), scale=axis.scale and _axis(axis.scale, factor))


def _size(points: float, factor: float) -> float:
    """Return a size in tenths of a point, as Office keeps it."""
    return round(points * factor, 1)
