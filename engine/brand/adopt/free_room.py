"""Where a page has room for text: dots of one ground with no decor, as shares of a frame and as the largest frame without any."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.units import EMU_PER_INCH, Length, Rect, Size, emu
from engine.brand.adopt.backdrop import Backdrop

TOLERANCE = 40
"""How far each part of a colour may be from the ground: watermarks and soft gradients are no decor."""
CLEAR = 0.985
"""Share of free dots from which a frame counts as free: a hairline is not in the way."""


class Room:
    """The free dots of a page: `of_ground` those of one colour, `of_text` those on which a text can be read, as on a dark photograph."""

    def __init__(self, drop: Backdrop, grid: Sequence[Sequence[bool]]) -> None:
        self._grid = grid
        self._dot = EMU_PER_INCH / drop.dots_per_inch
        self._sums = _prefix_sums(self._grid)

    @classmethod
    def of_ground(cls, drop: Backdrop, color: str, tolerance: int = TOLERANCE) -> Room:
        return cls(drop, drop.free(color, tolerance))

    @classmethod
    def of_text(cls, drop: Backdrop, color: str) -> Room:
        return cls(drop, drop.readable(color))

    def share(self, frame: Rect) -> float:
        """Return which part of a frame is free; what lies off the page is not."""
        left, right = (round(edge / self._dot) for edge in (frame.x, frame.right))
        top, bottom = (round(edge / self._dot) for edge in (frame.y, frame.bottom))
        right, bottom = max(right, left + 1), max(bottom, top + 1)
        wide, high = len(self._grid[0]), len(self._grid)
        inside = (max(0, left), max(0, top), min(wide, right), min(high, bottom))
        return self._count(*inside) / ((right - left) * (bottom - top))

    def is_free(self, frame: Rect) -> bool:
        return self.share(frame) >= CLEAR

    def largest(self, within: Rect) -> Rect | None:
        """Return the largest free frame inside another, None when no dot of that is free."""
        first, last = max(0, round(within.x / self._dot)), min(len(self._grid[0]), round(within.right / self._dot))
        top, bottom = max(0, round(within.y / self._dot)), min(len(self._grid), round(within.bottom / self._dot))
        best, found = 0, (0, 0, 0, 0)
        heights = [0] * max(0, last - first)
        for y in range(top, bottom):
            for at in range(len(heights)):
                heights[at] = heights[at] + 1 if self._grid[y][first + at] else 0
            area, left, right, high = _largest_under(heights)
            if area > best:
                best, found = area, (first + left, y + 1 - high, right - left, high)
        return self._frame(*found) if best else None

    def grown(self, frame: Rect, page: Size) -> Rect:
        """Return a frame grown to each side as far as the strip that is added is free."""
        step = emu(self._dot)
        while frame.x - step >= 0 and self.is_free(Rect(frame.x - step, frame.y, step, frame.height)):
            frame = Rect(frame.x - step, frame.y, frame.width + step, frame.height)
        while frame.right + step <= page.width and self.is_free(Rect(frame.right, frame.y, step, frame.height)):
            frame = Rect(frame.x, frame.y, frame.width + step, frame.height)
        while frame.y - step >= 0 and self.is_free(Rect(frame.x, frame.y - step, frame.width, step)):
            frame = Rect(frame.x, frame.y - step, frame.width, frame.height + step)
        while frame.bottom + step <= page.height and self.is_free(Rect(frame.x, frame.bottom, frame.width, step)):
            frame = Rect(frame.x, frame.y, frame.width, frame.height + step)
        return frame

    def _count(self, left: int, top: int, right: int, bottom: int) -> int:
        if right <= left or bottom <= top:
            return 0
        return self._sums[bottom][right] - self._sums[top][right] - self._sums[bottom][left] + self._sums[top][left]

    def _frame(self, x: int, y: int, wide: int, high: int) -> Rect:
        return Rect(*(Length(round(each * self._dot)) for each in (x, y, wide, high)))


def _prefix_sums(grid: Sequence[Sequence[bool]]) -> list[list[int]]:
    sums = [[0] * (len(grid[0]) + 1)]
    for row in grid:
        line = [0]
        for at, free in enumerate(row):
            line.append(line[-1] + free + sums[-1][at + 1] - sums[-1][at])
        sums.append(line)
    return sums


def _largest_under(heights: Sequence[int]) -> tuple[int, int, int, int]:
    """Return area, left, right and height of the largest rectangle under a row of columns."""
    best = (0, 0, 0, 0)
    stack: list[tuple[int, int]] = []
    for at, height in enumerate((*heights, 0)):
        start = at
        while stack and stack[-1][1] >= height:
            start, tall = stack.pop()
            best = max(best, (tall * (at - start), start, at, tall))
        stack.append((start, height))
    return best
