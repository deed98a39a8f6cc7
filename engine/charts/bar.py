"""Horizontal bars, first category on top; a second series may be hollow (two shares compared)."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.charts.cartesian import (
    LABEL_GAP,
    SMALL_VALUE_LABEL,
    VALUE_LABEL,
    Margins,
    category_axis,
    number_format,
    plot_area,
    printed,
    scaled,
    unit_of,
    value_axis,
)
from engine.charts.column import bar_series, legend
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.labels import CategoryNames, break_name
from engine.charts.measure import text_width
from engine.charts.rules import drawable, one_unit
from engine.charts.scale import value_scale
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, GroupKind, SeriesGroup

GAP_ALONE = 70
GAP_CLUSTERED = 110
ROOMY_PITCH = 22.0
"""From this distance of two bars (points) on, their names are set at the value label's size."""

WIDEST_NAMES = 0.34
"""Share of the frame that the names may take before they break into two lines."""

BAR_LABEL_GAP = 8.0


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


def side_names(look: ChartLook, categories: tuple[str, ...], size: float, pitch: float) -> tuple[CategoryNames, float]:
    """Return the names left of horizontal bars, on two lines where one would take too much of the width, and the width they need."""
    if not look.category_labels:
        return CategoryNames(categories, 1), 1.0
    room = (look.gutter.points - BAR_LABEL_GAP) if look.gutter else look.size.width.points * WIDEST_NAMES
    two_lines = pitch >= size * 2.9
    names = tuple(break_name(name) if two_lines and text_width(name, size) > room else name for name in categories)
    widest = max(text_width(name, size) for name in names)
    return CategoryNames(names, 2 if two_lines else 1, fits=widest <= room * 1.05), LABEL_GAP + widest


def label_room(bars: tuple[tuple[float | None, ...], ...], code: str, size: float, plot_width: float) -> float:
    """Return the part of the plot's width that the value label beyond the longest bar needs, at most a half."""
    longest = max((text_width(text, size, bold=True) for values in bars for text in printed(values, code) if text), default=0.0)
    return min(0.5, (longest + 6) / max(plot_width, 1.0))


DEFINITION = ChartDef("bar", validate, figure)
