"""Labels of lines: notes and highlights, else peak, low and last point; each on the side where the line is not."""

from __future__ import annotations

from engine.charts.cartesian import SMALL_VALUE_LABEL, Values
from engine.charts.definition import ChartLook
from engine.charts.measure import text_width
from engine.charts.number_format import format_number
from engine.model.charts import ChartData
from engine.model.figure import LabelPosition, PointLabel
from engine.model.theme import Color

FEW_POINTS = 8
PLOT_SHARE, LABEL_SHARE = 0.85, 0.67
"""About the part of a small chart's width that its points stand in, and the part of the way between two points that a label may take."""
EDGE_SHARE = 0.12
"""A label within this share of the width from an edge stands beside its point instead of above it."""

SAME_HEIGHT = 0.07
"""Ends of lines closer than this share of the range would have overlapping labels."""

LOWEST_LABEL = 18.0
"""Points above the axis from which on a label has room below its point."""

LIFT, SINK = 10.0, 2.0
"""Points that the label beside a low point moves up or down."""

CLEAR_OF_MARKER = "\u00a0\u00a0"
"""Office and LibreOffice place a label as if the point had no marker."""


def point_labels(data: ChartData, look: ChartLook, values: Values, code: str, points_per_unit: float) -> tuple[PointLabel, ...]:
    """Return the labels of the first series; `points_per_unit` is the height of a difference of one on the value axis."""
    notes = {note.index: note.label for note in data.notes}
    base = min(data.series[0].style.scaled(data.axis_from or 0.0), *(value for value in values if value is not None))
    labels = []
    for index in sorted(_wanted(data, values, crowded=_is_crowded(values, code, look))):
        value = values[index]
        if value is None:
            continue
        spoken = index in data.highlight
        note = notes.get(index, "")
        side, lift = _side(values, index, wide=bool(note)), 0.0
        if side is LabelPosition.BELOW and (value - base) * points_per_unit < LOWEST_LABEL:
            side, lift = _beside_low(values, index, points_per_unit)
        if note and spoken and side is LabelPosition.LEFT:
            note += CLEAR_OF_MARKER
        color = look.message if spoken else look.ink
        text = format_number(value, code) if note else None
        if text and side is LabelPosition.RIGHT:
            text = CLEAR_OF_MARKER + text
        share = lift / look.size.height.points
        labels.append(PointLabel(index, color, SMALL_VALUE_LABEL, position=side, text=text, note=note, lift=share))
    return tuple(labels)


def _beside_low(values: Values, index: int, points_per_unit: float) -> tuple[LabelPosition, float]:
    """Return side and lift (points) of a label that has no room between its low point and the axis.

    It stands to the right: above the line while that stays flat, below it where it rises at once.
    """
    if index == len(values) - 1:
        return LabelPosition.LEFT, LIFT
    ahead = values[index + 1]
    rise = (ahead - (values[index] or 0.0)) * points_per_unit if ahead is not None else 0.0
    return LabelPosition.RIGHT, LIFT if rise < LIFT else -SINK


def _is_crowded(values: Values, code: str, look: ChartLook) -> bool:
    """Tell whether labels take so much of the way from point to point that a rising line runs into them."""
    step = look.size.width.points * PLOT_SHARE / max(len(values), 1) * LABEL_SHARE
    return any(text_width(format_number(value, code), SMALL_VALUE_LABEL, bold=True) > step for value in values if value is not None)


def _wanted(data: ChartData, values: Values, *, crowded: bool) -> set[int]:
    chosen = {note.index for note in data.notes} | set(data.highlight)
    if chosen:
        return chosen
    known = [index for index, value in enumerate(values) if value is not None]
    if len(known) <= FEW_POINTS and not crowded:
        return set(known)
    by_value = sorted(known, key=lambda index: values[index] or 0.0)
    return {by_value[0], by_value[-1], known[-1]}


def _side(values: Values, index: int, *, wide: bool) -> LabelPosition:
    """Return where a label does not cross the line: below a low, above a peak; beside the point when the frame's edge is near."""
    share = (index + 0.5) / len(values)
    if wide and share > 1 - EDGE_SHARE:
        return LabelPosition.LEFT
    if wide and share < EDGE_SHARE / 2:
        return LabelPosition.RIGHT
    here = values[index] or 0.0
    around = [value for at in (index - 1, index + 1) if 0 <= at < len(values) and (value := values[at]) is not None]
    if around and here < min(around):
        return LabelPosition.BELOW
    return LabelPosition.ABOVE


def end_labels(lines: tuple[Values, ...], index: int, color: Color, look: ChartLook) -> tuple[PointLabel, ...]:
    """Return the label at the end of one of several lines; none when a line before it ends at the same height."""
    ends = [_last(values) for values in lines]
    here = ends[index]
    if here is None:
        return ()
    known = [abs(value) for values in lines for value in values if value is not None]
    near = max(known, default=0.0) * SAME_HEIGHT
    if any(other is not None and abs(other[1] - here[1]) < near for other in ends[:index]):
        return ()
    spoken = index == 0
    ink = color if spoken else look.quiet
    return (PointLabel(here[0], ink, SMALL_VALUE_LABEL, bold=spoken, position=LabelPosition.RIGHT),)


def _last(values: Values) -> tuple[int, float] | None:
    return next(((index, value) for index, value in reversed(list(enumerate(values))) if value is not None), None)
