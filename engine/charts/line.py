"""Lines over time: labels only at peaks, lows and notes; campaigns as bands with their own dashed targets, points that miss it marked."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.charts.bars import target_line
from engine.charts.cartesian import (
    CATEGORY_LABEL,
    EDGE,
    SERIES_LINE,
    SMALL_VALUE_LABEL,
    TARGET_LINE,
    Margins,
    Values,
    axis_remark,
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
from engine.charts.lone_points import lone_points
from engine.charts.measure import text_width
from engine.charts.number_format import format_number
from engine.charts.palette import series_colors
from engine.charts.point_labels import end_labels, point_labels
from engine.charts.rules import drawable, one_unit
from engine.charts.scale import Scale, value_scale
from engine.model.charts import Band, ChartData, Emphasis
from engine.model.facts import Better
from engine.model.figure import ChartFigure, FigureSeries, GroupKind, LegendEntry, Marker, Pen, SeriesGroup, Swatch

BAND_ROOM = 0.22
"""Part of the plot's height above the highest point where the names of the bands stand."""

BAND_OPACITY = 0.07
PLOT_SHARE = 0.85
"""Rough part of the frame's height that the plot has."""

MISSED_MARKER = 8.0
PEAK_MARKER = 10.0
SEQUENCE_FROM = 9
"""From this many categories on, the names are a sequence of which not all need be printed."""


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    lines = tuple(scaled(series) for series in data.series)
    goals = _goals(data)
    start = None if data.axis_from is None else data.series[0].style.scaled(data.axis_from)
    everything = (*(value for values in lines for value in values), *(goal for goal in goals if goal is not None))
    height = look.size.height.points
    room = BAND_ROOM if data.bands else room_for_label(height * 0.8, SMALL_VALUE_LABEL)
    scale = value_scale(everything, room=room, start=start)
    left = tick_width(scale, code)
    right = EDGE if len(lines) == 1 else 6 + max(text_width(text, SMALL_VALUE_LABEL, bold=True) for text in _last_texts(lines, code))
    slot = (look.size.width.points - (look.gutter.points if look.gutter else left) - right) / len(data.categories)
    names = place_names(data.categories, slot, CATEGORY_LABEL, sequence=len(data.categories) >= SEQUENCE_FROM)
    return ChartFigure(
        name="line",
        categories=names.names,
        groups=(*_groups(data, look, lines, goals, scale), *sparse_names(look, names, scale)),
        plot=plot_area(look, Margins(left=left, right=right, top=6.0, bottom=names_height(look, names))),
        value_axis=value_axis(look, scale, code, shown=True),
        category_axis=category_axis(look, names),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=_legend(data, look, goals, lines[0]),
        remark=axis_remark(look, start, code),
    )


def _goals(data: ChartData) -> Values:
    """Return the target at each category: that of its band, else the chart's, else None."""
    style = data.series[0].style
    goals: list[float | None] = [None if data.target is None else style.scaled(data.target)] * len(data.categories)
    for band in data.bands:
        if band.target is not None:
            for index in range(band.first, band.last + 1):
                goals[index] = style.scaled(band.target)
    return tuple(goals)


def _groups(data: ChartData, look: ChartLook, lines: tuple[Values, ...], goals: Values, scale: Scale) -> tuple[SeriesGroup, ...]:
    bands = (SeriesGroup(GroupKind.COLUMN, (_band_series(data, look, scale),), gap=0),) if data.bands else ()
    drawn = (*_targets(data, look, goals), *_lines(data, look, lines, scale), *_markers(data, look, lines[0], goals))
    return (*bands, SeriesGroup(GroupKind.LINE, drawn))


def _band_series(data: ChartData, look: ChartLook, scale: Scale) -> FigureSeries:
    """Return columns of full height behind every other band: transparent, so that the gridlines stay visible."""
    tall: list[float | None] = [None] * len(data.categories)
    for band in data.bands[::2]:
        tall[band.first : band.last + 1] = [scale.maximum] * (band.last + 1 - band.first)
    return FigureSeries(look.word("分段底色", "Bands"), tuple(tall), fill=look.color("ink3", "ondeep3"), opacity=BAND_OPACITY)


def _targets(data: ChartData, look: ChartLook, goals: Values) -> tuple[FigureSeries, ...]:
    """Return the dashed target lines. Neighbouring bands take turns on two series: on one series a slope would join their levels."""
    code = number_format(data.series[0])
    with_target = [band for band in data.bands if band.target is not None]
    if not with_target:
        return () if data.target is None else (target_line(look, goals[0] or 0.0, len(goals), code),)
    pen = Pen(look.quiet, TARGET_LINE, dashed=True)
    word = look.word("目标", "Target")
    turns = [with_target[0::2], with_target[1::2]]
    return tuple(
        FigureSeries(f"{word} {number}", _within(goals, bands), pen=pen, format=code) for number, bands in enumerate(turns, 1) if bands
    )


def _within(goals: Values, bands: list[Band]) -> Values:
    inside = {index for band in bands for index in range(band.first, band.last + 1)}
    return tuple(goal if index in inside else None for index, goal in enumerate(goals))


def _lines(data: ChartData, look: ChartLook, lines: tuple[Values, ...], scale: Scale) -> tuple[FigureSeries, ...]:
    colors = series_colors(look, data.series)
    per_unit = look.size.height.points * PLOT_SHARE / (scale.maximum - scale.minimum)
    drawn = []
    # The first series, which carries the labels, is drawn last: on top.
    for index in reversed(range(len(lines))):
        series, code = data.series[index], number_format(data.series[index])
        labels = end_labels(lines, index, colors[index], look) if len(lines) > 1 else ()
        labels += (
            point_labels(data, look, lines[0], code, per_unit) if index == 0 and (len(lines) == 1 or data.notes or data.highlight) else ()
        )
        unique = {label.index: label for label in labels}
        pen = Pen(colors[index], SERIES_LINE, dashed=series.emphasis is Emphasis.HOLLOW)
        drawn.append(FigureSeries(series.name, lines[index], pen=pen, format=code, labels=tuple(unique.values())))
        drawn += lone_points(series.name, lines[index], code, colors[index], look)
    return tuple(drawn)


def _markers(data: ChartData, look: ChartLook, values: Values, goals: Values) -> tuple[FigureSeries, ...]:
    missed = _missed(values, goals, data.better)
    marked = []
    code = number_format(data.series[0])
    if missed:
        points = tuple(value if index in missed else None for index, value in enumerate(values))
        marker = Marker(MISSED_MARKER, look.color("missed", "accent"))
        marked.append(FigureSeries(_missed_word(data.better, look), points, format=code, marker=marker))
    if any(values[index] is not None for index in data.highlight):
        points = tuple(value if index in data.highlight else None for index, value in enumerate(values))
        marked.append(FigureSeries(look.word("关键点", "Key points"), points, format=code, marker=Marker(PEAK_MARKER, look.message)))
    return tuple(marked)


def _missed(values: Values, goals: Values, better: Better) -> frozenset[int]:
    pairs = zip(values, goals, strict=True)
    sign = -1 if better is Better.LOWER else 1
    return frozenset(
        index for index, (value, goal) in enumerate(pairs) if value is not None and goal is not None and (value - goal) * sign < 0
    )


def _missed_word(better: Better, look: ChartLook) -> str:
    return look.word("高于目标", "Above target") if better is Better.LOWER else look.word("低于目标", "Below target")


def _last_texts(lines: tuple[Values, ...], code: str) -> list[str]:
    return [format_number(next((value for value in reversed(values) if value is not None), 0.0), code) for values in lines]


def _legend(data: ChartData, look: ChartLook, goals: Values, first: Values) -> tuple[LegendEntry, ...]:
    has_goals = any(goal is not None for goal in goals)
    if len(data.series) == 1 and not has_goals:
        return ()
    entries = [
        LegendEntry(series.name, Swatch.DASH if series.emphasis is Emphasis.HOLLOW else Swatch.LINE, color)
        for series, color in zip(data.series, series_colors(look, data.series), strict=True)
    ]
    if has_goals:
        entries.append(LegendEntry(look.word("目标", "Target"), Swatch.DASH, look.quiet))
    if _missed(first, goals, data.better):
        entries.append(LegendEntry(_missed_word(data.better, look), Swatch.DOT, look.color("missed", "accent")))
    return tuple(entries)


DEFINITION = ChartDef("line", validate, figure)
