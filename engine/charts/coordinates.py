"""Where things stand in a chart: the arithmetic Office does with a fixed inner plot, in points from the frame's top left corner."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.base.units import Size
from engine.charts.measure import text_width
from engine.model.figure import ChartFigure, FigureSeries, Grouping, GroupKind, SeriesGroup, ValueAxis

BARS = (GroupKind.COLUMN, GroupKind.BAR)

BUBBLE_SHARE = 0.25
"""Diameter of the largest bubble as a part of the plot's shorter side, as Office draws `bubbleScale` 100."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Coordinates:
    """The plot of one figure in a frame of a certain size."""

    figure: ChartFigure
    plot: Box
    frame: Box

    @classmethod
    def of(cls, figure: ChartFigure, size: Size) -> Coordinates:
        width, height = size.width.points, size.height.points
        area = figure.plot
        plot = Box(area.x * width, area.y * height, area.width * width, area.height * height)
        return cls(figure, plot, Box(0.0, 0.0, width, height))

    @property
    def horizontal(self) -> bool:
        """Tell whether the values run from left to right (bar charts)."""
        return any(group.kind is GroupKind.BAR for group in self.figure.groups)

    @property
    def slot(self) -> float:
        """The distance of two categories."""
        count = len(self.figure.categories)
        length = self.plot.height if self.horizontal else self.plot.width
        return length / count if self.figure.category_axis.between else length / max(count - 1, 1)

    def category(self, index: int) -> float:
        """Return the category's centre: x, or y in a bar chart (Office counts from the bottom unless the axis is reversed)."""
        steps = index + 0.5 if self.figure.category_axis.between else float(index)
        if not self.horizontal:
            return self.plot.x + steps * self.slot
        return self.plot.y + steps * self.slot if self.figure.category_axis.reverse else self.plot.bottom - steps * self.slot

    def value(self, value: float, axis: ValueAxis | None = None) -> float:
        """Return the position of a value on its axis (None: the first): y, or x in a bar chart; clipped to the plot."""
        axis = axis or self.figure.value_axis
        share = min(1.0, max(0.0, (value - axis.minimum) / (axis.maximum - axis.minimum)))
        return self.plot.x + share * self.plot.width if self.horizontal else self.plot.bottom - share * self.plot.height

    def across(self, value: float) -> float:
        """Return the x of a value on the horizontal value axis of a scatter or bubble chart."""
        axis = self.figure.category_axis.scale
        assert axis is not None, "scatter and bubble figures have a horizontal scale"
        return self.plot.x + (value - axis.minimum) / (axis.maximum - axis.minimum) * self.plot.width

    def point(self, group: SeriesGroup, series: FigureSeries, index: int) -> tuple[float, float] | None:
        """Return where a point of a line, scatter or bubble series stands; None for a gap."""
        value = series.values[index]
        if value is None:
            return None
        return (self.across(series.x[index]) if series.x else self.category(index)), self.value(value, self.axis(group))

    def radius(self, series: FigureSeries, index: int) -> float:
        """Return how far the mark of a point reaches from its centre; no mark reaches nowhere."""
        if series.sizes:
            return bubble_radii(series.sizes, self.plot.width, self.plot.height)[index]
        return series.marker.size / 2 if series.marker else 0.0

    def axis(self, group: SeriesGroup) -> ValueAxis:
        return self.figure.second_axis if group.secondary and self.figure.second_axis else self.figure.value_axis

    def bar(self, group: SeriesGroup, series: int, index: int) -> Box | None:
        """Return one bar; None for a gap. A bar of no height is a box of no height."""
        span = span_of(group, series, index)
        if span is None:
            return None
        axis = self.axis(group)
        first, last = self.value(span[0], axis), self.value(span[1], axis)
        thickness, offset = self.thickness(group, series)
        start = self.category(index) + offset
        low, high = min(first, last), max(first, last)
        return Box(low, start, high - low, thickness) if self.horizontal else Box(start, low, thickness, high - low)

    def thickness(self, group: SeriesGroup, series: int) -> tuple[float, float]:
        """Return a bar's width and the offset of its first edge from the category's centre."""
        stacked = group.grouping in (Grouping.STACKED, Grouping.PERCENT)
        count = 1 if stacked else len(group.series)
        overlap = 0.0 if stacked else group.overlap / 100
        cluster = count - (count - 1) * overlap
        width = self.slot / (cluster + group.gap / 100)
        place = 0 if stacked else series
        if self.horizontal and not self.figure.category_axis.reverse:
            place = count - 1 - place
        return width, width * (place * (1 - overlap) - cluster / 2)


def bubble_radii(sizes: tuple[float, ...], width: float, height: float) -> tuple[float, ...]:
    """Return the radius of each bubble in a plot of this width and height: areas go with the sizes."""
    largest = max(sizes, default=0.0) or 1.0
    return tuple(BUBBLE_SHARE * min(width, height) / 2 * (size / largest) ** 0.5 for size in sizes)


def names_fit(figure: ChartFigure, size: Size) -> bool:
    """Tell whether the category names below a plot stand side by side, each within its slot."""
    at = Coordinates.of(figure, size)
    axis = figure.category_axis
    if not axis.labels or at.horizontal or axis.scale is not None or any(group.kind is GroupKind.RADAR for group in figure.groups):
        return True
    return all(text_width(name, axis.size, bold=axis.bold) <= at.slot * 1.03 for name in figure.categories)


def span_of(group: SeriesGroup, series: int, index: int) -> tuple[float, float] | None:
    """Return the values a bar reaches from and to; None for a gap. Positive and negative parts of a stack grow apart from zero."""
    value = group.series[series].values[index]
    if value is None:
        return None
    if group.grouping not in (Grouping.STACKED, Grouping.PERCENT):
        return 0.0, value
    below = sum(part for one in group.series[:series] if (part := one.values[index]) is not None and (part < 0) == (value < 0))
    if group.grouping is Grouping.PERCENT:
        whole = sum(abs(one.values[index] or 0.0) for one in group.series) or 1.0
        return below / whole * 100, (below + value) / whole * 100
    return below, below + value
