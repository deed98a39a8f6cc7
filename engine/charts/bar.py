"""Horizontal bars, first category on top; a second series may be hollow (two shares compared)."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.charts.bars import bar_series, label_room, legend, side_names
from engine.charts.cartesian import (
    SMALL_VALUE_LABEL,
    VALUE_LABEL,
    Margins,
    category_axis,
    number_format,
    plot_area,
    scaled,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.rules import drawable, one_unit
from engine.charts.scale import value_scale
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, GroupKind, SeriesGroup

GAP_ALONE = 70
GAP_CLUSTERED, LEAST_GAP = 110, 40
ROOMY_PITCH = 22.0
"""From this distance of two bars (points) on, their names are set at the value label's size."""
LABEL_LINE = 1.16
"""Height of a value label in parts of its size: a bar beside another is at least as thick, so that their labels stand apart."""


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    bars = tuple(scaled(series) for series in data.series)
    width, pitch = look.size.width.points, look.size.height.points / len(data.categories)
    size, gap = _size_and_gap(pitch, len(bars))
    names, left = side_names(look, data.categories, size, pitch)
    plot_width = width - (look.gutter.points if look.gutter else left)
    shown = tuple(frozenset(index for index, value in enumerate(values) if value is not None) for values in bars)
    scale = value_scale((value for values in bars for value in values), room=label_room(bars, code, size, plot_width))
    series = tuple(bar_series(data, look, index, bars[index], shown[index], size) for index in range(len(bars)))
    return ChartFigure(
        name="bar",
        categories=names.names,
        groups=(SeriesGroup(GroupKind.BAR, series, gap=gap),),
        plot=plot_area(look, Margins(left=left)),
        value_axis=value_axis(look, scale, code, shown=False),
        category_axis=category_axis(look, names, reverse=True, size=size),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=legend(data, look),
    )


def _size_and_gap(pitch: float, count: int) -> tuple[float, int]:
    """Return the size of the value labels and the gap width between clusters of bars (percent of a bar), `pitch` points from one to the next."""
    if count == 1:
        return VALUE_LABEL if pitch >= ROOMY_PITCH else SMALL_VALUE_LABEL, GAP_ALONE
    gaps = {size: round((pitch / (size * LABEL_LINE) - count) * 100) for size in (VALUE_LABEL, SMALL_VALUE_LABEL)}
    size = VALUE_LABEL if gaps[VALUE_LABEL] >= LEAST_GAP else SMALL_VALUE_LABEL
    return size, min(GAP_CLUSTERED, max(LEAST_GAP, gaps[size]))


DEFINITION = ChartDef("bar", validate, figure)
