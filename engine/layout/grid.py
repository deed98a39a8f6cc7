"""The column grid of any body area: twelve columns whose gutter is a fiftieth of the width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from engine.base.units import Length, Rect, emu

COLUMNS = 12
_GUTTER_RATIO = 0.24 / 12.0  # of the body's width, as on the default slide


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns are counted from 1. Edges are rounded, never widths added up, so the last column ends exactly at the body's right edge."""

    body: Rect
    gutter: Length

    @classmethod
    def over(cls, body: Rect) -> Self:
        return cls(body, body.width * _GUTTER_RATIO)

    def column(self, first: int, span: int = 1) -> tuple[Length, Length]:
        """Return x and width of `span` columns from column `first` on. Raises ValueError outside the grid."""
        if first < 1 or span < 1 or first + span - 1 > COLUMNS:
            raise ValueError(f"columns {first}…{first + span - 1} are not on a grid of {COLUMNS}")
        pitch = (self.body.width + self.gutter) / COLUMNS
        left = self.body.x + emu(pitch * (first - 1))
        return left, self.body.x + emu(pitch * (first + span - 1)) - self.gutter - left

    def cell(self, first: int, span: int, y: Length, height: Length) -> Rect:
        """Return the box over the columns, from `y` down."""
        x, width = self.column(first, span)
        return Rect(x, y, width, height)


def split_across(area: Rect, count: int, gap: Length) -> tuple[Rect, ...]:
    """Return `count` equal boxes side by side that fill the area with `gap` between them."""
    pitch = (area.width + gap) / count
    edges = [emu(pitch * index) for index in range(count + 1)]
    return tuple(Rect(area.x + edges[i], area.y, edges[i + 1] - edges[i] - gap, area.height) for i in range(count))


def split_down(area: Rect, count: int, gap: Length) -> tuple[Rect, ...]:
    """Return `count` equal boxes one below the other that fill the area with `gap` between them."""
    pitch = (area.height + gap) / count
    edges = [emu(pitch * index) for index in range(count + 1)]
    return tuple(Rect(area.x, area.y + edges[i], area.width, edges[i + 1] - edges[i] - gap) for i in range(count))
