"""Lines of running text: broken by us, and justified by a little space between all characters of a line (DESIGN-SYSTEM §9).

Breaks are chosen for the paragraph as a whole: the line that would need more than ±the limits moves its break, or one above it does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from engine.base.records import dataclass
from engine.layout.breaks import BreakTable, break_table
from engine.layout.fonts import FontBook
from engine.layout.lines import LEAST_LAST, ends_orphaned
from engine.layout.measure import Spacing
from engine.model.inlines import Text

TIGHTEST, LOOSEST = -0.1, 0.4
"""Points per character that a justified line may lose or gain."""
LAST_RESORT = 0.8
"""A line that no better break can save is spaced up to this much; beyond that it stays ragged."""
SHORTER = (1.0, 2.0, 3.0)
"""Em that ragged lines may be shorter by."""
GRAIN = 0.005
ORPHAN_COST, LOOSE_COST = 7.5, 6.0
MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class SetText:
    """`starts` are the offsets of the lines after the first; `spacing` the points added to each character, one number a line."""

    starts: tuple[int, ...]
    spacing: tuple[float, ...]

    @property
    def count(self) -> int:
        return len(self.spacing)


@dataclass(frozen=True, slots=True)
class Measure:
    """Width of lines and what the first one lacks, both in points; `size` of the text in points."""

    width: float
    size: float
    first: float = 0.0


def ragged(text: Text, measure: Measure, fonts: FontBook) -> SetText:
    """Return lines filled one after the other, without added space; shorter ones where the last would be a character or two."""
    table = break_table(text, fonts)
    lines: list[tuple[int, int]] = []
    for shorter in (0.0, *SHORTER):
        tried = list(table.lines(measure.width / measure.size - shorter, Spacing.PLAIN, measure.first / measure.size))
        if not lines or (len(tried) == len(lines) and not ends_orphaned(table.plain, tried)):
            lines = tried
            if not ends_orphaned(table.plain, lines):
                break
    return SetText(tuple(start for start, _ in lines[1:]), (0.0,) * len(lines))


def justified(text: Text, measure: Measure, fonts: FontBook) -> SetText:
    """Return lines that end flush, except the last one and those before a soft return."""
    table = break_table(text, fonts)
    lines = _justified_lines(table, measure)
    if lines is None:
        return ragged(text, measure, fonts)
    return SetText(tuple(start for start, _ in lines[1:]), tuple(spacing for _, spacing in lines))


Line = tuple[int, float]  # start, points added to each character


def _justified_lines(table: BreakTable, measure: Measure) -> list[Line] | None:
    """Return start and spacing of each line; None when a unit is wider than a line, which must be cut."""
    view = table.views[Spacing.PLAIN]
    lines: list[Line] = []
    for number, stretch in enumerate(view.stretches):
        if not stretch.ends:
            lines.append((stretch.begin, 0.0))
            continue
        first = measure.first if number == 0 else 0.0
        found = _best(_Stretch(view.positions, stretch.begin, stretch.starts, stretch.ends, stretch.edges), measure, first)
        if found is None:
            return None
        lines.extend(found)
    return lines


@dataclass(frozen=True, slots=True)
class _Stretch:
    positions: Sequence[float]
    begin: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    edges: tuple[float, ...]

    def start(self, unit: int) -> int:
        return self.begin if unit == 0 else self.starts[unit]


def _best(stretch: _Stretch, measure: Measure, first: float) -> list[Line] | None:
    """Return the lines of least cost by going through every place a line can sensibly begin at."""
    count = len(stretch.ends)
    best: dict[int, tuple[float, int, float]] = {0: (0.0, -1, 0.0)}  # unit → cost so far, unit the line before begins with, its spacing
    waiting = [0]
    while waiting:
        unit = waiting.pop(0)
        if unit == count:
            continue
        room = measure.width - (first if unit == 0 else 0.0)
        for following, spacing, cost in _choices(stretch, unit, room, measure.size):
            total = best[unit][0] + cost
            if following not in best or total < best[following][0]:
                if following not in best:
                    _insert(waiting, following)
                best[following] = (total, unit, spacing)
    if count not in best:
        return None
    lines: list[Line] = []
    unit = count
    while unit:
        _, before, spacing = best[unit]
        lines.append((stretch.start(before), spacing))
        unit = before
    return lines[::-1]


def _insert(waiting: list[int], unit: int) -> None:
    at = bisect_right(waiting, unit)
    waiting.insert(at, unit)


def _choices(stretch: _Stretch, unit: int, room: float, size: float) -> Iterator[tuple[int, float, float]]:
    """Yield (unit of the next line, spacing, cost) for the breaks that fill a line about right, the fullest first."""
    start = stretch.start(unit)
    left = stretch.positions[start]
    count = len(stretch.ends)
    widest = (room + 6.0) / size + left
    latest = bisect_right(stretch.edges, widest, lo=unit)
    found = 0
    for following in range(latest, unit, -1):
        characters = stretch.ends[following - 1] - start
        slack = room - (stretch.edges[following - 1] - left) * size
        if following == count:
            if slack >= TIGHTEST * max(1, characters - 1):
                orphan = unit > 0 and characters < LEAST_LAST
                yield following, min(0.0, _grained(slack / max(1, characters - 1))), ORPHAN_COST if orphan else 0.0
                found += 1
            continue
        spacing = slack / max(1, characters - 1)
        if spacing < TIGHTEST:
            continue
        if spacing <= LOOSEST:
            yield following, _grained(spacing), (spacing / (TIGHTEST if spacing < 0 else LOOSEST)) ** 2
        elif found and spacing > LAST_RESORT:
            return
        else:
            yield following, _grained(spacing) if spacing <= LAST_RESORT else 0.0, LOOSE_COST * spacing / LOOSEST
        found += 1
        if found == MOST_CHOICES:
            return


def _grained(spacing: float) -> float:
    """Return the spacing in steps fine enough that a line misses the edge by a fifth of a point at most."""
    return round(round(spacing / GRAIN) * GRAIN, 4)
