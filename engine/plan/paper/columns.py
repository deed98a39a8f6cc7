"""Widths of a table's columns: the author's weights, or by content, whichever breaks fewer words and makes the lower table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.records import dataclass
from engine.base.units import EMU_PER_POINT, ZERO, Length, pt
from engine.layout.lines import ends_orphaned
from engine.layout.measure import Spacing
from engine.layout.table_fit import CellType, Tables, break_tables, cut_in, fair_to_content, shared
from engine.model.inlines import Text

Rows = Sequence[Sequence[Text]]

SHORT_CELL, SHORT_SHARE = 11, 0.72
"""Characters of a name, a code or a date, which stays on one line where such columns leave the others enough of the width."""
FLAW = 8.0
"""A word broken badly is worth this much more height, in points."""
NEVER = 1000.0
CRAMPED, WORN = 3.5, 2
"""Words that run down a column of fewer em than this over more lines than that are no longer read."""
LOYALTY = 0.88
"""The author's weights stand unless another division is lower than this part of theirs."""


@dataclass(frozen=True, slots=True)
class Division:
    """Column widths and what they do to the cells: `height` of all rows in points, `flaws` the short cells that break over lines and the others
    that leave a character or two on their last one; `is_flat` when none breaks, `cramped` when words run down a column of two or three characters.
    """

    widths: tuple[Length, ...]
    height: float
    flaws: int
    is_flat: bool
    cramped: bool


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """`weight` shares the width, None means by content; `least` is a width that is kept."""

    weight: float | None
    least: Length


def choose_widths(texts: Rows, wishes: Sequence[ColumnWish], room: Length, cells: CellType) -> Division:
    """Return the best division of `room`, whose widths add up to it exactly."""
    best: Division | None = None
    tables = break_tables(texts, cells)
    lowest = 0.0
    for widths, faith in _candidates(tables, wishes, room, cells):
        found = _judged(tables, widths, cells)
        if found.is_flat:
            return found
        by_content = faith == 1.0
        height = (found.height + FLAW * found.flaws) * faith
        height += NEVER * (found.cramped + len(cut_in(tables, widths, cells)))
        if best is None or height < lowest:
            best, lowest = found, height
        if by_content and not found.flaws and best is found:
            break
    assert best is not None, "there is always a division by content"
    return best


def _candidates(tables: Tables, wishes: Sequence[ColumnWish], room: Length, cells: CellType) -> Iterator[tuple[tuple[Length, ...], float]]:
    """Yield divisions of the width, each with the factor its height is judged by."""
    weights = [wish.weight for wish in wishes if wish.weight is not None]
    least = [wish.least for wish in wishes]
    if weights and len(weights) == len(wishes):
        yield shared(room, weights), LOYALTY
    unbroken = _unbroken(tables, least, room, cells)
    yield fair_to_content(tables, room, cells, unbroken), 1.0
    if unbroken != least:
        yield fair_to_content(tables, room, cells, least), 1.0


def _unbroken(tables: Tables, least: Sequence[Length], room: Length, cells: CellType) -> list[Length]:
    """Return least widths that keep short cells on one line; the widest such columns give way when together they take too much."""
    found = list(least)
    wanted: list[tuple[Length, int]] = []
    for column, own in enumerate(zip(*tables, strict=True)):
        if is_short([each.plain for each in own]):
            ems = max(each.natural(Spacing.PLAIN) for each in own)
            wanted.append((max(found[column], pt(ems * cells.size * 1.03 + 1) + cells.margin * 2), column))
    for width, column in sorted(wanted):
        if sum(found, ZERO) - found[column] + width <= room * SHORT_SHARE:
            found[column] = width
    return found


def is_short(column: Sequence[str]) -> bool:
    """Tell whether all cells of a column are names, codes, dates or numbers."""
    return all(len(line) <= SHORT_CELL for each in column for line in each.split("\n"))


def judge(texts: Rows, widths: tuple[Length, ...], cells: CellType) -> Division:
    """Return what a division of the width does to the cells."""
    return _judged(break_tables(texts, cells), widths, cells)


def _judged(tables: Tables, widths: tuple[Length, ...], cells: CellType) -> Division:
    flaws, flat, cramped = 0, True, False
    rooms = [width - cells.margin * 2 for width in widths]
    narrow = [room.points < CRAMPED * cells.size for room in rooms]
    height = 0.0
    ems = [room / (cells.size * EMU_PER_POINT) for room in rooms]
    for row in tables:
        most = 1
        for table, measure, is_narrow in zip(row, ems, narrow, strict=True):
            plain = table.plain
            count = table.count(measure, Spacing.PLAIN)
            if count > 1:
                bounds = tuple(table.lines(measure, Spacing.PLAIN))
                most = max(most, count)
                if count > plain.count("\n") + 1:
                    flat = False
                    flaws += len(plain) <= SHORT_CELL or ends_orphaned(plain, bounds)
                    cramped = cramped or (is_narrow and count > WORN)
        height += max(cells.least_row.points, most * cells.pitch + cells.padding.points * 2)
    return Division(widths, height, flaws, flat, cramped)
