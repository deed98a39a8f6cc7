"""Columns on the first axis and lines on a second one with its own unit.

With few categories every point is labelled: the columns keep to the lower part, the lines to the upper, and no axis is printed. With many, both
axes are printed from zero and only the highlighted points are labelled.
"""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Phrase
from engine.base.records import dataclass, replace
from engine.charts.cartesian import (
    CATEGORY_LABEL,
    EDGE,
    SERIES_LINE,
    SMALL_VALUE_LABEL,
    Margins,
    Values,
    category_axis,
    names_height,
    number_format,
    plot_area,
    printed,
    scaled,
    sparse_names,
    tick_width,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.labels import FILL, place_names
from engine.charts.lone_points import lone_points
from engine.charts.measure import text_width
from engine.charts.palette import highlighted, rest, sequence_color
from engine.charts.rules import drawable, one_unit, series_count
from engine.charts.scale import Scale, tidy, value_scale
from engine.model.charts import ChartData, Series
from engine.model.figure import (
    ChartFigure,
    FigureSeries,
    GroupKind,
    LabelPosition,
    LegendEntry,
    Marker,
    Pen,
    PointLabel,
    SeriesGroup,
    Swatch,
    ValueAxis,
)
from engine.model.theme import Color

GAP = 90
COLUMNS_SHARE = 0.56
LINES_FROM = 0.72
LINES_TO = 0.90
"""Parts of the plot's height: columns end at the first, lines run between the second and the third."""

LINE_MARKER = 6.0
SEQUENCE_FROM = 13


@dataclass(frozen=True, slots=True)
class Split:
    """The series by axis, in declared order."""

    columns: tuple[Series, ...]
    lines: tuple[Series, ...]


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    parts = _split(data)
    roles = Phrase("至少一个柱系列和一个第二轴（secondary）系列", "at least one column series and one on the second axis (secondary)")
    missing = () if parts.columns and parts.lines else series_count(data, len(data.series) + 1, roles=roles)
    return (*drawable(data), *missing, *one_unit(data, *parts.columns), *one_unit(data, *parts.lines))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    parts = _split(data)
    columns, lines = tuple(map(scaled, parts.columns)), tuple(map(scaled, parts.lines))
    first, second = number_format(parts.columns[0]), number_format(parts.lines[0])
    slot = look.size.width.points * 0.95 / len(data.categories)
    labelled = len(lines) == 1 and _fits((*columns, *lines), (first, second), slot / len(columns))
    left_scale = value_scale((value for values in columns for value in values), room=1 - COLUMNS_SHARE if labelled else 0.08)
    right_scale = floating(lines[0]) if labelled else value_scale((value for values in lines for value in values), room=0.08)
    names = place_names(data.categories, slot, CATEGORY_LABEL, sequence=len(data.categories) >= SEQUENCE_FROM)
    left = EDGE if labelled else tick_width(left_scale, first)
    right = EDGE if labelled else tick_width(right_scale, second)
    return ChartFigure(
        name="combo",
        categories=names.names,
        groups=(
            SeriesGroup(GroupKind.COLUMN, _columns(data, look, parts, columns, labelled=labelled), gap=GAP),
            SeriesGroup(GroupKind.LINE, _lines(data, look, parts, lines, labelled=labelled), secondary=True),
            *sparse_names(look, names, left_scale),
        ),
        plot=plot_area(look, Margins(left=left, right=right, top=EDGE if labelled else 6.0, bottom=names_height(look, names))),
        value_axis=value_axis(look, left_scale, first, shown=not labelled),
        category_axis=category_axis(look, names),
        second_axis=second_axis(look, right_scale, second, shown=not labelled),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(look, parts),
    )


def second_axis(look: ChartLook, scale: Scale, code: str, *, shown: bool) -> ValueAxis:
    """Return the right axis: its labels like the left one's, but no gridlines of its own."""
    return replace(value_axis(look, scale, code, shown=shown), grid=None)


def floating(values: Values) -> Scale:
    """Return an axis on which the values run between `LINES_FROM` and `LINES_TO` of the height, however large or alike they are."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    span = (high - low) or abs(high) * 0.1 or 1.0
    unit = span / (LINES_TO - LINES_FROM)
    minimum, maximum = tidy(low - LINES_FROM * unit), tidy(low + (1 - LINES_FROM) * unit)
    return Scale(minimum, maximum, tidy(maximum - minimum))


def _split(data: ChartData) -> Split:
    return Split(tuple(one for one in data.series if not one.secondary), tuple(one for one in data.series if one.secondary))


def _fits(rows: tuple[Values, ...], codes: tuple[str, str], slot: float) -> bool:
    texts = [text for values in rows for code in codes for text in printed(values, code) if text]
    return all(text_width(text, SMALL_VALUE_LABEL, bold=True) <= slot * FILL for text in texts)


def _column_color(look: ChartLook, index: int) -> Color:
    return rest(look) if index == 0 else sequence_color(look, index + 1)


def _line_color(look: ChartLook, index: int) -> Color:
    return look.message if index == 0 else look.color("ink2", "ondeep2")


def _columns(data: ChartData, look: ChartLook, parts: Split, columns: tuple[Values, ...], *, labelled: bool) -> tuple[FigureSeries, ...]:
    return tuple(
        FigureSeries(
            series.name,
            values,
            fill=_column_color(look, index),
            format=number_format(series),
            labels=_labels(values, look.ink, LabelPosition.OUTSIDE, None if labelled else ()),
            points=highlighted(look, data.highlight) if index == 0 and not labelled else (),
        )
        for index, (series, values) in enumerate(zip(parts.columns, columns, strict=True))
    )


def _lines(data: ChartData, look: ChartLook, parts: Split, lines: tuple[Values, ...], *, labelled: bool) -> tuple[FigureSeries, ...]:
    drawn = tuple(
        FigureSeries(
            series.name,
            values,
            pen=Pen(_line_color(look, index), SERIES_LINE),
            format=number_format(series),
            marker=Marker(LINE_MARKER, _line_color(look, index)) if labelled else None,
            labels=_labels(values, _line_color(look, index), LabelPosition.ABOVE, None if labelled else data.highlight),
        )
        for index, (series, values) in enumerate(zip(parts.lines, lines, strict=True))
    )
    if labelled:
        return drawn
    alone = (lone_points(one.name, one.values, one.format, _line_color(look, index), look) for index, one in enumerate(drawn))
    return (*drawn, *(dots for found in alone for dots in found))


def _labels(values: Values, color: Color, position: LabelPosition, only: tuple[int, ...] | None) -> tuple[PointLabel, ...]:
    """Return labels on all points, or `only` on some."""
    return tuple(
        PointLabel(index, color, SMALL_VALUE_LABEL, position=position)
        for index, value in enumerate(values)
        if value is not None and (only is None or index in only)
    )


def _legend(look: ChartLook, parts: Split) -> tuple[LegendEntry, ...]:
    columns = [LegendEntry(_titled(one), Swatch.FILL, _column_color(look, index)) for index, one in enumerate(parts.columns)]
    lines = [LegendEntry(_titled(one), Swatch.LINE, _line_color(look, index)) for index, one in enumerate(parts.lines)]
    return (*columns, *lines)


def _titled(series: Series) -> str:
    return f"{series.name}（{series.style.unit}）" if series.style.unit else series.name


DEFINITION = ChartDef("combo", validate, figure)
