"""Widths of a table's columns: the author's weights, or by content, whichever breaks fewer words and makes the lower table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.base.units import ZERO, Length, pt
from engine.layout.breaks import break_table
from engine.layout.lines import ends_orphaned, line_bounds
from engine.layout.measure import Spacing
from engine.layout.table_fit import CellType, column_widths, cut_numbers, row_heights
from engine.model.inlines import Text

Rows = Sequence[Sequence[Text]]

SHORT_CELL, SHORT_SHARE = 11, 0.72
"""Characters of a name, a code or a date, which stays on one line where such columns leave the others enough of the width."""
FLAW = 8.0
"""A word broken badly is worth this much more height, in points."""
NEVER = 1000.0
CRAMPED = 3.5
"""Words that run down a column of fewer em than this are no longer read."""
LOYALTY = 0.88
"""The author's weights stand unless another division is lower than this part of theirs."""


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """`weight` shares the width, None means by content; `least` is a width that is kept."""

    weight: float | None
    least: Length


def choose_widths(texts: Rows, wishes: Sequence[ColumnWish], room: Length, cells: CellType) -> tuple[Length, ...]:
    """Return one width per column, summing exactly to `room`."""
    chosen: tuple[Length, ...] = ()
    lowest = 0.0
    for widths, faith in _candidates(texts, wishes, room, cells):
        flaws = count_flaws(texts, widths, cells)
        height = (sum(each.points for each in row_heights(texts, widths, cells)) + FLAW * flaws) * faith
        height += NEVER * (len(cut_numbers(texts, widths, cells)) + is_cramped(texts, widths, cells))
        if not chosen or height < lowest:
            chosen, lowest = widths, height
        if not flaws and _is_flat(texts, widths, cells):
            return widths
    return chosen


def _candidates(texts: Rows, wishes: Sequence[ColumnWish], room: Length, cells: CellType) -> Iterator[tuple[tuple[Length, ...], float]]:
    """Yield divisions of the width, each with the factor its height is judged by."""
    weights = [wish.weight for wish in wishes if wish.weight is not None]
    least = [wish.least for wish in wishes]
    if weights and len(weights) == len(wishes):
        yield column_widths(texts, room, cells, weights=weights), LOYALTY
    unbroken = _unbroken(texts, least, room, cells)
    yield column_widths(texts, room, cells, minimums=unbroken), 1.0
    if unbroken != least:
        yield column_widths(texts, room, cells, minimums=least), 1.0


def _unbroken(texts: Rows, least: Sequence[Length], room: Length, cells: CellType) -> list[Length]:
    """Return least widths that keep short cells on one line; the widest such columns give way when together they take too much."""
    found = list(least)
    wanted: list[tuple[Length, int]] = []
    for column, own in enumerate(zip(*texts, strict=True)):
        if is_short(own):
            ems = max(break_table(each, cells.fonts).natural(Spacing.PLAIN) for each in own)
            wanted.append((max(found[column], pt(ems * cells.size * 1.03 + 1) + cells.margin * 2), column))
    for width, column in sorted(wanted):
        if sum(found, ZERO) - found[column] + width <= room * SHORT_SHARE:
            found[column] = width
    return found


def is_short(column: Sequence[Text]) -> bool:
    """Tell whether all cells of a column are names, codes, dates or numbers."""
    return all(len(line) <= SHORT_CELL for each in column for line in each.plain.split("\n"))


def count_flaws(texts: Rows, widths: Sequence[Length], cells: CellType) -> int:
    """Return how many short cells break over lines, and how many others leave a character or two on their last one."""
    flaws = 0
    for own, width in zip(zip(*texts, strict=True), widths, strict=True):
        for each in own:
            plain = each.plain
            bounds = line_bounds(each, size=cells.size, measure=width - cells.margin * 2, fonts=cells.fonts)
            if len(bounds) > plain.count("\n") + 1:
                flaws += 1 if len(plain) <= SHORT_CELL or ends_orphaned(plain, bounds) else 0
    return flaws


def is_cramped(texts: Rows, widths: Sequence[Length], cells: CellType) -> bool:
    """Tell whether words run down a column of two or three characters."""
    for own, width in zip(zip(*texts, strict=True), widths, strict=True):
        room = width - cells.margin * 2
        if room.points < CRAMPED * cells.size and any(
            len(line_bounds(each, size=cells.size, measure=room, fonts=cells.fonts)) > 2 for each in own
        ):
            return True
    return False


def _is_flat(texts: Rows, widths: Sequence[Length], cells: CellType) -> bool:
    """Tell whether every cell stands on as many lines as it was written in."""
    return all(
        len(line_bounds(each, size=cells.size, measure=width - cells.margin * 2, fonts=cells.fonts)) <= each.plain.count("\n") + 1
        for row in texts
        for each, width in zip(row, widths, strict=True)
    )
