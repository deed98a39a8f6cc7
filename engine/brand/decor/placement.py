"""Where things lie on the page: transforms of shapes, and those of the groups around them."""

from __future__ import annotations

import math

from lxml import etree

from engine.base.records import dataclass
from engine.base.units import EMU_PER_POINT, Length, Rect
from engine.brand.office_theme import child
from engine.model.decor import Matrix, Outline

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
TURN = 60_000
"""Units of a degree."""


def then(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies `first`, and `second` to what comes of it."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved(outline: Outline, matrix: Matrix) -> Outline:
    """Return the outline with every point where the matrix brings it."""
    return tuple(
        (operator, tuple(part for index in range(0, len(points), 2) for part in at(matrix, points[index], points[index + 1])))
        for operator, points in outline
    )


def about(x: float, y: float, degrees: float, *, across: bool, down: bool) -> Matrix:
    """Return the matrix that mirrors about a centre, left to right (`across`) and top to bottom (`down`), and then turns clockwise."""
    # exact at the right angles, so that a box stays one
    cos, sin = (round(part, 12) for part in (math.cos(math.radians(degrees)), math.sin(math.radians(degrees))))
    wide, high = (-1.0 if across else 1.0), (-1.0 if down else 1.0)
    turn = (cos * wide, sin * wide, -sin * high, cos * high, 0.0, 0.0)
    return then(then((1.0, 0.0, 0.0, 1.0, -x, -y), turn), (1.0, 0.0, 0.0, 1.0, x, y))


def is_on(node: etree._Element, name: str) -> bool:
    return node.get(name) in {"1", "true"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape as large as `width` by `height` points, whose own top left corner `matrix` brings to the page.

    `degrees` is how far it is turned clockwise with all groups around it, `mirrored` whether it is seen from behind.
    """

    width: float
    height: float
    matrix: Matrix
    frame: Rect
    degrees: float = 0.0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the coordinates of a group's children lie on the slide: scaled and shifted, and then turned with the groups around them."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0
    turn: Matrix = IDENTITY
    degrees: float = 0.0
    mirrored: bool = False

    def frame(self, transform: etree._Element) -> Rect:
        """Return the frame of a child before anything is turned."""
        x, y, width, height = _box(transform, "off", "ext")
        return Rect(
            Length(round(self.x + x * self.across)),
            Length(round(self.y + y * self.down)),
            Length(round(width * self.across)),
            Length(round(height * self.down)),
        )

    def place(self, transform: etree._Element) -> Placed:
        """Return a child as it lies on the page."""
        frame = self.frame(transform)
        wide, high = frame.width.points, frame.height.points
        own, degrees, mirrored = self._turned(transform, frame)
        matrix = then((1.0, 0.0, 0.0, 1.0, frame.x.points, frame.y.points), own)
        return Placed(wide, high, matrix, around(matrix, wide, high), degrees, mirrored)

    def inside(self, transform: etree._Element | None) -> Placement:
        """Return where the children of a group lie."""
        if transform is None or child(transform, "chExt") is None:
            return self
        outer = self.frame(transform)
        x, y, width, height = _box(transform, "chOff", "chExt")
        across = outer.width / width if width else self.across
        down = outer.height / height if height else self.down
        own, degrees, mirrored = self._turned(transform, outer)
        return Placement(int(outer.x) - x * across, int(outer.y) - y * down, across, down, own, degrees, mirrored)

    def _turned(self, transform: etree._Element, frame: Rect) -> tuple[Matrix, float, bool]:
        degrees = int(transform.get("rot", "0")) / TURN
        across, down = is_on(transform, "flipH"), is_on(transform, "flipV")
        middle = frame.x.points + frame.width.points / 2, frame.y.points + frame.height.points / 2
        own = about(*middle, degrees, across=across, down=down) if degrees or across or down else IDENTITY
        return then(own, self.turn), (self.degrees + degrees) % 360, self.mirrored ^ across ^ down


SAME = Placement()


def around(matrix: Matrix, width: float, height: float) -> Rect:
    """Return the frame on the page that holds a box with a corner at the origin."""
    corners = [at(matrix, x, y) for x in (0.0, width) for y in (0.0, height)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    return Rect(*(Length(round(each * EMU_PER_POINT)) for each in (left, top, right - left, bottom - top)))


def _box(transform: etree._Element, offset: str, extent: str) -> tuple[int, int, int, int]:
    place, size = child(transform, offset), child(transform, extent)
    x, y = (int(place.get(name, "0")) for name in ("x", "y")) if place is not None else (0, 0)
    width, height = (int(size.get(name, "0")) for name in ("cx", "cy")) if size is not None else (0, 0)
    return x, y, width, height
