"""Draws the paths of a geometry: moves, lines, curves and the arcs of DrawingML, in points within a shape."""

from __future__ import annotations

import math
from dataclasses import field

from engine.base.records import dataclass
from engine.model.decor import Outline, Step


@dataclass(frozen=True, slots=True)
class Traced:
    """One path of a shape. `shade` is how much lighter (above 0) or darker its fill is than that of the shape, None for no fill."""

    outline: Outline
    shade: float | None = 0.0
    stroked: bool = True


@dataclass(slots=True)
class Tracer:
    """Collects the steps of one path; every method returns the tracer, so that calls can be chained."""

    steps: list[Step] = field(default_factory=list)
    _at: tuple[float, float] = (0.0, 0.0)
    _start: tuple[float, float] = (0.0, 0.0)

    def move(self, x: float, y: float) -> Tracer:
        self.steps.append(("m", (x, y)))
        self._at = self._start = (x, y)
        return self

    def line(self, *points: tuple[float, float]) -> Tracer:
        for point in points:
            self.steps.append(("l", point))
            self._at = point
        return self

    def cubic(self, *points: tuple[float, float]) -> Tracer:
        """Draw a Bézier curve through two control points to a third point."""
        one, two, end = points
        self.steps.append(("c", (*one, *two, *end)))
        self._at = end
        return self

    def quadratic(self, control: tuple[float, float], end: tuple[float, float]) -> Tracer:
        one, two = ((control[axis] * 2 + self._at[axis]) / 3 for axis in (0, 1)), ((control[axis] * 2 + end[axis]) / 3 for axis in (0, 1))
        self.steps.append(("c", (*one, *two, *end)))
        self._at = end
        return self

    def arc(self, across: float, down: float, start: float, sweep: float) -> Tracer:
        """Go along an ellipse of two radii from where the pen is, which lies at `start` degrees of it, `sweep` degrees clockwise.

        The angles are those that are seen (ECMA-376-1, 20.1.9.4), not those of the ellipse's parameter.
        """
        begin, stop = _parameter(across, down, start), _parameter(across, down, start + sweep)
        if sweep >= 360 or sweep <= -360:
            stop = begin + math.radians(sweep)
        elif sweep > 0 and stop < begin:
            stop += 2 * math.pi
        elif sweep < 0 and stop > begin:
            stop -= 2 * math.pi
        x, y = self._at
        centre = x - across * math.cos(begin), y - down * math.sin(begin)
        count = max(1, math.ceil(abs(stop - begin) / (math.pi / 2) - 1e-9))
        part = (stop - begin) / count
        for index in range(count):
            self._quarter(centre, (across, down), begin + index * part, part)
        return self

    def _quarter(self, centre: tuple[float, float], radii: tuple[float, float], begin: float, sweep: float) -> None:
        (cx, cy), (wide, high) = centre, radii
        reach, end = 4 / 3 * math.tan(sweep / 4), begin + sweep
        one = cx + wide * (math.cos(begin) - reach * math.sin(begin)), cy + high * (math.sin(begin) + reach * math.cos(begin))
        two = cx + wide * (math.cos(end) + reach * math.sin(end)), cy + high * (math.sin(end) - reach * math.cos(end))
        self.cubic(one, two, (cx + wide * math.cos(end), cy + high * math.sin(end)))

    def close(self) -> Tracer:
        self.steps.append(("h", ()))
        self._at = self._start
        return self

    def path(self, *, shade: float | None = 0.0, stroked: bool = True) -> Traced:
        return Traced(tuple(self.steps), shade, stroked)


def _parameter(across: float, down: float, degrees: float) -> float:
    """Return the ellipse's parameter, in radians, of the point that is seen at an angle: the one nearest to that angle."""
    angle = math.radians(degrees)
    if not across or not down:
        return angle  # it is a line
    found = math.atan2(across * math.sin(angle), down * math.cos(angle))
    return found + round((angle - found) / (2 * math.pi)) * 2 * math.pi
