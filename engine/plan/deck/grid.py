"""How items share a frame: rows of equal cells, and columns by twelfths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from engine.base.units import Length, Rect

T = TypeVar("T")

MOST_ON_A_PAGE = 40
NO_PAGE = 100.0
"""Inches: what a block says it needs that must not stand on one page as it is."""


def flow_rows(count: int, widest: int = 3) -> tuple[int, ...]:
    """Return how many items each row gets: 4 → 2+2, 5 → 3+2, 6 → 3+3; never a lone item under a full row of three or more."""
    if count <= widest:
        return (count,) if count else ()
    rows = -(-count // widest)
    base, extra = divmod(count, rows)
    return tuple(base + (1 if row < extra else 0) for row in range(rows))


def row_frames(frame: Rect, rows: Sequence[int], gap: Length) -> Iterator[Rect]:
    """Yield the cells of rows of equal height, each row filling the width."""
    height = (frame.height - gap * (len(rows) - 1)).over(len(rows))
    y = frame.y
    for count in rows:
        width = (frame.width - gap * (count - 1)).over(count)
        for column in range(count):
            yield Rect(frame.x + (width + gap) * column, y, width, height)
        y += height + gap


def column_frames(frame: Rect, weights: Sequence[int], gap: Length) -> tuple[Rect, ...]:
    """Return side-by-side frames by weight on a grid with gutters: a weight of 4 out of 12 is exactly four grid columns."""
    total = sum(weights)
    pitch = (frame.width + gap).over(total)
    frames: list[Rect] = []
    start = 0
    for weight in weights:
        x = frame.x + pitch * start
        frames.append(Rect(x, frame.y, pitch * weight - gap, frame.height))
        start += weight
    return tuple(frames)


def row_slices(items: Sequence[T], rows: Sequence[int]) -> list[tuple[T, ...]]:
    """Return the items of each row."""
    starts = [sum(rows[:index]) for index in range(len(rows))]
    return [tuple(items[start : start + count]) for start, count in zip(starts, rows, strict=True)]


def items_to_keep(count: int, fits: Callable[[int], bool]) -> int:
    """Return how many of several items stay on a page: as many as fit but not all; half of them if two pages hold all. 0 when none fits."""
    keep = next((some for some in range(min(count - 1, MOST_ON_A_PAGE), 0, -1) if fits(some)), 0)
    half = -(-count // 2)
    return half if half < keep and count <= keep * 2 and fits(half) else keep
