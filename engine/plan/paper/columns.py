"""Widths of a table's columns: the author's weights, or by content, whichever breaks fewer words and makes the lower table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from engine.base.records import dataclass
from engine.base.units import EMU_PER_POINT, ZERO, Length, pt
from engine.layout.breaks import BreakTable
from engine.layout.lines import ends_orphaned
from engine.layout.measure import Spacing
from engine.layout.table_fit import CellType, Tables, break_tables, cut_in, fair_to_content, shared
from engine.model.inlines import Text

Rows = Sequence[Sequence[Text]]

SHORT_CELL, SHORT_SHARES = 11, (0.72, 0.9)
"""Characters of a name, a code or a date, which stays on one line where such columns leave the others enough of the width: the second part of it
is tried where there is time for it.
"""
CLAUSE_ENDS = frozenset("，、；：。,;:")
FLAW = 8.0
"""A word broken badly is worth this much more height, in points."""
PARTED = 5.0
"""So is a name or a code that takes two lines, however well it is broken."""
NEVER = 1000.0
CRAMPED, WORN = 3.5, 2
"""Words that run down a column of fewer em than this over more lines than that are no longer read."""
GRAIN, STEP, CALM_STEP, MOST_STEPS = EMU_PER_POINT, 2, 3, 40
"""The grain in which columns give way, the steps in which one of them gains and in which cells are let break, and the most of all."""
MOST_FLAWS = 24
"""A division with more flaws is not made good by moving its columns a little."""
LOYALTY = 0.88
"""The author's weights stand unless another division is lower than this part of theirs."""


@dataclass(frozen=True, slots=True)
class Division:
    """Column widths and what they do to the cells: `height` of all rows in points, `flaws` the short cells that break within a word and the
    cells that leave a character or two on their last line, `parted` the short cells that break by sense; `is_flat` when none breaks, `cramped`
    when words run down a column of two or three characters.
    """

    widths: tuple[Length, ...]
    height: float
    flaws: int
    parted: int
    is_flat: bool
    cramped: bool


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """`weight` shares the width, None means by content; `least` is a width that is kept."""

    weight: float | None
    least: Length


def choose_widths(texts: Rows, wishes: Sequence[ColumnWish], room: Length, cells: CellType, *, relieve: bool = False) -> Division:
    """Return the best division of `room`, whose widths add up to it exactly; `relieve` takes the time to move columns a little, too."""
    best: Division | None = None
    tables = break_tables(texts, cells)
    lowest = 0.0
    for widths, faith in _candidates(tables, wishes, room, cells, SHORT_SHARES if relieve else SHORT_SHARES[:1]):
        found = _judged(tables, widths, cells)
        by_content = faith == 1.0
        if found.is_flat and by_content:  # which cuts no number
            return found
        cut = len(cut_in(tables, widths, cells))
        if found.is_flat and not cut:
            return found
        height = (found.height + FLAW * found.flaws + PARTED * found.parted) * faith + NEVER * (found.cramped + cut)
        if best is None or height < lowest:
            best, lowest = found, height
        if by_content and not found.flaws and best is found:
            break
    assert best is not None, "there is always a division by content"
    return _relieved(best, tables, wishes, cells) if relieve and 0 < best.flaws <= MOST_FLAWS and not best.cramped else best


def _relieved(found: Division, tables: Tables, wishes: Sequence[ColumnWish], cells: CellType) -> Division:
    """Return a division whose columns give what they can spare to those that break words, where that leaves fewer flaws at no more height."""
    columns = list(zip(*tables, strict=True))
    tightest: dict[tuple[int, Length, bool], Length] = {}

    def spared(other: int, *, calm: bool) -> Length:
        key = (other, found.widths[other], calm)
        if key not in tightest:
            tightest[key] = _tightest(columns[other], found.widths[other], cells, calm=calm)
        return found.widths[other] - max(wishes[other].least, tightest[key])

    for at, column in enumerate(columns):
        for calm in (False, True):
            width = found.widths[at]
            flaws = _flaws(column, width, cells, _counts(column, width, cells))
            wider = _wider(column, width, flaws, cells) if flaws else None
            if wider is None:
                break
            spare = [ZERO if other == at else spared(other, calm=calm) for other in range(len(columns))]
            if sum(spare) < wider - width:
                continue
            given = shared(Length(wider - width), spare)
            widths = tuple(wider if other == at else had - given[other] for other, had in enumerate(found.widths))
            relieved = _judged(tables, widths, cells)
            better = relieved.flaws < found.flaws and relieved.height <= found.height and not relieved.cramped
            if better and len(cut_in(tables, widths, cells)) <= len(cut_in(tables, found.widths, cells)):
                found = relieved
    return found


def _counts(column: Sequence[BreakTable], width: Length, cells: CellType) -> list[int]:
    measure = (width - cells.margin * 2) / (cells.size * EMU_PER_POINT)
    return [table.count(measure, Spacing.PLAIN) for table in column]


def _flaws(column: Sequence[BreakTable], width: Length, cells: CellType, counts: Sequence[int]) -> int:
    measure = (width - cells.margin * 2) / (cells.size * EMU_PER_POINT)
    return sum(
        _is_flawed(table.plain, tuple(table.lines(measure, Spacing.PLAIN)))
        for table, count in zip(column, counts, strict=True)
        if count > table.plain.count("\n") + 1
    )


def _wider(column: Sequence[BreakTable], width: Length, flaws: int, cells: CellType) -> Length | None:
    """Return about the least width at which a column has fewer flaws, None when that is much more."""
    widths = (Length(width + step * GRAIN) for step in range(STEP, MOST_STEPS + 1, STEP))
    return next((each for each in widths if _flaws(column, each, cells, _counts(column, each, cells)) < flaws), None)


def _tightest(column: Sequence[BreakTable], width: Length, cells: CellType, *, calm: bool) -> Length:
    """Return about the least width at which a column looks as it does at `width`; `calm` lets its cells break by sense, too, once each."""
    now = _counts(column, width, cells)
    flaws, lines, most = _flaws(column, width, cells, now), sum(now), max(*now, 2)

    def is_worse(step: int) -> bool:
        narrower = Length(width - step * GRAIN)
        then = _counts(column, narrower, cells)
        return (max(then) > most if calm else sum(then) > lines) or _flaws(column, narrower, cells, then) > flaws

    most_steps = min(MOST_STEPS, int((width - cells.margin * 2) / GRAIN) - 1)
    if calm:  # a narrower column may be the better one: it breaks at a mark where a wider one breaks a word
        return Length(width - next((step for step in range(most_steps, 0, -CALM_STEP) if not is_worse(step)), 0) * GRAIN)
    return Length(width - max(0, bisect_left(range(most_steps), True, key=is_worse) - 1) * GRAIN)


def _candidates(
    tables: Tables, wishes: Sequence[ColumnWish], room: Length, cells: CellType, shares: Sequence[float]
) -> Iterator[tuple[tuple[Length, ...], float]]:
    """Yield divisions of the width, each with the factor its height is judged by."""
    weights = [wish.weight for wish in wishes if wish.weight is not None]
    least = [wish.least for wish in wishes]
    if weights and len(weights) == len(wishes):
        yield shared(room, weights), LOYALTY
    tried: list[list[Length]] = []
    for share in shares:
        unbroken = _unbroken(tables, least, room * share, cells)
        if unbroken not in tried:
            tried.append(unbroken)
            yield fair_to_content(tables, room, cells, unbroken), 1.0
    if least not in tried and len(shares) == 1:
        yield fair_to_content(tables, room, cells, least), 1.0


def _unbroken(tables: Tables, least: Sequence[Length], most: float, cells: CellType) -> list[Length]:
    """Return least widths that keep short cells on one line; the widest such columns give way when together they take more than `most`."""
    found = list(least)
    wanted: list[tuple[Length, int]] = []
    for column, own in enumerate(zip(*tables, strict=True)):
        if is_short([each.plain for each in own]):
            ems = max(each.natural(Spacing.PLAIN) for each in own)
            wanted.append((max(found[column], pt(ems * cells.size * 1.03 + 1) + cells.margin * 2), column))
    for width, column in sorted(wanted):
        if sum(found, ZERO) - found[column] + width <= most:
            found[column] = width
    return found


def is_short(column: Sequence[str]) -> bool:
    """Tell whether all cells of a column are names, codes, dates or numbers."""
    return all(len(line) <= SHORT_CELL for each in column for line in each.split("\n"))


def judge(texts: Rows, widths: tuple[Length, ...], cells: CellType) -> Division:
    """Return what a division of the width does to the cells."""
    return _judged(break_tables(texts, cells), widths, cells)


def _judged(tables: Tables, widths: tuple[Length, ...], cells: CellType) -> Division:
    flaws, parted, flat, cramped = 0, 0, True, False
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
                    flawed = _is_flawed(plain, bounds)
                    flaws += flawed
                    parted += not flawed and len(plain) <= SHORT_CELL
                    cramped = cramped or (is_narrow and count > WORN)
        height += max(cells.least_row.points, most * cells.pitch + cells.padding.points * 2)
    return Division(widths, height, flaws, parted, flat, cramped)


def _is_flawed(plain: str, lines: Sequence[tuple[int, int]]) -> bool:
    return ends_orphaned(plain, lines) or (len(plain) <= SHORT_CELL and not _by_sense(plain, lines))


def _by_sense(plain: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all lines end behind a mark or a space."""
    return all(plain[start - 1].isspace() or plain[start - 1] in CLAUSE_ENDS for start, _ in lines[1:])
