"""Breaking titles and table cells by sense: after punctuation, where both halves fit."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.units import Length
from engine.layout.breaks import BreakTable, break_table
from engine.layout.fonts import FontBook
from engine.layout.lines import LEAST_LAST, ends_orphaned, line_bounds
from engine.model.inlines import Text

# How strongly a mark separates what is before it from what follows. A break at a space is the weakest, and only taken between words.
_STRENGTH = {"；": 3, "：": 3, "。": 3, "！": 3, "？": 3, ";": 3, "，": 2, ",": 2, "—": 2, "、": 1, "／": 1, "｜": 1}

# The shorter half is at least this part of the longer one; a shorter one looks like an accident rather than like sense.
_LEAST_BALANCE = 0.35


Bounds = tuple[int, int]


def halves(text: Text, *, size: float, measure: Length, fonts: FontBook, bold: bool = False) -> tuple[Bounds, Bounds] | None:
    """Return (start, end) of the two lines of a title or a cell; None for text of one line or of more, or with forced breaks.

    They part after a mark (；： before ，, before 、, before a space) where both fit, else by width, but then three characters stay together
    at the end.
    """
    lines = line_bounds(text, size=size, measure=measure, fonts=fonts, bold=bold)
    if len(lines) != 2 or "\n" in text.plain:
        return None
    table, room = break_table(text, fonts, bold=bold), measure.points / size
    cut = _best_cut(text.plain, room, table)
    if cut is None and ends_orphaned(text.plain, lines):
        cut = _cut_before_orphan(text.plain, room, table)
    if cut is not None:
        return _halves(text.plain, cut)
    first, second = lines
    return first, second


def without_orphan(text: Text, *, size: float, measure: Length, fonts: FontBook, bold: bool = False) -> tuple[Bounds, Bounds] | None:
    """Return (start, end) of what stands before a forced break, and after it, that keeps the last line from being an orphan.

    Three characters and more stay together in the last line, all that follows a mark if the line before is still half full. None where no
    place does that, for text of one line, and with forced breaks.
    """
    lines = line_bounds(text, size=size, measure=measure, fonts=fonts, bold=bold)
    if "\n" in text.plain or not ends_orphaned(text.plain, lines):
        return None
    table, room, start = break_table(text, fonts, bold=bold), measure.points / size, lines[-2][0]
    after_marks = (cut for cut, strength in _cuts(text.plain, table.starts()) if strength and cut <= len(text.plain) - LEAST_LAST)
    by_sense = [cut for cut in after_marks if table.width(start, cut) >= room / 2 and table.width(cut, len(text.plain)) <= room]
    cut = max(by_sense, default=_cut_before_orphan(text.plain, room, table))
    return _halves(text.plain, cut) if cut is not None and cut > start else None


def _cut_before_orphan(plain: str, room: float, table: BreakTable) -> int | None:
    late = [start for start in table.starts() if 0 < start <= len(plain) - LEAST_LAST]
    return max((start for start in late if table.width(start, len(plain)) <= room), default=None)


def _best_cut(plain: str, room: float, table: BreakTable) -> int | None:
    """Return where the second half starts, None when no place parts the text into two halves that fit `room` em."""
    choices = []
    for cut, strength in _cuts(plain, table.starts()):
        (start, end), (begin, stop) = _halves(plain, cut)
        first, second = table.width(start, end), table.width(begin, stop)
        balance = min(first, second) / max(first, second)
        if max(first, second) <= room and balance >= _LEAST_BALANCE:
            choices.append((strength, balance, cut))
    return max(choices)[2] if choices else None


def _cuts(plain: str, starts: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield each place where a unit starts after a mark or a space, and the strength of that."""
    for cut in sorted(starts - {0}):
        before = plain[:cut].rstrip(" \u3000")
        strength = _STRENGTH.get(before[-1:], 0)
        if strength or len(before) < cut:
            yield cut, strength


def _halves(plain: str, cut: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (0, len(plain[:cut].rstrip(" \u3000"))), (cut, len(plain.rstrip(" \u3000")))
