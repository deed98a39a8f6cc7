"""Labels of lines: notes and highlights, else peak, low and last point; each on the side where the line is not."""

from __future__ import annotations

from engine.charts.cartesian import SMALL_VALUE_LABEL, Values
from engine.charts.definition import ChartLook
from engine.charts.number_format import format_number
from engine.model.charts import ChartData
from engine.model.figure import LabelPosition, PointLabel
from engine.model.theme import Color

FEW_POINTS = 8
EDGE_SHARE = 0.12
"""A label within this share of the width from an edge stands beside its point instead of above it."""

SAME_HEIGHT = 0.07
"""Ends of lines closer than this share of the range would have overlapping labels."""

CLEAR_OF_MARKER = "\u00a0\u00a0"
"""Office and LibreOffice place a label as if the point had no marker."""


def point_labels(data: ChartData, look: ChartLook, values: Values, code: str, floor: float) -> tuple[PointLabel, ...]:
    """Return the labels of the first series; below a point lower than `floor` there is no room above the axis."""
    notes = {note.index: note.label for note in data.notes}
    labels = []
    for index in sorted(_wanted(data, values)):
        value = values[index]
        if value is None:
            continue
        spoken = index in data.highlight
        note = notes.get(index, "")
        side = _side(values, index, wide=bool(note))
        if side is LabelPosition.BELOW and value < floor:
            side = LabelPosition.RIGHT if index < len(values) - 1 else LabelPosition.LEFT
        if note and spoken and side is LabelPosition.LEFT:
            note += CLEAR_OF_MARKER
        text = format_number(value, code) if note else None
        if text and side is LabelPosition.RIGHT:
            text = CLEAR_OF_MARKER + text
        labels.append(PointLabel(index, look.message if spoken else look.ink, SMALL_VALUE_LABEL, position=side, text=text, note=note))
    return tuple(labels)


def _wanted(data: ChartData, values: Values) -> set[int]:
    chosen = {note.index for note in data.notes} | set(data.highlight)
    if chosen:
        return chosen
    known = [index for index, value in enumerate(values) if value is not None]
    if len(known) <= FEW_POINTS:
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
