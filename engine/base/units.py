"""Lengths and rectangles, in EMU (English Metric Units: 914 400 to the inch, 12 700 to the point)."""

from __future__ import annotations

from typing import Self

from engine.base.records import dataclass, replace

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700
EMU_PER_MM = 36_000


class Length(int):
    """A whole number of EMU. `+`, `-`, `* number` and `over` give lengths; `length / length` is a plain ratio.

    `str` gives the bare number, which is what Office files want; `repr` gives inches, for people and tests.
    """

    __slots__ = ()

    def __add__(self, other: int) -> Length:
        return Length(int.__add__(self, other))

    __radd__ = __add__

    def __sub__(self, other: int) -> Length:
        return Length(int.__sub__(self, other))

    def __rsub__(self, other: int) -> Length:
        return Length(int.__rsub__(self, other))

    def __mul__(self, factor: float) -> Length:
        return Length(round(float(self) * factor))

    __rmul__ = __mul__

    def __neg__(self) -> Length:
        return Length(int.__neg__(self))

    def over(self, divisor: float) -> Length:
        """Return this length divided by a number, rounded to whole EMU."""
        return Length(round(float(self) / divisor))

    @property
    def inches(self) -> float:
        return int(self) / EMU_PER_INCH

    @property
    def points(self) -> float:
        return int(self) / EMU_PER_POINT

    def __repr__(self) -> str:
        return f"{self.inches:.3f}in"

    __str__ = int.__repr__  # Office offers a repair for marL="0.950in"


def emu(value: float) -> Length:
    return Length(round(value))


def inch(value: float) -> Length:
    return Length(round(value * EMU_PER_INCH))


def pt(value: float) -> Length:
    return Length(round(value * EMU_PER_POINT))


def mm(value: float) -> Length:
    return Length(round(value * EMU_PER_MM))


ZERO = Length(0)


@dataclass(frozen=True, slots=True)
class Point:
    x: Length
    y: Length


@dataclass(frozen=True, slots=True)
class Size:
    width: Length
    height: Length


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-parallel box: `x`, `y` is the top left corner, y grows downwards."""

    x: Length
    y: Length
    width: Length
    height: Length

    @classmethod
    def inches(cls, x: float, y: float, width: float, height: float) -> Self:
        return cls(inch(x), inch(y), inch(width), inch(height))

    @property
    def right(self) -> Length:
        return self.x + self.width

    @property
    def bottom(self) -> Length:
        return self.y + self.height

    def inset(self, left: Length, top: Length, right: Length | None = None, bottom: Length | None = None) -> Rect:
        """Return the box shrunk at each side; right and bottom None mean the same as left and top."""
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Rect(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def moved(self, dx: Length = ZERO, dy: Length = ZERO) -> Rect:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def contains(self, other: Rect, slack: Length = ZERO) -> bool:
        """Tell whether `other` lies inside this box, give or take `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlaps(self, other: Rect, slack: Length = ZERO) -> bool:
        """Tell whether the two boxes share an area deeper than `slack` on both axes."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack
