"""Stacked columns with their total above; a single category becomes one horizontal bar of the whole."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.base.records import dataclass, replace
from engine.charts.cartesian import (
    CATEGORY_LABEL,
    EDGE,
    SMALL_VALUE_LABEL,
    VALUE_LABEL,
    Margins,
    Values,
    category_axis,
    names_height,
    number_format,
    plot_area,
    printed,
    room_for_label,
    scaled,
    sparse_names,
    tick_width,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.labels import CategoryNames, labelled_points, place_names
from engine.charts.measure import text_width
from engine.charts.palette import series_colors, share_colors, text_on
from engine.charts.rules import drawable, not_negative, one_unit
from engine.charts.scale import Scale, value_scale
from engine.charts.totals import sums, total_line
from engine.model.charts import ChartData, Emphasis, Series
from engine.model.figure import (
    ChartFigure,
    FigureSeries,
    Grouping,
    GroupKind,
    LabelPosition,
    LegendEntry,
    Pen,
    PointLabel,
    SeriesGroup,
    Swatch,
)
from engine.model.theme import Color

GAP = 70
SEPARATOR = 1.5
"""Width in points of the line in the ground's colour between two parts."""

HOLLOW_OUTLINE = 1.5
SEQUENCE_FROM = 13
AIR = 2.5
"""Points left and right of a label that stay free within its part."""
ROOMY_BAR = 34.0
"""From this thickness (points) on, parts carry labels of full size."""


@dataclass(frozen=True, slots=True)
class PartRoom:
    """How long a part of one unit is, and how thick a bar is, in points; `sideways` when parts run from left to right."""

    along: float
    thick: float
    sideways: bool = False

    def holds(self, text: str, value: float, size: float) -> bool:
        """Tell whether a label stands inside its part."""
        width, height, length = text_width(text, size, bold=True), size * 1.3, value * self.along
        if self.sideways:
            return length >= width + 2 * AIR and self.thick >= height
        return length >= height and self.thick >= width + 2


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series), *not_negative(data, *data.series))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    return _whole(data, look) if len(data.categories) == 1 else _columns(data, look)


def _columns(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    parts = tuple(scaled(series) for series in data.series)
    totals = sums(parts)
    slot = look.size.width.points * 0.95 / len(data.categories)
    shown = labelled_points(printed(totals, code), slot, VALUE_LABEL, data.highlight, totals)
    complete = len(shown) == sum(total is not None for total in totals)
    names = place_names(data.categories, slot, CATEGORY_LABEL, sequence=len(data.categories) >= SEQUENCE_FROM)
    bottom = names_height(look, names)
    height = look.size.height.points - bottom
    scale = value_scale(totals, room=room_for_label(height, VALUE_LABEL))
    colors = series_colors(look, data.series)
    stack = _stack(data, look, parts, colors, PartRoom(height / scale.maximum, slot / (1 + GAP / 100)))
    return ChartFigure(
        name="stacked",
        categories=names.names,
        groups=(
            SeriesGroup(GroupKind.COLUMN, stack, Grouping.STACKED, gap=GAP, overlap=100),
            SeriesGroup(GroupKind.LINE, (total_line(look, totals, code, shown, data.highlight),)),
            *sparse_names(look, names, scale),
        ),
        plot=plot_area(look, Margins(left=EDGE if complete else tick_width(scale, code), bottom=bottom)),
        value_axis=value_axis(look, scale, code, shown=not complete),
        category_axis=category_axis(look, names),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(data, look, colors),
    )


def _whole(data: ChartData, look: ChartLook) -> ChartFigure:
    """Return one bar across the frame; its only category is the chart's subject and is not printed."""
    code = number_format(data.series[0])
    parts = tuple(scaled(series) for series in data.series)
    total = sums(parts)[0] or 1.0
    scale = Scale(0.0, total, total)
    width, height = look.size.width.points - 2 * EDGE, look.size.height.points
    colors = share_colors(look, data.series)
    stack = _stack(data, look, parts, colors, PartRoom(width / total, height, sideways=True))
    axis = category_axis(look, CategoryNames(data.categories, 1), reverse=True)
    return ChartFigure(
        name="stacked",
        categories=data.categories,
        groups=(SeriesGroup(GroupKind.BAR, stack, Grouping.STACKED, gap=0, overlap=100),),
        plot=plot_area(look, Margins()),
        value_axis=value_axis(look, scale, code, shown=False),
        category_axis=replace(axis, labels=False, line=None),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(data, look, colors),
    )


def _stack(
    data: ChartData, look: ChartLook, parts: tuple[Values, ...], colors: tuple[Color, ...], room: PartRoom
) -> tuple[FigureSeries, ...]:
    return tuple(_part(look, series, values, color, room) for series, values, color in zip(data.series, parts, colors, strict=True))


def _part(look: ChartLook, series: Series, values: Values, color: Color, room: PartRoom) -> FigureSeries:
    hollow = series.emphasis is Emphasis.HOLLOW
    fill, pen = (look.ground, Pen(look.message, HOLLOW_OUTLINE)) if hollow else (color, Pen(look.ground, SEPARATOR))
    ink = look.message if hollow else text_on(look, color)
    code = number_format(series)
    sizes = (VALUE_LABEL, SMALL_VALUE_LABEL) if room.thick >= ROOMY_BAR else (SMALL_VALUE_LABEL,)
    labels = tuple(
        PointLabel(index, ink, size, position=LabelPosition.CENTER)
        for index, (value, text) in enumerate(zip(values, printed(values, code), strict=True))
        if value and text and (size := next((size for size in sizes if room.holds(text, value, size)), None))
    )
    return FigureSeries(series.name, values, fill, pen, code, labels=labels)


def _legend(data: ChartData, look: ChartLook, colors: tuple[Color, ...]) -> tuple[LegendEntry, ...]:
    return tuple(
        LegendEntry(series.name, Swatch.HOLLOW, look.message)
        if series.emphasis is Emphasis.HOLLOW
        else LegendEntry(series.name, Swatch.FILL, color)
        for series, color in zip(data.series, colors, strict=True)
    )


DEFINITION = ChartDef("stacked", validate, figure)
