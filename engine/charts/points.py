"""What scatter and bubble charts share: two value axes, points with names, and the words that say what the axes are."""

from __future__ import annotations

from collections.abc import Iterable

from engine.base.records import replace
from engine.charts.cartesian import (
    SMALL_VALUE_LABEL,
    TICK_LABEL,
    Margins,
    names_height,
    number_format,
    plot_area,
    scaled,
    tick_width,
    value_axis,
)
from engine.charts.coordinates import Box, Coordinates, bubble_radii
from engine.charts.definition import ChartLook
from engine.charts.labels import CategoryNames
from engine.charts.point_places import Mark, places
from engine.charts.scale import Scale, tidy, value_scale
from engine.model.charts import ChartData, Series
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, GroupKind, Pen, PointLabel, SeriesGroup
from engine.model.theme import Color

MOST_NAMED = 12
"""With more points only the highlighted ones carry their name."""

EDGE_ROOM = 0.08
"""Part of each axis kept free beyond the extreme points."""

WIDEST_TICKS = 24.0
"""Points that the tick labels at the left take at least: bubbles are measured in the plot that is left."""

MOST_STEPS = 20
"""Steps by which a scale may grow for its bubbles: each makes the bubbles smaller beside it, so few are needed."""


def known_points(data: ChartData) -> tuple[int, ...]:
    """Return the indexes of the categories that have a value in every series: a point needs all its coordinates."""
    return tuple(index for index in range(len(data.categories)) if all(series.values[index] is not None for series in data.series))


def kept(series: Series, indexes: tuple[int, ...]) -> tuple[float, ...]:
    """Return the scaled values of the kept points."""
    values = scaled(series)
    return tuple(value for index in indexes if (value := values[index]) is not None)


def two_axes(data: ChartData, look: ChartLook, kind: GroupKind, series: FigureSeries, indexes: tuple[int, ...]) -> ChartFigure:
    """Return the figure of one series on two value axes, both from zero, both with gridlines, with the names of its points.

    `indexes` are the categories of its points. Bubbles keep inside the plot: the axes reach as far beyond the points as the bubbles do.
    """
    across_series, up_series = data.series[0], data.series[1]
    across_code, up_code = number_format(across_series), number_format(up_series)
    ground_names = CategoryNames(("0",), 1)
    margins = Margins(left=WIDEST_TICKS, top=6.0, right=14.0, bottom=names_height(look, ground_names))
    around = _rooms(series, look, margins)
    across = _reaching(value_scale(series.x, room=EDGE_ROOM), tuple(zip(series.x, around[0], strict=True)))
    up = _reaching(
        value_scale(series.values, room=EDGE_ROOM),
        tuple((value, room) for value, room in zip(series.values, around[1], strict=True) if value is not None),
    )
    line = Pen(look.color("line2", "ondeep3"), 1.0)
    across_axis = replace(value_axis(look, across, _unsigned(across_code, series.x), shown=True), line=line)
    figure = ChartFigure(
        name=data.kind,
        categories=tuple(data.categories[index] for index in indexes),
        groups=(SeriesGroup(kind, (series,)),),
        plot=plot_area(look, replace(margins, left=tick_width(up, up_code))),
        value_axis=value_axis(look, up, _unsigned(up_code, series.values), shown=True),
        category_axis=CategoryAxis(line=line, color=look.quiet, size=TICK_LABEL, scale=across_axis),
        face=look.theme.body,
        text_color=look.quiet,
        remark=look.word(
            f"横轴：{_titled(across_series)}；纵轴：{_titled(up_series)}", f"across: {_titled(across_series)}; up: {_titled(up_series)}"
        ),
    )
    return _named(data, look, figure, indexes)


def _rooms(series: FigureSeries, look: ChartLook, margins: Margins) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return what each point needs around its centre, as a part of the plot's width and of its height."""
    width = max(look.size.width.points - margins.left - margins.right, 1.0)
    height = max(look.size.height.points - margins.top - margins.bottom, 1.0)
    radii = bubble_radii(series.sizes, width, height) if series.sizes else (0.0,) * len(series.values)
    return tuple(radius / width for radius in radii), tuple(radius / height for radius in radii)


def _reaching(scale: Scale, points: tuple[tuple[float, float], ...]) -> Scale:
    """Return the scale with room for every (value, part of the axis needed on both sides of it); its ends move by steps or fifths of them."""
    for _ in range(MOST_STEPS):
        span = scale.maximum - scale.minimum
        low = min((value - part * span for value, part in points), default=scale.minimum)
        high = max((value + part * span for value, part in points), default=scale.maximum)
        if low < scale.minimum - span * 1e-9:
            scale = replace(scale, minimum=tidy(scale.minimum - scale.major))
        elif high > scale.maximum + span * 1e-9:
            scale = replace(scale, maximum=tidy(scale.maximum + scale.major / 5))
        else:
            break
    return scale


def _unsigned(code: str, values: Iterable[float | None]) -> str:
    """Return the format of ticks: where no value is negative, the ticks below zero, there for the bubbles' sake, print nothing."""
    if any(value is not None and value < 0 for value in values):
        return code
    plain = code.split(";", maxsplit=1)[0]
    return f'{"0" if plain == "General" else plain};""'


def _named(data: ChartData, look: ChartLook, figure: ChartFigure, indexes: tuple[int, ...]) -> ChartFigure:
    """Return the figure with the names of its points, the highlighted ones strong, each where it covers no other."""
    group = figure.groups[0]
    series, at = group.series[0], Coordinates.of(figure, look.size)
    wanted = [number for number, index in enumerate(indexes) if len(indexes) <= MOST_NAMED or index in data.highlight]
    by_weight = sorted(wanted, key=lambda number: indexes[number] not in data.highlight)
    marks = tuple(_mark(at, group, series, number) for number in range(len(indexes)))
    area = Box(at.plot.x, 0.0, at.frame.right - at.plot.x, at.plot.bottom)
    names = {number: data.categories[indexes[number]] for number in by_weight}
    found = places(names, marks, SMALL_VALUE_LABEL, area)
    labels = tuple(
        PointLabel(
            number,
            _color(look, kind=group.kind, spoken=indexes[number] in data.highlight),
            SMALL_VALUE_LABEL,
            bold=indexes[number] in data.highlight,
            position=found[number].position,
            text=names[number],
            lift=found[number].lift / look.size.height.points,
        )
        for number in wanted
    )
    return replace(figure, groups=(replace(group, series=(replace(series, labels=labels),)),))


def _mark(at: Coordinates, group: SeriesGroup, series: FigureSeries, number: int) -> Mark:
    point = at.point(group, series, number)
    assert point is not None, "kept points have all coordinates"
    return Mark(*point, at.radius(series, number))


def _color(look: ChartLook, *, kind: GroupKind, spoken: bool) -> Color:
    if kind is GroupKind.BUBBLE:
        return look.ink
    return look.message if spoken else look.quiet


def _titled(series: Series) -> str:
    return f"{series.name}（{series.style.unit}）" if series.style.unit else series.name
