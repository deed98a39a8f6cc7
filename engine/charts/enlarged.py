"""A figure that was drawn in points of the design system, at the scale of a larger or smaller page."""

from __future__ import annotations

from engine.base.records import replace
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, Marker, Pen, PointFill, PointLabel, SeriesGroup, ValueAxis


def enlarged(figure: ChartFigure, scale: float) -> ChartFigure:
    """Return the figure with every size and width that is in points multiplied; what is a share of the frame stays."""
    if scale == 1:
        return figure
    return replace(
        figure,
        groups=tuple(_group(group, scale) for group in figure.groups),
        reference=tuple(_series(series, scale) for series in figure.reference),
        value_axis=_value_axis(figure.value_axis, scale),
        second_axis=None if figure.second_axis is None else _value_axis(figure.second_axis, scale),
        category_axis=_category_axis(figure.category_axis, scale),
        scale=figure.scale * scale,
    )


def _size(points: float, scale: float) -> float:
    """Return a type size that Office takes in charts: in tenths of a point."""
    return round(points * scale, 1)


def _pen(pen: Pen | None, scale: float) -> Pen | None:
    return None if pen is None else replace(pen, width=pen.width * scale)


def _group(group: SeriesGroup, scale: float) -> SeriesGroup:
    return replace(group, series=tuple(_series(series, scale) for series in group.series))


def _series(series: FigureSeries, scale: float) -> FigureSeries:
    return replace(
        series,
        pen=_pen(series.pen, scale),
        marker=None if series.marker is None else Marker(series.marker.size * scale, series.marker.fill),
        points=tuple(PointFill(point.index, point.fill, _pen(point.outline, scale)) for point in series.points),
        labels=tuple(_label(label, scale) for label in series.labels),
    )


def _label(label: PointLabel, scale: float) -> PointLabel:
    return replace(label, size=_size(label.size, scale))


def _value_axis(axis: ValueAxis, scale: float) -> ValueAxis:
    return replace(axis, size=_size(axis.size, scale), grid=_pen(axis.grid, scale), line=_pen(axis.line, scale))


def _category_axis(axis: CategoryAxis, scale: float) -> CategoryAxis:
    return replace(
        axis,
        size=_size(axis.size, scale),
        line=_pen(axis.line, scale),
        scale=None if axis.scale is None else _value_axis(axis.scale, scale),
    )
