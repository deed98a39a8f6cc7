"""Where the parts of a chart stand on the page, so that rows of values, notes and marks beside it line up with it."""

from __future__ import annotations

from itertools import pairwise

from engine.base.units import Length, Point, Rect, Size, pt
from engine.charts.coordinates import BARS, Box, Coordinates
from engine.model.figure import ChartFigure

BREAK_HEIGHT = 4.0
BREAK_SLANT = 6.0
BREAK_ABOVE_AXIS = 9.0
BREAK_OVERHANG = 1.5
"""The mark on a cut bar, in points: a slanted stripe in the ground's colour near the axis."""


def plot_rect(figure: ChartFigure, frame: Rect) -> Rect:
    """Return the inner plot rectangle."""
    return _rect(_coordinates(figure, frame).plot, frame)


def category_center(figure: ChartFigure, frame: Rect, index: int) -> Length:
    """Return the x of a category's centre, or its y in a chart of horizontal bars."""
    coordinates = _coordinates(figure, frame)
    return (frame.y if coordinates.horizontal else frame.x) + pt(coordinates.category(index))


def category_pitch(figure: ChartFigure, frame: Rect) -> Length:
    """Return the distance of two neighbouring categories."""
    return pt(_coordinates(figure, frame).slot)


def value_position(figure: ChartFigure, frame: Rect, value: float, *, secondary: bool = False) -> Length:
    """Return the y of a scaled value, or its x in a chart of horizontal bars; clipped to the plot."""
    coordinates = _coordinates(figure, frame)
    axis = figure.second_axis if secondary else None
    return (frame.x if coordinates.horizontal else frame.y) + pt(coordinates.value(value, axis))


def band_rect(figure: ChartFigure, frame: Rect, first: int, last: int) -> Rect:
    """Return the stretch of the plot from category `first` to `last`, both inside, at full plot height (width in a bar chart)."""
    coordinates = _coordinates(figure, frame)
    plot, half = coordinates.plot, coordinates.slot / 2
    low, high = sorted((coordinates.category(first), coordinates.category(last)))
    if coordinates.horizontal:
        return _rect(Box(plot.x, low - half, plot.width, high - low + 2 * half), frame)
    return _rect(Box(low - half, plot.y, high - low + 2 * half, plot.height), frame)


def bar_rect(figure: ChartFigure, frame: Rect, series: int, index: int) -> Rect | None:
    """Return the bar of a series (counted over all groups) at a category; None for a gap or a series without bars."""
    coordinates = _coordinates(figure, frame)
    first = 0
    for group in figure.groups:
        if first <= series < first + len(group.series):
            box = coordinates.bar(group, series - first, index) if group.kind in BARS else None
            return None if box is None else _rect(box, frame)
        first += len(group.series)
    return None


def funnel_bridges(figure: ChartFigure, frame: Rect) -> tuple[tuple[Point, ...], ...]:
    """Return the four corners of each trapezoid between two steps of a funnel, from the upper bar's lower edge to the next bar's upper edge."""
    steps = [rect for index in range(len(figure.categories)) if (rect := bar_rect(figure, frame, 1, index)) is not None]
    return tuple(
        (Point(upper.x, upper.bottom), Point(upper.right, upper.bottom), Point(lower.right, lower.y), Point(lower.x, lower.y))
        for upper, lower in pairwise(steps)
    )


def break_marks(figure: ChartFigure, frame: Rect) -> tuple[tuple[Point, ...], ...]:
    """Return the slanted stripe over each bar that stands on a cut axis, to be filled with the ground's colour."""
    above, overhang, high, slant = (pt(part * figure.scale) for part in (BREAK_ABOVE_AXIS, BREAK_OVERHANG, BREAK_HEIGHT, BREAK_SLANT))
    bottom = plot_rect(figure, frame).bottom - above
    marks = []
    for index in figure.cut:
        bar = next(
            (rect for series in range(len(figure.series)) if (rect := bar_rect(figure, frame, series, index)) and rect.height > 0), None
        )
        if bar is not None:
            left, right, top = bar.x - overhang, bar.right + overhang, bottom - high
            marks.append((Point(left, bottom), Point(right, bottom - slant), Point(right, top - slant), Point(left, top)))
    return tuple(marks)


def _coordinates(figure: ChartFigure, frame: Rect) -> Coordinates:
    return Coordinates.of(figure, Size(frame.width, frame.height))


def _rect(box: Box, frame: Rect) -> Rect:
    return Rect(frame.x + pt(box.x), frame.y + pt(box.y), pt(box.width), pt(box.height))
