"""Columns, one group per category; with a second series beside the first."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.charts.bars import bar_series, label_size, legend, target_line
from engine.charts.cartesian import (
    EDGE,
    Margins,
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
from engine.charts.labels import labelled_points, place_names
from engine.charts.rules import drawable, one_unit
from engine.charts.scale import value_scale
from engine.model.charts import ChartData
from engine.model.figure import (
    ChartFigure,
    FigureSeries,
    GroupKind,
    SeriesGroup,
)

GAP_ALONE = 80
GAP_CLUSTERED = 60
FEW_CATEGORIES = 12


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    columns = tuple(scaled(series) for series in data.series)
    gap = GAP_ALONE if len(data.series) == 1 else GAP_CLUSTERED
    frame = look.size.width.points - (look.gutter.points if look.gutter else 0)
    slot = frame / len(data.categories)
    bar_slot = slot if len(columns) == 1 else slot / (len(columns) + gap / 100)
    size = label_size(columns, code, bar_slot)
    shown = tuple(labelled_points(printed(values, code), bar_slot, size, data.highlight, values) for values in columns)
    complete = all(len(points) == sum(value is not None for value in values) for points, values in zip(shown, columns, strict=True))
    goal = None if data.target is None else data.series[0].style.scaled(data.target)
    names = place_names(data.categories, slot, 10.5, sequence=len(data.categories) > FEW_CATEGORIES)
    bottom = names_height(look, names)
    scale = value_scale((*(v for values in columns for v in values), goal), room=room_for_label(look.size.height.points - bottom, size))
    left = EDGE if complete else tick_width(scale, code)
    groups = [SeriesGroup(GroupKind.COLUMN, _series(data, look, columns, shown, size), gap=gap)]
    if goal is not None:
        groups.append(SeriesGroup(GroupKind.LINE, (target_line(look, goal, len(data.categories), code),)))
    return ChartFigure(
        name="column",
        categories=names.names,
        groups=(*groups, *sparse_names(look, names, scale)),
        plot=plot_area(look, Margins(left=left, bottom=bottom)),
        value_axis=value_axis(look, scale, code, shown=not complete),
        category_axis=category_axis(look, names),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=legend(data, look),
    )


def _series(
    data: ChartData, look: ChartLook, columns: tuple[tuple[float | None, ...], ...], shown: tuple[frozenset[int], ...], size: float
) -> tuple[FigureSeries, ...]:
    return tuple(bar_series(data, look, index, columns[index], shown[index], size) for index in range(len(columns)))


DEFINITION = ChartDef("column", validate, figure)
