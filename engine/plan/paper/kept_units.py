"""Numbers in narrow cells: a soft return where Word would begin a number on one line and end it, or its unit, on the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from engine.base.records import replace
from engine.base.units import Length
from engine.layout.lines import line_bounds
from engine.layout.slices import cut_text, with_returns
from engine.model.inlines import Text
from engine.model.paper import PaperRow
from engine.plan.paper.looks import Look
from engine.plan.paper.sheet import Sheet

_NUMBER: Final = re.compile(r"[^\w\s]?\d[\d.,]*(?=\u00a0?[\u4e00-\u9fff])")
"""A number before a unit in Chinese characters: Word breaks lines between any two of those, LibreOffice also behind the no-break space."""


def with_units_kept(row: PaperRow, rooms: tuple[Length, ...], look: Look, sheet: Sheet) -> PaperRow:
    """Return the row with its numbers whole in Word, too; `rooms` are the widths that its cells have for text."""
    cells = tuple(
        replace(cell, paragraphs=tuple(_kept(each, room, replace(look, bold=cell.bold or row.total), sheet) for each in cell.paragraphs))
        if cell is not None and any(_NUMBER.search(each.plain) for each in cell.paragraphs)
        else cell
        for cell, room in zip(row.cells, rooms, strict=True)
    )
    return row if cells == row.cells else replace(row, cells=cells)


def _kept(words: Text, room: Length, look: Look, sheet: Sheet) -> Text:
    lines = line_bounds(words, size=look.size, measure=room, fonts=sheet.fonts.sans, bold=look.bold)
    if len(lines) < 2:
        return words
    ends = [before[1] for before, after in pairwise(lines) if _is_pulled_up(words, before, after[0], room, look, sheet)]
    if not ends:
        return words
    begins = {before[1]: after[0] for before, after in pairwise(lines)}
    parts = [0, *(edge for end in ends for edge in (end, begins[end])), len(words.plain)]
    return with_returns(words, zip(parts[::2], parts[1::2], strict=True))


def _is_pulled_up(words: Text, line: tuple[int, int], following: int, room: Length, look: Look, sheet: Sheet) -> bool:
    """Tell whether a program that may break within a number and its unit finds room for its beginning at the end of a line."""
    found = _NUMBER.match(words.plain, following)
    if found is None or words.plain[line[1] : following] == "\n":
        return False
    start, end = line[0], found.end()
    return sheet.width(cut_text(words, (start, end))[1], look) <= room
