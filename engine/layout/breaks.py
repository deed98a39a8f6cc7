"""The break table of a text: everything about its lines that does not depend on size or measure, worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from engine.layout.fonts import FontBook
from engine.layout.kinsoku import may_cut, units
from engine.layout.measure import Spacing, advances, autospaced
from engine.model.inlines import Span, Text

_ROUNDING = 1e-6  # em; sums of advances may miss an exact fit by as much


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """The unbreakable units between two forced breaks: unit k is `plain[starts[k]:ends[k]]`, the spaces after it belong to no unit."""

    begin: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Ruler:
    """Positions in em along the text, as if it were one endless line: of each character, and of the right edge of each unit by stretch.

    An edge excludes the gap after the unit, which vanishes at a line end as the spaces do.
    """

    positions: list[float]
    edges: tuple[list[float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class BreakTable:
    """Breaks one text at any size and measure in a few binary searches."""

    plain: str
    stretches: tuple[_Stretch, ...]
    rulers: Mapping[Spacing, _Ruler]

    def lines(self, measure: float, spacing: Spacing, first_indent: float = 0.0) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each line at most `measure` em wide; `first_indent` em are taken from the first line."""
        room = measure - first_indent
        for number, stretch in enumerate(self.stretches):
            if not stretch.ends:
                yield stretch.begin, stretch.begin
                room = measure
            unit, start = 0, stretch.begin
            while unit < len(stretch.ends):
                following, end = self._line_end(number, unit, start, room, spacing)
                yield start, end
                start = end if following == unit else stretch.starts[following] if following < len(stretch.starts) else end
                unit, room = following, measure

    def width(self, start: int, end: int) -> float:
        """Return the width in em of the characters from `start` to `end` in one line."""
        positions = self.rulers[Spacing.PLAIN].positions
        return positions[end] - positions[start]

    def line_widths(self) -> tuple[float, ...]:
        """Return the widths in em that the text takes when only its forced breaks are kept."""
        return tuple(self.width(s.begin, s.ends[-1]) if s.ends else 0.0 for s in self.stretches)

    def unit_widths(self) -> Iterator[float]:
        """Yield the width in em of each unbreakable unit."""
        for stretch in self.stretches:
            for start, end in zip(stretch.starts, stretch.ends, strict=True):
                yield self.width(start, end)

    def _line_end(self, number: int, unit: int, start: int, room: float, spacing: Spacing) -> tuple[int, int]:
        """Return the unit that the next line begins in, which is `unit` again when that had to be cut, and where this line ends."""
        ruler = self.rulers[spacing]
        limit = ruler.positions[start] + room + _ROUNDING
        following = bisect_right(ruler.edges[number], limit, lo=unit)
        ends = self.stretches[number].ends
        if following > unit:
            return following, ends[following - 1]
        cut = self._cut(start, ends[unit], bisect_right(ruler.positions, limit, lo=start + 1, hi=ends[unit] + 1) - 1)
        return (unit + 1, cut) if cut == ends[unit] else (unit, cut)

    def _cut(self, start: int, end: int, latest: int) -> int:
        """Return where to cut a unit wider than the line: at `latest` or before, else after it, and never before its second character."""
        earlier = range(min(max(latest, start + 1), end - 1), start, -1)
        later = range(max(latest, start) + 1, end)
        return next((cut for cuts in (earlier, later) for cut in cuts if may_cut(self.plain, cut)), end)


def break_table(text: Text, fonts: FontBook) -> BreakTable:
    """Return the break table of a text in one family; the same text is worked out only once."""
    return _break_table(text.spans, fonts)


@lru_cache(maxsize=4096)
def _break_table(spans: tuple[Span, ...], fonts: FontBook) -> BreakTable:
    plain = "".join(span.text for span in spans)
    stretches = tuple(_stretches(plain))
    widths = advances(spans, fonts)
    rulers = {
        Spacing.PLAIN: _ruler(widths, widths, stretches),
        Spacing.LIBREOFFICE: _ruler(autospaced(plain, widths), widths, stretches),
    }
    return BreakTable(plain, stretches, rulers)


def _stretches(plain: str) -> Iterator[_Stretch]:
    begin = 0
    for part in plain.split("\n"):
        cuts = tuple(units(part))
        starts = (0, *(following for _, following in cuts[:-1])) if cuts else ()
        yield _Stretch(begin, tuple(begin + start for start in starts), tuple(begin + end for end, _ in cuts))
        begin += len(part) + 1


def _ruler(spaced: list[float], widths: list[float], stretches: tuple[_Stretch, ...]) -> _Ruler:
    positions = list(accumulate(spaced, initial=0.0))
    return _Ruler(positions, tuple([positions[end - 1] + widths[end - 1] for end in stretch.ends] for stretch in stretches))
