"""Columns, one group per category; with a second series beside the first."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic
from engine.charts.cartesian import (
    EDGE,
    SMALL_VALUE_LABEL,
    TARGET_LINE,
    VALUE_LABEL,
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
from engine.charts.measure import text_width
from engine.charts.palette import highlighted, hollow_pen, rest, series_colors
from engine.charts.rules import drawable, one_unit
from engine.charts.scale import value_scale
from engine.model.charts import ChartData, Emphasis
from engine.model.figure import (
    ChartFigure,
    FigureSeries,
    GroupKind,
    LegendEntry,
    Pen,
    PointLabel,
    SeriesGroup,
    Swatch,
)
from engine.model.theme import Color

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


def label_size(columns: tuple[tuple[float | None, ...], ...], code: str, slot: float) -> float:
    """Return the normal label size, or the small one when that lets all labels stand side by side."""
    widest = max((text_width(text, VALUE_LABEL, bold=True) for values in columns for text in printed(values, code) if text), default=0.0)
    return VALUE_LABEL if widest <= slot * 0.94 else SMALL_VALUE_LABEL


def _series(
    data: ChartData, look: ChartLook, columns: tuple[tuple[float | None, ...], ...], shown: tuple[frozenset[int], ...], size: float
) -> tuple[FigureSeries, ...]:
    return tuple(bar_series(data, look, index, columns[index], shown[index], size) for index in range(len(columns)))


def bar_series(data: ChartData, look: ChartLook, index: int, values: tuple[float | None, ...], shown: frozenset[int], size: float) -> FigureSeries:  # noqa: PLR0913
    """Return the drawn form of one series of bars: filled, or hollow with quiet labels; highlighted points in the message colour."""
    series = data.series[index]
    hollow = series.emphasis is Emphasis.HOLLOW
    spoken = bool(data.highlight) and not hollow and index == 0
    fill = look.ground if hollow else rest(look) if spoken else series_colors(look, data.series)[index]
    labels = tuple(
        PointLabel(point, _label_color(data, look, point, hollow=hollow, spoken=spoken), min(size, SMALL_VALUE_LABEL) if hollow else size, bold=not hollow)
        for point in sorted(shown)
    )
    return FigureSeries(
        name=series.name,
        values=values,
        fill=fill,
        pen=hollow_pen(look) if hollow else None,
        format=number_format(series),
        points=highlighted(look, data.highlight) if spoken else (),
        labels=labels,
    )


def _label_color(data: ChartData, look: ChartLook, point: int, *, hollow: bool, spoken: bool) -> Color:
    if hollow:
        return look.color("ink3", "ondeep3")
    return look.message if spoken and point in data.highlight else look.ink


def target_line(look: ChartLook, goal: float, count: int, code: str) -> FigureSeries:
    """Return the dashed line of one target for all categories."""
    return FigureSeries(look.word("目标", "Target"), (goal,) * count, pen=Pen(look.quiet, TARGET_LINE, dashed=True), format=code)


def legend(data: ChartData, look: ChartLook) -> tuple[LegendEntry, ...]:
    """Return what the planner prints beside the title: nothing for a single series without a target."""
    entries = []
    if len(data.series) > 1:
        for series, color in zip(data.series, series_colors(look, data.series), strict=True):
            swatch = Swatch.HOLLOW if series.emphasis is Emphasis.HOLLOW else Swatch.FILL
            spoken = look.message if data.highlight and series is data.series[0] and swatch is Swatch.FILL else color
            entries.append(LegendEntry(series.name, swatch, spoken))
    if data.target is not None:
        entries.append(LegendEntry(look.word("目标", "Target"), Swatch.DASH, look.quiet))
    return tuple(entries)


DEFINITION = ChartDef("column", validate, figure)
