"""Which pages came, went or changed, and what changed on them: lines of text, cells of tables, points of charts.

Pages are brothers when they have the same title, else when most of their words are the same: a slide that moved or whose title tells the
new figure is a changed page and not one that went and another that came.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

from engine.base.records import dataclass
from engine.model.outline import OutlineChart, OutlinePage, OutlineTable

ALIKE = 0.5
"""Two pages with other titles are one page when this share of their words is the same."""

_FIGURES = re.compile(r"[−+-]?[\d,.]+%?")
_PIECES = re.compile(r"\w|[^\w\s]")


class Kind(Enum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of text; None on the side where it does not stand."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PointChange:
    """A cell of a table or a point of a chart. `place` names it: row and column, or series and category."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PageChange:
    """`number_before` and `number_after` count from 1, None on the side where the page is missing."""

    kind: Kind
    title: str
    number_before: int | None
    number_after: int | None
    lines: tuple[LineChange, ...] = ()
    cells: tuple[PointChange, ...] = ()
    points: tuple[PointChange, ...] = ()


def page_changes(before: Sequence[OutlinePage], after: Sequence[OutlinePage]) -> tuple[PageChange, ...]:
    """Return what differs, in the order of the new version; pages that went stand where they were."""
    pairs = brothers(before, after)
    found: dict[int, PageChange] = {}
    taken = set(pairs.values())
    for index, page in enumerate(after):
        if index not in pairs:
            found[index] = PageChange(Kind.ADDED, page.title, None, index + 1)
        elif (change := _changed(before[pairs[index]], page, pairs[index], index)) is not None:
            found[index] = change
    gone = [PageChange(Kind.REMOVED, page.title, index + 1, None) for index, page in enumerate(before) if index not in taken]
    changes = [*found.values(), *gone]
    return tuple(sorted(changes, key=lambda change: (change.number_after or change.number_before or 0, change.kind is Kind.REMOVED)))


def brothers(before: Sequence[OutlinePage], after: Sequence[OutlinePage]) -> dict[int, int]:
    """Return the index in `before` for each index in `after` that has one."""
    pairs: dict[int, int] = {}
    matcher = difflib.SequenceMatcher(None, [_name(page) for page in before], [_name(page) for page in after], autojunk=False)
    for old, new, size in matcher.get_matching_blocks():
        pairs |= {new + step: old + step for step in range(size)}
    lonely_old = [index for index in range(len(before)) if index not in set(pairs.values())]
    lonely_new = [index for index in range(len(after)) if index not in pairs]
    bags_old = {index: _bag(before[index]) for index in lonely_old}
    bags_new = {index: _bag(after[index]) for index in lonely_new}
    likely = sorted((-_likeness(bags_old[old], bags_new[new]), abs(old - new), old, new) for old in lonely_old for new in lonely_new)
    free = set(lonely_old)
    for unlikeness, _, old, new in likely:
        if -unlikeness >= ALIKE and old in free and new not in pairs:
            pairs[new] = old
            free.remove(old)
    return pairs


def _name(page: OutlinePage) -> str:
    """Return a page's title without its figures, so that a new figure in it makes no other page."""
    return _FIGURES.sub("#", page.title)


def _bag(page: OutlinePage) -> frozenset[str]:
    """Return the pairs of neighbouring signs of a page's words, without figures."""
    pieces = _PIECES.findall(_FIGURES.sub("#", "\n".join(page.words)))
    return frozenset(left + right for left, right in itertools.pairwise(pieces))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _changed(before: OutlinePage, after: OutlinePage, old: int, new: int) -> PageChange | None:
    lines = tuple(line_changes((before.title, *before.texts), (after.title, *after.texts)))
    cells = tuple(_cell_changes(before.tables, after.tables))
    points = tuple(_point_changes(before.charts, after.charts))
    if not lines and not cells and not points:
        return None
    return PageChange(Kind.CHANGED, after.title, old + 1, new + 1, lines, cells, points)


def line_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[LineChange]:
    """Yield the lines that differ, in order; what stands in place of one another as one change."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for word, start, end, new_start, new_end in matcher.get_opcodes():
        if word == "equal":
            continue
        old, new = before[start:end], after[new_start:new_end]
        for index in range(max(len(old), len(new))):
            yield LineChange(old[index] if index < len(old) else None, new[index] if index < len(new) else None)


def _cell_changes(before: Sequence[OutlineTable], after: Sequence[OutlineTable]) -> Iterator[PointChange]:
    """Yield changed cells, and rows that came or went as one change each; a row that only moved is none."""
    for number in range(max(len(before), len(after))):
        old = _named(before[number].rows if number < len(before) else ())
        new = _named(after[number].rows if number < len(after) else ())
        header = next(iter((new or old).values()), ())
        for name in dict.fromkeys([*old, *new]):
            if name in old and name in new:
                yield from _in_row(old[name], new[name], header)
            elif name in old:
                yield PointChange(name, " | ".join(old[name]), "")
            else:
                yield PointChange(name, "", " | ".join(new[name]))


def _named(rows: Sequence[Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return the rows by the words of their first cell that has some; the second of one name is `name (2)`."""
    found: dict[str, Sequence[str]] = {}
    times: Counter[str] = Counter()
    for row in rows:
        name = _row_name(row)
        times[name] += 1
        found[name if times[name] == 1 else f"{name} ({times[name]})"] = row
    return found


def _row_name(row: Sequence[str]) -> str:
    return next((cell for cell in row if cell), "")


def _in_row(before: Sequence[str], after: Sequence[str], header: Sequence[str]) -> Iterator[PointChange]:
    for column in range(max(len(before), len(after))):
        old = before[column] if column < len(before) else ""
        new = after[column] if column < len(after) else ""
        if old != new:
            name = header[column] if column < len(header) else ""
            yield PointChange(f"{_row_name(after) or _row_name(before)} · {name}".rstrip(" ·"), old, new)


def _point_changes(before: Sequence[OutlineChart], after: Sequence[OutlineChart]) -> Iterator[PointChange]:
    for number in range(max(len(before), len(after))):
        old = _points(before[number]) if number < len(before) else {}
        new = _points(after[number]) if number < len(after) else {}
        for place in dict.fromkeys([*old, *new]):
            if old.get(place) != new.get(place):
                yield PointChange(place, _shown(old.get(place)), _shown(new.get(place)))


def _points(chart: OutlineChart) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for series in chart.series:
        for index, value in enumerate(series.values):
            category = chart.categories[index] if index < len(chart.categories) else str(index + 1)
            found[f"{series.name} · {category}".lstrip(" ·")] = value
    return found


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
