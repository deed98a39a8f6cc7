"""Tables: column widths by content, row heights by wrapped lines, and division between rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from engine.base.records import dataclass
from engine.base.units import EMU_PER_POINT, ZERO, Length, inch, pt
from engine.layout.breaks import BreakTable, break_table
from engine.layout.fair import fair_widths
from engine.layout.fonts import FontBook
from engine.layout.kinsoku import NUMBER_UNITS
from engine.layout.lines import SAFE_WIDTH
from engine.layout.measure import Spacing
from engine.model.inlines import Text

Row = Sequence[Text]
Tables = Sequence[Sequence[BreakTable]]
"""The cells of a table by rows, each with where it may break."""

# More lines in a cell than this are not aimed at; the last rung gives every column what its longest word needs and shares the rest.
_MOST_LINES = 12
_LEAST_PROSE = 4.0  # em
_UNIT = rf"(?:[^\W\d_]{{0,2}}|[A-Za-z]{{3,4}}|{NUMBER_UNITS})"  # 天复购率 is no unit
_NUMBER = re.compile(rf"[^\w\n]*(?:\d[\d.,:/%\u2030\u2013\u2212~+-]*\s?{_UNIT}[^\w\n]*)?")  # a number and its unit, a dash, nothing
_STEP = 1_270  # EMU; a tenth of a point, the grain of the search for widths


@dataclass(frozen=True, slots=True)
class CellType:
    """How cells are set: size and exact line pitch in points, the margins of a cell, and the least height of a row."""

    fonts: FontBook
    size: float
    pitch: float
    margin: Length = inch(0.08)  # left and right each
    padding: Length = ZERO  # above and below each
    least_row: Length = ZERO


@dataclass(frozen=True, slots=True)
class RowTooTall:
    """A row (index among the given ones) that is taller than what a page leaves it."""

    index: int
    height: Length
    available: Length


def column_widths(
    rows: Sequence[Row],
    total: Length,
    cells: CellType,
    *,
    weights: Sequence[float] | None = None,
    minimums: Sequence[Length] | None = None,
) -> tuple[Length, ...]:
    """Return one width per column, summing exactly to `total`.

    With `weights` the columns share in these proportions. Without, each gets what its content needs in one line, or, if that is too much,
    what the fewest lines per row need; room left over goes where cells still wrap, else to all in proportion. Numbers never wrap (their
    heading may). `minimums` are kept, and no word is cut, unless `total` is too narrow for that: see `cut_numbers`.
    """
    return shared(total, weights) if weights is not None else fair_to_content(break_tables(rows, cells), total, cells, minimums)


def break_tables(rows: Sequence[Row], cells: CellType) -> list[list[BreakTable]]:
    """Return the cells ready to be broken at many widths."""
    return [[break_table(text, cells.fonts) for text in row] for row in rows]


def fair_to_content(tables: Tables, total: Length, cells: CellType, minimums: Sequence[Length] | None = None) -> tuple[Length, ...]:
    """Return what `column_widths` does without weights."""
    columns = list(zip(*tables, strict=True))
    floors = minimums or [ZERO] * len(columns)
    natural = [max(floor, _natural(column, cells)) for column, floor in zip(columns, floors, strict=True)]
    if sum(natural) <= total:
        return shared(total, natural)
    least = [ZERO] * len(columns)
    for prose in (_LEAST_PROSE, 0.0):
        least = [max(floor, _least(column, cells, prose)) for column, floor in zip(columns, floors, strict=True)]
        if sum(least) <= total:
            needs = _fewest_lines(columns, total, cells, bounds=(least, natural))
            return min(_with_slack(needs, natural, total), key=lambda widths: sum(_heights(tables, widths, cells)))
    fair = fair_widths(least, total)
    return shared(total, fair)


def cut_numbers(rows: Sequence[Row], widths: Sequence[Length], cells: CellType) -> tuple[tuple[int, int], ...]:
    """Return (row, column) of each number that its column is too narrow for, so that it, or its unit, would go to a second line."""
    return cut_in(break_tables(rows, cells), widths, cells)


def cut_in(tables: Tables, widths: Sequence[Length], cells: CellType) -> tuple[tuple[int, int], ...]:
    """Return what `cut_numbers` does."""
    measures = [_measure(width, cells) for width in widths]
    return tuple(
        (index, column)
        for index, row in enumerate(tables)
        for column, (table, measure) in enumerate(zip(row, measures, strict=True))
        if table.count(measure, Spacing.LIBREOFFICE) > 1 and _NUMBER.fullmatch(table.plain)
    )


def row_heights(rows: Sequence[Row], widths: Sequence[Length], cells: CellType) -> tuple[Length, ...]:
    """Return the height of each row: its tallest cell, with room for every program's line breaks."""
    return _heights(break_tables(rows, cells), widths, cells)


def split_rows(heights: Sequence[Length], header: Length, available: Length) -> tuple[range, ...] | RowTooTall:
    """Divide rows over pages no taller than `available`, on each of which the header (its height) stands too.

    No row is cut. Pages are as few as possible, and as equally full as that allows; no rows are no pages.
    """
    room = available - header
    too_tall = next((RowTooTall(i, height, room) for i, height in enumerate(heights) if height > room), None)
    if too_tall is not None:
        return too_tall
    if not heights:
        return ()
    tops = tuple(accumulate(map(int, heights), initial=0))
    rooms = range(max(heights), room + 1)
    fewest = len(_filled(tops, room))
    return _filled(tops, rooms[bisect_left(rooms, -fewest, key=lambda each: -len(_filled(tops, each)))])


def _filled(tops: Sequence[int], room: int) -> tuple[range, ...]:
    """Return the rows of each page; `tops` is where each row would begin on one endless page, and where the last one ends."""
    pages: list[range] = []
    start = 0
    while start < len(tops) - 1:
        end = bisect_right(tops, tops[start] + room) - 1
        pages.append(range(start, end))
        start = end
    return tuple(pages)


def _heights(tables: Tables, widths: Sequence[Length], cells: CellType) -> tuple[Length, ...]:
    measures = [_measure(width, cells) for width in widths]
    rows = ([table.count(measure, Spacing.LIBREOFFICE) for table, measure in zip(row, measures, strict=True)] for row in tables)
    return tuple(max(cells.least_row, pt(max(counts, default=1) * cells.pitch) + 2 * cells.padding) for counts in rows)


def _measure(width: Length, cells: CellType) -> float:
    """Return the em that lines in a column may be wide, so that no known program takes more of them than were counted."""
    return (width - 2 * cells.margin) * SAFE_WIDTH / (cells.size * EMU_PER_POINT)


def _cell_width(em: float, cells: CellType) -> Length:
    """Return the width of a cell in which text of `em` is sure to stay in one line."""
    return Length(-(-em * cells.size * EMU_PER_POINT // SAFE_WIDTH)) + 2 * cells.margin + 2


def _natural(tables: Sequence[BreakTable], cells: CellType) -> Length:
    return _cell_width(max((table.natural(Spacing.LIBREOFFICE) for table in tables), default=0.0), cells)


def _least(tables: Sequence[BreakTable], cells: CellType, prose: float = 0.0) -> Length:
    """Return the width below which a column is cramped: its longest unbreakable unit, whole numbers, and `prose` em of other text."""
    units = max((table.longest_unit(Spacing.LIBREOFFICE) for table in tables), default=0.0)
    whole = max((table.natural(Spacing.LIBREOFFICE) for table in tables), default=0.0)
    body = tables[1:]  # a heading above numbers may wrap
    if body and all(_NUMBER.fullmatch(table.plain) for table in body):
        return _cell_width(max(units, *(table.natural(Spacing.LIBREOFFICE) for table in body)), cells)
    return _cell_width(max(units, min(whole, prose)), cells)


def _fewest_lines(columns: Tables, total: Length, cells: CellType, bounds: tuple[Sequence[Length], Sequence[Length]]) -> tuple[Length, ...]:
    """Return for each column the least width at which its cells take at most n lines, for the smallest n that `total` allows."""
    least, natural = bounds
    for most in range(2, _MOST_LINES + 1):
        needs = tuple(_width_for(column, most, cells, bounds=ends) for column, *ends in zip(columns, least, natural, strict=True))
        if sum(needs) <= total:
            return needs
    return tuple(least)


def _with_slack(needs: Sequence[Length], natural: Sequence[Length], total: Length) -> Iterator[tuple[Length, ...]]:
    """Yield ways to give away what the needs leave of the total: to all columns that still wrap, or to one of them first."""
    slack = total - sum(needs)
    wanting = [wide - need for wide, need in zip(natural, needs, strict=True)]
    for first in range(-1, len(wanting)):
        served = [want if column == first else ZERO for column, want in enumerate(wanting)]
        if first >= 0 and not 0 < served[first] <= slack:
            continue
        others = [want - had for want, had in zip(wanting, served, strict=True)]
        shares = shared(slack - sum(served), others)
        yield tuple(need + had + more for need, had, more in zip(needs, served, shares, strict=True))


def _width_for(column: Sequence[BreakTable], most: int, cells: CellType, bounds: Sequence[Length]) -> Length:
    """Return the least width between `bounds` at which no cell of the column takes more than `most` lines."""
    least, natural = bounds
    narrowest = _measure(least, cells)
    crowded = [table for table in column if table.count(narrowest, Spacing.LIBREOFFICE) > most]  # a wider column never has more lines
    if not crowded:
        return least
    widths = range(least, natural, _STEP)

    def holds(width: int) -> bool:
        measure = _measure(Length(width), cells)
        return all(table.count(measure, Spacing.LIBREOFFICE) <= most for table in crowded)

    at = bisect_left(widths, True, key=holds)
    return Length(widths[at]) if at < len(widths) else natural


def shared(total: Length, weights: Sequence[float]) -> tuple[Length, ...]:
    """Divide `total` in proportion to the weights, to the last EMU; equally when all weights are nothing."""
    whole = sum(weights)
    shares = [1.0] * len(weights) if whole <= 0 else [weight / whole * len(weights) for weight in weights]
    edges = [round(total * at / len(shares)) for at in accumulate(shares, initial=0.0)]
    return tuple(Length(right - left) for left, right in pairwise(edges))
