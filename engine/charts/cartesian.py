"""Axes and plot rectangle that the kinds with columns, bars, lines and areas share."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.charts.definition import ChartLook
from engine.charts.labels import CategoryNames, short_name
from engine.charts.measure import text_width
from engine.charts.number_format import format_number, with_minus
from engine.charts.scale import Scale, ticks
from engine.model.charts import ChartData, Series
from engine.model.figure import (
    CategoryAxis,
    FigureSeries,
    GroupKind,
    LabelPosition,
    LabelShows,
    Pen,
    PlotArea,
    PointLabel,
    SeriesGroup,
    ValueAxis,
)

VALUE_LABEL = 12.0
SMALL_VALUE_LABEL = 10.5
CATEGORY_LABEL = 10.5
TICK_LABEL = 10.0
"""Type sizes in points (DESIGN-SYSTEM §1: chart label 10.5–13, axis 10)."""

LINE_PITCH = 1.45
"""Height of a chart text line per point of size: Office takes it from the font (Noto Sans CJK and YaHei differ by 10 %)."""

LABEL_GAP = 7.5
"""Points between an axis and its labels."""

Values = tuple[float | None, ...]
"""One value per category, None for a gap."""

SERIES_LINE = 2.25
TARGET_LINE = 1.25


EDGE = 1.0
"""Least space around a plot in points: LibreOffice pulls in a plot that touches the frame."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Space around the plot in points."""

    left: float = EDGE
    top: float = EDGE
    right: float = EDGE
    bottom: float = EDGE


def plot_area(look: ChartLook, margins: Margins) -> PlotArea:
    """Return the plot rectangle as fractions of the frame; margins that would leave less than a fifth are cut back to it."""
    width, height = look.size.width.points, look.size.height.points
    left = look.gutter.points if look.gutter is not None else margins.left
    left, right = _fitted(left, margins.right, width)
    top, bottom = _fitted(margins.top, margins.bottom, height)
    return PlotArea(left / width, top / height, (width - left - right) / width, (height - top - bottom) / height)


def _fitted(first: float, second: float, whole: float) -> tuple[float, float]:
    spare = 0.8 * whole
    factor = min(1.0, spare / (first + second)) if first + second else 1.0
    return first * factor, second * factor


def names_height(look: ChartLook, names: CategoryNames) -> float:
    """Return what the category names below a plot need, in points."""
    return LABEL_GAP + names.lines * CATEGORY_LABEL * LINE_PITCH if look.category_labels else EDGE


def tick_width(scale: Scale, code: str) -> float:
    """Return what the tick labels left of a plot need, in points."""
    return LABEL_GAP + 3 + max(text_width(format_number(value, code), TICK_LABEL) for value in ticks(scale))


def value_axis(look: ChartLook, scale: Scale, code: str, *, shown: bool) -> ValueAxis:
    """Return the axis with tick labels and gridlines, or with neither when every bar is labelled."""
    grid = Pen(look.color("line", "deep3"), 0.5) if shown else None
    return ValueAxis(
        scale.minimum, scale.maximum, scale.major, code, labels=shown, grid=grid, color=look.color("ink3", "ondeep3"), size=TICK_LABEL
    )


def category_axis(
    look: ChartLook, names: CategoryNames, *, reverse: bool = False, between: bool = True, size: float = CATEGORY_LABEL
) -> CategoryAxis:
    return CategoryAxis(
        labels=look.category_labels and names.every == 1,
        line=Pen(look.color("line2", "ondeep3"), 1.0),
        color=look.quiet,
        size=size,
        reverse=reverse,
        between=between,
    )


def sparse_names(look: ChartLook, names: CategoryNames, scale: Scale) -> tuple[SeriesGroup, ...]:
    """Return the names below the axis when only each n-th is printed: labels of unseen points on the axis.

    LibreOffice and WPS know no `tickLblSkip` and would break or turn the names.
    """
    if names.every == 1 or not look.category_labels:
        return ()
    points = range(0, len(names.names), names.every)
    labels = tuple(_name_label(look, index, names.names[index]) for index in points)
    values = tuple(scale.minimum if index in points else None for index in range(len(names.names)))
    return (SeriesGroup(GroupKind.LINE, (FigureSeries(look.word("轴标签", "Axis labels"), values, labels=labels),)),)


def _name_label(look: ChartLook, index: int, name: str) -> PointLabel:
    """Return a name below the axis: the category itself, or where it is long its beginning."""
    shown = short_name(name, CATEGORY_LABEL)
    if shown == name:
        return PointLabel(index, look.quiet, CATEGORY_LABEL, bold=False, position=LabelPosition.BELOW, shows=LabelShows.CATEGORY)
    return PointLabel(index, look.quiet, CATEGORY_LABEL, bold=False, position=LabelPosition.BELOW, text=shown)


def scaled(series: Series) -> tuple[float | None, ...]:
    """Return the values in the printed unit."""
    return tuple(None if value is None else series.style.scaled(value) for value in series.values)


def office_format(series: Series) -> str:
    """Return the number format of a series with its prefix (¥)."""
    style = series.style
    return f'"{style.prefix}"{style.office}' if style.prefix else style.office


def number_format(series: Series) -> str:
    """Return the format of labels and ticks, with a true minus sign."""
    return with_minus(office_format(series))


def printed(values: tuple[float | None, ...], code: str) -> tuple[str | None, ...]:
    return tuple(None if value is None else format_number(value, code) for value in values)


def axis_remark(look: ChartLook, start: float | None, code: str) -> str:
    """Return the words that disclose an axis that does not begin at zero."""
    if not start:
        return ""
    return look.word(f"纵轴自 {format_number(start, code)} 起", f"axis starts at {format_number(start, code)}")


def unit_of(data: ChartData) -> str:
    return data.series[0].style.unit


def room_for_label(plot_height: float, size: float) -> float:
    """Return the part of the plot's height that a value label above the highest point needs, at most a half."""
    return min(0.5, (size * LINE_PITCH + 3) / max(plot_height, 1.0))
