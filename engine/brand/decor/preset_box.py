"""What presets are drawn from: the box of a shape with its adjustments, and paths through points."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.base.records import dataclass
from engine.brand.decor.tracing import Traced, Tracer

Point = tuple[float, float]

LIGHTER, DARKER = 0.2, -0.2
"""What `lightenLess` and `darkenLess` do to the fill of one path."""


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a shape in points, and what its author adjusted, by name."""

    w: float
    h: float
    guides: Mapping[str, float]

    @property
    def short(self) -> float:
        return min(self.w, self.h)

    def share(self, name: str, default: int, most: float = 1e9) -> float:
        """Return an adjustment as a part of one, between 0 and `most`."""
        return min(max(self.guides.get(name, default) / 100_000, 0.0), most)

    def depth(self, name: str, default: int, most: float) -> float:
        """Return an adjustment that is a part of the shorter side, in points, `most` at most."""
        return min(self.share(name, default) * self.short, most)

    def angle(self, name: str, default: float) -> float:
        """Return an adjustment that is an angle, in degrees."""
        return self.guides.get(name, default * 60_000) / 60_000


Preset = Callable[[Box], tuple[Traced, ...]]
"""Draws a shape in points within its box. Angles are degrees, clockwise from the right."""


def closed(*points: Point) -> tuple[Traced, ...]:
    return (Tracer().move(*points[0]).line(*points[1:]).close().path(),)


def opened(*points: Point) -> tuple[Traced, ...]:
    """Return a line that has no inside."""
    return (Tracer().move(*points[0]).line(*points[1:]).path(shade=None),)


def relative(*points: Point) -> Preset:
    """Return the polygon through points given as parts of width and height."""
    return lambda box: closed(*((x * box.w, y * box.h) for x, y in points))


def turned(preset: Preset, *, across: bool = False, down: bool = False, aside: bool = False) -> Preset:
    """Return a preset mirrored left to right, top to bottom, or (`aside`, done first) with its axes exchanged."""

    def draw(box: Box) -> tuple[Traced, ...]:
        drawn = preset(Box(box.h, box.w, box.guides) if aside else box)
        return tuple(
            Traced(tuple((name, _turned(points, box)) for name, points in each.outline), each.shade, each.stroked) for each in drawn
        )

    def _turned(points: tuple[float, ...], box: Box) -> tuple[float, ...]:
        made: list[float] = []
        for index in range(0, len(points), 2):
            x, y = (points[index + 1], points[index]) if aside else (points[index], points[index + 1])
            made += (box.w - x if across else x, box.h - y if down else y)
        return tuple(made)

    return draw
