"""Gridlines, axis lines, tick labels and category names of a drawn chart, placed where LibreOffice and Office place them."""

from __future__ import annotations

import math

from engine.charts.coordinates import Coordinates
from engine.charts.number_format import format_number
from engine.charts.scale import Scale, ticks
from engine.charts.svg_pen import CENTER_TO_BASELINE, path, polyline, short, stroke, words
from engine.model.figure import GroupKind, ValueAxis

AXIS_TO_LABEL = 6.4
"""Points from an axis to the nearest edge of its labels."""

AROUND_GAP = 8.0
"""Points between the outer ring of a radar and its names."""

RING_TO_LABEL = 3.0
"""Points between the upward axis of a radar and the numbers of its rings."""

TEXT_TOP = 1.16
LINE = 1.448
"""Ascent and line height of the PDF font in em (Noto Sans CJK, hhea)."""


def gridlines(at: Coordinates) -> str:
    axis = at.figure.value_axis
    if axis.grid is None:
        return ""
    lines = [_level(at, at.value(value)) for value in _ticks(axis)]
    return path("".join(lines), {"fill": "none", **stroke(axis.grid)})


def axis_lines(at: Coordinates) -> str:
    """Return the category axis: it stands at zero, or at the plot's edge when zero is outside."""
    pen = at.figure.category_axis.line
    if pen is None:
        return ""
    zero = min(max(0.0, at.figure.value_axis.minimum), at.figure.value_axis.maximum)
    return path(_level(at, at.value(zero)), {"fill": "none", **stroke(pen)})


def axis_labels(at: Coordinates) -> str:
    figure = at.figure
    if any(group.kind is GroupKind.RADAR for group in figure.groups):
        return _names_around(at) + _rings(at)
    across = figure.category_axis.scale
    parts = [_names(at) if across is None else _ticks_across(at, across)]
    if figure.value_axis.labels:
        parts.append(_tick_labels(at, figure.value_axis, right=False))
    if figure.second_axis is not None and figure.second_axis.labels:
        parts.append(_tick_labels(at, figure.second_axis, right=True))
    return "".join(parts)


def _ticks(axis: ValueAxis) -> tuple[float, ...]:
    return ticks(Scale(axis.minimum, axis.maximum, axis.major))


def _level(at: Coordinates, position: float) -> str:
    plot = at.plot
    if at.horizontal:
        return polyline([(position, plot.y), (position, plot.bottom)])
    return f"M{short(plot.x)} {short(position)}H{short(plot.right)}"


def _names(at: Coordinates) -> str:
    axis = at.figure.category_axis
    if not axis.labels:
        return ""
    color = axis.color or at.figure.text_color
    parts = []
    for index, name in enumerate(at.figure.categories):
        lines = name.split("\n")
        for number, line in enumerate(lines):
            if at.horizontal:
                middle = at.category(index) + (number - (len(lines) - 1) / 2) * LINE * axis.size
                x, baseline, anchor = at.plot.x - AXIS_TO_LABEL, middle + CENTER_TO_BASELINE * axis.size, "end"
            else:
                x, baseline, anchor = at.category(index), at.plot.bottom + AXIS_TO_LABEL + (TEXT_TOP + number * LINE) * axis.size, "middle"
            parts.append(words(x, baseline, line, size=axis.size, color=color, anchor=anchor, bold=axis.bold))
    return "".join(parts)


def _ticks_across(at: Coordinates, axis: ValueAxis) -> str:
    baseline = at.plot.bottom + AXIS_TO_LABEL + TEXT_TOP * axis.size
    color = axis.color or at.figure.text_color
    return "".join(
        words(at.across(value), baseline, format_number(value, axis.format), size=axis.size, color=color) for value in _ticks(axis)
    )


def _names_around(at: Coordinates) -> str:
    """Return the names of a radar's axes: the first on top, then clockwise."""
    axis = at.figure.category_axis
    (x, y), radius = at.plot.center, min(at.plot.width, at.plot.height) / 2
    parts = []
    for index, name in enumerate(at.figure.categories):
        angle = 2 * math.pi * index / len(at.figure.categories)
        right, down = math.sin(angle), -math.cos(angle)
        anchor = "middle" if abs(right) < 0.01 else "start" if right > 0 else "end"
        middle = y + (radius + AROUND_GAP) * down + LINE / 2 * axis.size * down
        parts.append(
            words(
                x + (radius + AROUND_GAP) * right,
                middle + CENTER_TO_BASELINE * axis.size,
                name,
                size=axis.size,
                color=axis.color or at.figure.text_color,
                anchor=anchor,
            )
        )
    return "".join(parts)


def _rings(at: Coordinates) -> str:
    """Return what the rings of a radar stand for, left of the axis that points up."""
    axis = at.figure.value_axis
    (x, y), radius = at.plot.center, min(at.plot.width, at.plot.height) / 2
    color = axis.color or at.figure.text_color
    rings = [(value, (value - axis.minimum) / (axis.maximum - axis.minimum) * radius) for value in _ticks(axis)] if axis.labels else []
    return "".join(
        words(
            x - RING_TO_LABEL,
            y - reach + CENTER_TO_BASELINE * axis.size,
            format_number(value, axis.format),
            size=axis.size,
            color=color,
            anchor="end",
        )
        for value, reach in rings
    )


def _tick_labels(at: Coordinates, axis: ValueAxis, *, right: bool) -> str:
    color = axis.color or at.figure.text_color
    parts = []
    for value in _ticks(axis):
        text, position = format_number(value, axis.format), at.value(value, axis)
        if at.horizontal:
            parts.append(words(position, at.plot.bottom + AXIS_TO_LABEL + TEXT_TOP * axis.size, text, size=axis.size, color=color))
        else:
            x, anchor = (at.plot.right + AXIS_TO_LABEL, "start") if right else (at.plot.x - AXIS_TO_LABEL, "end")
            parts.append(words(x, position + CENTER_TO_BASELINE * axis.size, text, size=axis.size, color=color, anchor=anchor))
    return "".join(parts)
