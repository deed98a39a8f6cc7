"""Value labels of a drawn chart, at the distances LibreOffice keeps."""

from __future__ import annotations

import math

from engine.charts.coordinates import BARS, Box, Coordinates
from engine.charts.measure import text_width
from engine.charts.number_format import format_number
from engine.charts.svg_marks import circle, slices
from engine.charts.svg_pen import CENTER_TO_BASELINE, words
from engine.model.figure import FigureSeries, GroupKind, LabelPosition, LabelShows, PointLabel, SeriesGroup

BAR_TO_LABEL = 2.3
"""Points between the end of a bar and the nearest edge of its label's line box."""

POINT_TO_LABEL = 2.3

HALF_LINE = 0.724
"""Half a line box of the PDF font, in em."""


def group_labels(at: Coordinates, group: SeriesGroup) -> str:
    parts = []
    for number, series in enumerate(group.series):
        for label in series.labels:
            spot = _spot(at, group, number, label)
            if spot is not None:
                parts.append(_text(at, spot, label, label_text(at, series, label)))
    return "".join(parts)


def label_text(at: Coordinates, series: FigureSeries, label: PointLabel) -> str:
    """Return the words of a label as Office prints them, without the note."""
    if label.text is not None or label.note:
        return label.text or ""
    value = series.values[label.index]
    assert value is not None, "gaps are not labelled"
    match label.shows:
        case LabelShows.PERCENT:
            return format_number(value / sum(one or 0.0 for one in series.values), "0.0%")
        case LabelShows.CATEGORY:
            return at.figure.categories[label.index]
        case LabelShows.VALUE:
            return format_number(value, series.format)


def _text(at: Coordinates, spot: tuple[float, float, str], label: PointLabel, text: str) -> str:
    x, middle, anchor = spot
    baseline = middle + CENTER_TO_BASELINE * label.size - label.lift * at.frame.height
    head = text_width(f"{text}  " if text and label.note else text, label.size, bold=label.bold)
    whole = head + text_width(label.note, label.size)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * whole
    # Like Office and LibreOffice: a label that would leave the frame moves inside it.
    inside = max(0.0, min(left, at.frame.width - whole))
    if not label.note:
        return words(x + inside - left, baseline, text, size=label.size, color=label.color, anchor=anchor, bold=label.bold)
    left = inside
    note = words(left + head, baseline, label.note, size=label.size, color=label.color, anchor="start")
    return (words(left, baseline, text, size=label.size, color=label.color, anchor="start", bold=label.bold) if text else "") + note


def _spot(at: Coordinates, group: SeriesGroup, number: int, label: PointLabel) -> tuple[float, float, str] | None:
    """Return x, middle y and anchor of a label; None when its point is a gap."""
    if group.kind in BARS:
        box = at.bar(group, number, label.index)
        value = group.series[number].values[label.index]
        return None if box is None or value is None else _bar_spot(at, box, label, negative=value < 0)
    if group.kind in (GroupKind.PIE, GroupKind.DOUGHNUT):
        return _slice_spot(at, group, label)
    series = group.series[number]
    point = at.point(group, series, label.index)
    return None if point is None else _point_spot(point, label, at.radius(series, label.index))


def _bar_spot(at: Coordinates, box: Box, label: PointLabel, *, negative: bool) -> tuple[float, float, str]:
    x, y = box.center
    if label.position is LabelPosition.CENTER:
        return x, y, "middle"
    outside = label.position is LabelPosition.OUTSIDE
    if at.horizontal:
        end = box.x if negative else box.right
        towards = -1 if negative else 1
        return end + towards * (BAR_TO_LABEL if outside else -BAR_TO_LABEL), y, "start" if outside is not negative else "end"
    distance = BAR_TO_LABEL + HALF_LINE * label.size
    end = box.bottom if negative else box.y
    return x, end + distance * (1 if outside is negative else -1), "middle"


def _point_spot(point: tuple[float, float], label: PointLabel, radius: float) -> tuple[float, float, str]:
    x, y = point
    beside, over = POINT_TO_LABEL + radius, POINT_TO_LABEL + radius + HALF_LINE * label.size
    match label.position:
        case LabelPosition.BELOW:
            return x, y + over, "middle"
        case LabelPosition.LEFT:
            return x - beside, y, "end"
        case LabelPosition.RIGHT:
            return x + beside, y, "start"
        case LabelPosition.CENTER:
            return x, y, "middle"
        case LabelPosition.ABOVE | LabelPosition.OUTSIDE | LabelPosition.INSIDE:
            return x, y - over, "middle"


def _slice_spot(at: Coordinates, group: SeriesGroup, label: PointLabel) -> tuple[float, float, str] | None:
    x, y, radius = circle(at.plot)
    angle = next(((start + end) / 2 for index, start, end in slices(at, group) if index == label.index), None)
    if angle is None:
        return None
    if label.position is LabelPosition.OUTSIDE:
        reach = radius + BAR_TO_LABEL
        away_x, away_y = math.sin(angle), -math.cos(angle)
        anchor = "middle" if abs(away_x) < 0.3 else "start" if away_x > 0 else "end"
        return x + reach * away_x, y + (reach + HALF_LINE * label.size * abs(away_y)) * away_y, anchor
    if group.kind is GroupKind.DOUGHNUT:
        reach = radius * (1 + group.hole / 100) / 2
    else:
        half_width = text_width(label_text(at, group.series[0], label), label.size, bold=label.bold) / 2
        reach = radius - BAR_TO_LABEL - abs(math.sin(angle)) * half_width - abs(math.cos(angle)) * HALF_LINE * label.size
    return x + reach * math.sin(angle), y - reach * math.cos(angle), "middle"
