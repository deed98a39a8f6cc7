"""The break table of a text: everything about its lines that does not depend on size or measure, worked out once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from engine.base.records import dataclass
from engine.layout.fonts import FontBook
from engine.layout.kinsoku import inside_character, libreoffice_parts, may_cut, units
from engine.layout.measure import Spacing, advances, autospaced
from engine.model.inlines import Text

_ROUNDING = 1e-6  # em; sums of advances may miss an exact fit by as much

Unit = tuple[int, int]  # end and next start, as `kinsoku.units` has them


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """The unbreakable units between two forced breaks: unit k is `plain[starts[k]:ends[k]]`, the spaces after it belong to no unit.

    `edges[k]` is the position of its right edge in em, without the gap after it, which vanishes at a line end as the spaces do.
    """

    begin: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """The text as one program spaces it: `positions` in em of each character along one endless line."""

    positions: tuple[float, ...]
    stretches: tuple[_Stretch, ...]


@dataclass(frozen=True, slots=True, eq=False)
class BreakTable:
    """Breaks one text at any size and measure in a few binary searches."""

    plain: str
    views: Mapping[Spacing, _View]

    def lines(self, measure: float, spacing: Spacing, first_indent: float = 0.0) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each line at most `measure` em wide; `first_indent` em are taken from the first line."""
        view = self.views[spacing]
        room = measure - first_indent
        for stretch in view.stretches:
            if not stretch.ends:
                yield stretch.begin, stretch.begin
                room = measure
            unit, start, count = 0, stretch.begin, len(stretch.ends)
            if count and stretch.edges[-1] <= view.positions[start] + room + _ROUNDING:  # most texts are one line
                yield start, stretch.ends[-1]
                room = measure
                continue
            while unit < count:
                following, end = self._line_end(view.positions, stretch, unit, start, room)
                yield start, end
                start = end if following in {unit, count} else stretch.starts[following]
                unit, room = following, measure

    def count(self, measure: float, spacing: Spacing) -> int:
        """Return how many lines `lines` yields: asked a hundred times for each line that is set."""
        view = self.views[spacing]
        positions, found = view.positions, 0
        for stretch in view.stretches:
            unit, start, edges = 0, stretch.begin, stretch.edges
            if not edges or edges[-1] <= positions[start] + measure + _ROUNDING:
                found += 1
                continue
            while unit < len(edges):
                following = bisect_right(edges, positions[start] + measure + _ROUNDING, lo=unit)
                if following > unit:
                    start = stretch.starts[following] if following < len(edges) else start
                else:
                    following, end = self._line_end(positions, stretch, unit, start, measure)
                    start = end if following in {unit, len(edges)} else stretch.starts[following]
                unit = following
                found += 1
        return found

    def width(self, start: int, end: int) -> float:
        """Return the width in em of the characters from `start` to `end` in one line."""
        positions = self.views[Spacing.PLAIN].positions
        return positions[end] - positions[start]

    def natural(self, spacing: Spacing) -> float:
        """Return the width in em that the text needs when only its forced breaks are kept."""
        view = self.views[spacing]
        return max((s.edges[-1] - view.positions[s.begin] for s in view.stretches if s.ends), default=0.0)

    def longest_unit(self, spacing: Spacing) -> float:
        """Return the width in em of the longest unbreakable unit."""
        view = self.views[spacing]
        edges = ((start, edge) for s in view.stretches for start, edge in zip(s.starts, s.edges, strict=True))
        return max((edge - view.positions[start] for start, edge in edges), default=0.0)

    def starts(self) -> frozenset[int]:
        """Return the offsets at which a line may start."""
        return frozenset(start for stretch in self.views[Spacing.PLAIN].stretches for start in stretch.starts)

    def _line_end(self, positions: Sequence[float], stretch: _Stretch, unit: int, start: int, room: float) -> tuple[int, int]:
        """Return the unit that the next line begins in, which is `unit` again when that had to be cut, and where this line ends."""
        limit = positions[start] + room + _ROUNDING
        following = bisect_right(stretch.edges, limit, lo=unit)
        if following > unit:
            return following, stretch.ends[following - 1]
        end = stretch.ends[unit]
        cut = self._cut(start, end, bisect_right(positions, limit, lo=start + 1, hi=end + 1) - 1)
        return (unit + 1, cut) if cut == end else (unit, cut)

    def _cut(self, start: int, end: int, latest: int) -> int:
        """Return where to cut a unit wider than the line: as late as it fits and where the marks allow it, or as late as it fits.

        A line has at least one character, however narrow it is.
        """
        fitting = range(min(latest, end - 1), start, -1)
        kind = next((cut for cut in fitting if may_cut(self.plain, cut)), None)
        if kind is not None:
            return kind
        return next((cut for cuts in (fitting, range(start + 1, end)) for cut in cuts if not inside_character(self.plain, cut)), end)


def break_table(text: Text, fonts: FontBook, *, bold: bool = False) -> BreakTable:
    """Return the break table of a text in one family, all of it bold or as its spans say; the same text is worked out only once."""
    return _break_table(tuple((span.text, bold or span.bold) for span in text.spans), fonts)


@lru_cache(maxsize=4096)
def _break_table(pieces: tuple[tuple[str, bool], ...], fonts: FontBook) -> BreakTable:
    """Work out a table from (words, bold): all of a span that lines depend on, and quicker to look up."""
    plain = "".join([words for words, _ in pieces])
    return BreakTable(plain, _Views(plain, advances(pieces, fonts)))


class _Views(dict[Spacing, _View]):
    """The views of a text, each made when somebody first asks for it: running text is never set as LibreOffice sets it."""

    def __init__(self, plain: str, widths: Sequence[float]) -> None:
        super().__init__()
        self._plain, self._widths = plain, widths
        self._parts = plain.split("\n")
        self._units = [list(units(part)) for part in self._parts]

    def __missing__(self, spacing: Spacing) -> _View:
        if spacing is Spacing.PLAIN:
            view = _view(self._parts, self._units, self._widths, self._widths)
        else:
            stricter = [_as_libreoffice(part, cuts) for part, cuts in zip(self._parts, self._units, strict=True)]
            view = _view(self._parts, list(map(_with_last_spaces, stricter)), self._widths, autospaced(self._plain, self._widths))
        self[spacing] = view
        return view


def _as_libreoffice(part: str, cuts: Sequence[Unit]) -> list[Unit]:
    last = len(part)
    return [cut for cut in cuts if cut[0] != cut[1] or cut[0] == last or libreoffice_parts(part, cut[0])]


def _with_last_spaces(cuts: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units with the spaces at the very end counted in: at the end of a paragraph LibreOffice lets none hang."""
    return [*cuts[:-1], (cuts[-1][1], cuts[-1][1])] if cuts else cuts


def _view(parts: Sequence[str], cuts: Sequence[Sequence[Unit]], widths: Sequence[float], spaced: Sequence[float]) -> _View:
    positions = tuple(accumulate(spaced, initial=0.0))
    stretches = []
    begin = 0
    for part, found in zip(parts, cuts, strict=True):
        starts = (begin, *[begin + following for _, following in found[:-1]]) if found else ()
        ends = [begin + end for end, _ in found]
        stretches.append(_Stretch(begin, starts, tuple(ends), tuple([positions[end - 1] + widths[end - 1] for end in ends])))
        begin += len(part) + 1
    return _View(positions, tuple(stretches))
