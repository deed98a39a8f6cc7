"""Areas: one as a filled line, several stacked with their total on top."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.charts.cartesian import (
    CATEGORY_LABEL,
    SERIES_LINE,
    SMALL_VALUE_LABEL,
    Margins,
    Values,
    category_axis,
    names_height,
    number_format,
    plot_area,
    room_for_label,
    scaled,
    sparse_names,
    tick_width,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.labels import place_names
from engine.charts.palette import series_colors
from engine.charts.point_labels import point_labels
from engine.charts.rules import drawable, not_negative, one_unit
from engine.charts.scale import value_scale
from engine.charts.totals import sums
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, FigureSeries, Grouping, GroupKind, LegendEntry, Pen, SeriesGroup, Swatch

EDGE_NAME = 14.0
"""Space in points right of the plot for half of the last category's name, which stands on the plot's edge."""


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series), *not_negative(data, *data.series))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    areas = tuple(scaled(series) for series in data.series)
    top = sums(areas)
    scale = value_scale(top, room=room_for_label(look.size.height.points * 0.8, SMALL_VALUE_LABEL))
    left = tick_width(scale, code)
    slot = (look.size.width.points - left - EDGE_NAME) / max(len(data.categories) - 1, 1)
    names = place_names(data.categories, slot, CATEGORY_LABEL, sequence=True)
    groups = (
        SeriesGroup(GroupKind.AREA, _areas(data, look, areas), Grouping.STACKED),
        SeriesGroup(GroupKind.LINE, (_edge(data, look, top, code, look.size.height.points * 0.85 / scale.maximum),)),
    )
    return ChartFigure(
        name="area",
        categories=names.names,
        groups=(*groups, *sparse_names(look, names, scale)),
        plot=plot_area(look, Margins(left=left, top=6.0, right=EDGE_NAME, bottom=names_height(look, names))),
        value_axis=value_axis(look, scale, code, shown=True),
        category_axis=category_axis(look, names, between=False),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(data, look),
    )


def _areas(data: ChartData, look: ChartLook, areas: tuple[Values, ...]) -> tuple[FigureSeries, ...]:
    colors = (look.color("p100", "deep3"),) if len(areas) == 1 else series_colors(look, data.series)
    return tuple(
        FigureSeries(series.name, values, fill=color, format=number_format(series))
        for series, values, color in zip(data.series, areas, colors, strict=True)
    )


def _edge(data: ChartData, look: ChartLook, top: Values, code: str, points_per_unit: float) -> FigureSeries:
    """Return the line on top: the series' own line, or the unseen one that carries the totals."""
    alone = len(data.series) == 1
    name = look.word(f"{data.series[0].name}（线）", f"{data.series[0].name} (line)") if alone else look.word("合计", "Total")
    # On the plot's left edge a label would stand on the tick labels.
    labels = point_labels(data, look, top, code, points_per_unit)
    pen = Pen(look.message, SERIES_LINE) if alone else None
    return FigureSeries(
        name, top, pen=pen, format=code, labels=tuple(label for label in labels if label.index or label.index in data.highlight)
    )


def _legend(data: ChartData, look: ChartLook) -> tuple[LegendEntry, ...]:
    if len(data.series) == 1:
        return ()
    return tuple(
        LegendEntry(series.name, Swatch.FILL, color) for series, color in zip(data.series, series_colors(look, data.series), strict=True)
    )


DEFINITION = ChartDef("area", validate, figure)
