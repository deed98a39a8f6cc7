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
GAP_CLUSTERED = 110
ROOMY_PITCH = 22.0
"""From this distance of two bars (points) on, their names are set at the value label's size."""


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    bars = tuple(scaled(series) for series in data.series)
    width, pitch = look.size.width.points, look.size.height.points / len(data.categories)
    size = VALUE_LABEL if pitch >= ROOMY_PITCH * max(1, len(bars) - 1) else SMALL_VALUE_LABEL
    names, left = side_names(look, data.categories, size, pitch)
    plot_width = width - (look.gutter.points if look.gutter else left)
    shown = tuple(frozenset(index for index, value in enumerate(values) if value is not None) for values in bars)
    scale = value_scale((value for values in bars for value in values), room=label_room(bars, code, size, plot_width))
    series = tuple(bar_series(data, look, index, bars[index], shown[index], size) for index in range(len(bars)))
    return ChartFigure(
        name="bar",
        categories=names.names,
        groups=(SeriesGroup(GroupKind.BAR, series, gap=GAP_ALONE if len(bars) == 1 else GAP_CLUSTERED),),
        plot=plot_area(look, Margins(left=left)),
        value_axis=value_axis(look, scale, code, shown=False),
        category_axis=category_axis(look, names, reverse=True, size=size),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=legend(data, look),
    )


DEFINITION = ChartDef("bar", validate, figure)
