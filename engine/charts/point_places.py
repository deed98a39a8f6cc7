"""Where the names of points stand: beside, above or below their point, where neither another name nor another point is."""

from __future__ import annotations

import math
from collections.abc import Iterator

from engine.base.records import dataclass
from engine.charts.coordinates import Box
from engine.charts.measure import text_width
from engine.model.figure import LabelPosition

GAP = 2.3
"""Points between a mark and its name, as Office and LibreOffice leave them."""

LINE = 1.448
"""Height of a line box in em."""

LIFTS = (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0)
"""Lines that a name may stand higher (or lower) than its point, the nearest first."""

ROUNDS = 3
"""How often each name looks for a better place among the others."""

_UPON_NAME, _OUTSIDE, _UPON_MARK, _MARK_HIDDEN, _NEARER, _PER_LINE = 100.0, 100.0, 2.0, 12.0, 5.0, 3.0
"""What is bad about a place: per square em upon a name, outside the area, upon a mark; for a mark wholly hidden; for each other mark that is nearer
than its own; for each line that it stands away."""

_PREFERENCE = (LabelPosition.RIGHT, LabelPosition.LEFT, LabelPosition.ABOVE, LabelPosition.BELOW)


@dataclass(frozen=True, slots=True)
class Mark:
    """A point as it is drawn: its centre and radius in points from the frame's top left corner."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        return Box(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


@dataclass(frozen=True, slots=True)
class Place:
    """A position beside the mark, and how many points the name stands higher than that position."""

    position: LabelPosition
    lift: float
    box: Box


def places(names: dict[int, str], marks: tuple[Mark, ...], size: float, area: Box) -> dict[int, Place]:
    """Return one place for each name, by the index of its mark; `area` is where names may stand.

    The order of `names` is that of their importance: each takes the best place that those before it left, then all look again.
    """
    choices = {index: tuple(_candidates(name, marks[index], size)) for index, name in names.items()}
    found: dict[int, Place] = {}
    for _ in range(ROUNDS):
        for index, options in choices.items():
            others = [place.box for other, place in found.items() if other != index]
            spare = tuple(mark for other, mark in enumerate(marks) if other != index)
            costs = [
                _covering(place.box, others, area) / (size * size) + _confusing(place, marks[index], spare, size) + order * 0.01
                for order, place in enumerate(options)
            ]
            found[index] = options[costs.index(min(costs))]
    return found


def _candidates(name: str, mark: Mark, size: float) -> Iterator[Place]:
    width, height = text_width(name, size, bold=True), LINE * size
    if width <= 2 * mark.radius * 0.94:
        yield Place(LabelPosition.CENTER, 0.0, Box(mark.x - width / 2, mark.y - height / 2, width, height))
    for lines in LIFTS:
        for position in _PREFERENCE:
            if not lines or position in (LabelPosition.RIGHT, LabelPosition.LEFT):
                lift = lines * height * 0.9
                box = _box(position, mark, width, height)
                yield Place(position, lift, Box(box.x, box.y - lift, width, height))


def _box(position: LabelPosition, mark: Mark, width: float, height: float) -> Box:
    away = mark.radius + GAP
    match position:
        case LabelPosition.LEFT:
            return Box(mark.x - away - width, mark.y - height / 2, width, height)
        case LabelPosition.ABOVE:
            return Box(mark.x - width / 2, mark.y - away - height, width, height)
        case LabelPosition.BELOW:
            return Box(mark.x - width / 2, mark.y + away, width, height)
        case _:
            return Box(mark.x + away, mark.y - height / 2, width, height)


def _covering(box: Box, names: list[Box], area: Box) -> float:
    """Return how bad it is what a name covers of other names, and what of it leaves the area, in points squared."""
    outside = box.width * box.height - _overlap(box, area)
    return sum(_overlap(box, name) for name in names) * _UPON_NAME + outside * _OUTSIDE


def _confusing(place: Place, own: Mark, others: tuple[Mark, ...], size: float) -> float:
    """Return how bad it is that a name hides other marks, stands nearer to them than to its own, or far away."""
    cost = abs(place.lift) / (LINE * size) * _PER_LINE
    reach = _distance(place.box, own)
    for mark in others:
        shared = _overlap(place.box, mark.box)
        cost += shared / (size * size) * _UPON_MARK + shared / max(mark.box.width * mark.box.height, 1.0) * _MARK_HIDDEN
        cost += _NEARER if _distance(place.box, mark) < reach else 0.0
    return cost


def _distance(box: Box, mark: Mark) -> float:
    """Return the distance from the edge of a mark to a box; negative when they overlap."""
    across, down = max(box.x - mark.x, 0.0, mark.x - box.right), max(box.y - mark.y, 0.0, mark.y - box.bottom)
    return math.hypot(across, down) - mark.radius


def _overlap(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0
