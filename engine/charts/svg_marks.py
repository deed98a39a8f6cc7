"""Bars, lines, areas and slices of a drawn chart."""

from __future__ import annotations

import math

from engine.charts.coordinates import BARS, Box, Coordinates
from engine.charts.svg_pen import fill, path, polyline, rectangle, short, stroke, tag
from engine.model.figure import FigureSeries, Grouping, GroupKind, Pen, SeriesGroup
from engine.model.theme import Color


def group_marks(at: Coordinates, group: SeriesGroup) -> str:
    if group.kind in BARS:
        return "".join(_bars(at, group, index) for index in range(len(group.series)))
    if group.kind is GroupKind.AREA:
        # The last area of a stack is drawn first: each lies on the sum of those before it.
        return "".join(_area(at, group, index) for index in reversed(range(len(group.series))))
    if group.kind is GroupKind.LINE:
        return "".join(_line(at, group, series) for series in group.series)
    return _slices(at, group)


def _bars(at: Coordinates, group: SeriesGroup, number: int) -> str:
    series = group.series[number]
    own = {point.index for point in series.points}
    same = "".join(_bar(at, group, number, index) for index in range(len(series.values)) if index not in own)
    # One path for all bars of one look: bars that touch (bands) show no seam.
    parts = [_filled(same, series.fill, series.pen, series.opacity)]
    parts += [_filled(_bar(at, group, number, point.index), point.fill, point.outline, series.opacity) for point in series.points]
    return "".join(parts)


def _bar(at: Coordinates, group: SeriesGroup, number: int, index: int) -> str:
    box = at.bar(group, number, index)
    return "" if box is None else rectangle(box)


def _filled(commands: str, color: Color | None, pen: Pen | None, opacity: float) -> str:
    if not commands or (color is None and pen is None):
        return ""
    return path(commands, fill(color, opacity) | stroke(pen))


def line_points(at: Coordinates, group: SeriesGroup, series: FigureSeries) -> list[list[tuple[float, float]]]:
    """Return the runs of neighbouring points: a gap ends a run."""
    runs: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((at.category(index), at.value(value, at.axis(group))))
    return [run for run in runs if run]


def _line(at: Coordinates, group: SeriesGroup, series: FigureSeries) -> str:
    runs = line_points(at, group, series)
    parts = []
    if series.pen is not None:
        commands = "".join(polyline(run) for run in runs if len(run) > 1)
        if commands:
            parts.append(path(commands, {"fill": "none", "stroke-linejoin": "round", **stroke(series.pen)}))
    if series.marker is not None:
        radius = short(series.marker.size / 2)
        parts += [tag("circle", {"cx": short(x), "cy": short(y), "r": radius, **fill(series.marker.fill)}) for run in runs for x, y in run]
    return "".join(parts)


def _area(at: Coordinates, group: SeriesGroup, number: int) -> str:
    series = group.series[number]
    stacked = group.grouping is not Grouping.STANDARD
    base = at.value(0.0)
    tops: list[tuple[float, float]] = []
    parts = []
    for index, value in enumerate((*series.values, None)):
        if value is not None:
            below = sum(one.values[index] or 0.0 for one in group.series[:number]) if stacked else 0.0
            tops.append((at.category(index), at.value(below + value)))
        elif tops:
            parts.append(
                path(
                    polyline([(tops[0][0], base), *tops, (tops[-1][0], base)]) + "Z", fill(series.fill, series.opacity) | stroke(series.pen)
                )
            )
            tops = []
    return "".join(parts)


def slices(at: Coordinates, group: SeriesGroup) -> list[tuple[int, float, float]]:
    """Return index, start and end angle of each slice, clockwise from twelve o'clock, in radians."""
    values = group.series[0].values
    whole = sum(value or 0.0 for value in values)
    angle, parts = 0.0, []
    for index, value in enumerate(values):
        turn = (value or 0.0) / whole * 2 * math.pi
        if value:
            parts.append((index, angle, angle + turn))
        angle += turn
    return parts


def circle(plot: Box) -> tuple[float, float, float]:
    """Return centre and radius of a pie in its plot rectangle."""
    x, y = plot.center
    return x, y, min(plot.width, plot.height) / 2


def _slices(at: Coordinates, group: SeriesGroup) -> str:
    x, y, radius = circle(at.plot)
    hole = radius * group.hole / 100 if group.kind is GroupKind.DOUGHNUT else 0.0
    points = {point.index: point for point in group.series[0].points}
    parts = []
    for index, start, end in slices(at, group):
        point = points[index]
        parts.append(path(_slice(x, y, (hole, radius), (start, end)), fill(point.fill) | stroke(point.outline)))
    return "".join(parts)


def _slice(x: float, y: float, radii: tuple[float, float], angles: tuple[float, float]) -> str:
    """Return the path of a ring sector; a whole ring is drawn as two halves, because an arc cannot end where it begins."""
    start, end = angles
    if end - start > 2 * math.pi - 1e-9:
        return _slice(x, y, radii, (start, start + math.pi)) + _slice(x, y, radii, (start + math.pi, start + 2 * math.pi - 1e-6))
    hole, radius = radii
    large = int(end - start > math.pi)

    def on(distance: float, angle: float) -> str:
        return f"{short(x + distance * math.sin(angle))} {short(y - distance * math.cos(angle))}"

    outer = f"A{short(radius)} {short(radius)} 0 {large} 1 {on(radius, end)}"
    if not hole:
        return f"M{short(x)} {short(y)}L{on(radius, start)}{outer}Z"
    return f"M{on(radius, start)}{outer}L{on(hole, end)}A{short(hole)} {short(hole)} 0 {large} 0 {on(hole, start)}Z"
