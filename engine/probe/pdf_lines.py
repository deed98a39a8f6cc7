"""Lines of print on the pages of a PDF: which stand on each other, and which were left alone at a foot or a head by a page break.

A line is what one font object or several side by side show; boxes are of ink, in points from the foot of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.base.records import dataclass
from engine.probe.drawn import DrawnPair, DrawnStray

RUNNING = 0.07
"""The part of a page at its head and at its foot where running lines stand."""
SHARED, TWICE = 0.35, 1.5
"""The part of the smaller text that lies under another where they collide, and how much larger a text may be that is a mark behind words."""
EDGE, INDENT = 2.5, 3.2
"""How far from the edge of its column a line may end, or begin, in letters."""
RAGGED = 6.0
"""How far from the longest line a full one may end, in letters, where lines are not set flush."""
GAP = 1.25
"""From how many times the usual distance of lines on a paragraph ends."""
SENTENCE_ENDS = tuple("。！？；.!?;:：…”」）)")


@dataclass(frozen=True, slots=True)
class Ink:
    """Words that one object of a page shows, upright, and how large."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def collisions(page: int, inks: Sequence[Ink]) -> Iterator[DrawnPair]:
    """Yield words that stand on others. Words on the same words are a shadow, or bold letters made by printing twice."""
    waiting: list[Ink] = []
    for ink in sorted((each for each in inks if each.words.strip()), key=lambda each: -each.top):  # PDFium reads a shadow as nothing
        waiting = [each for each in waiting if each.bottom < ink.top]
        for other in waiting:
            if _collide(ink, other):
                yield DrawnPair(page, other.words.strip(), ink.words.strip())
        waiting.append(ink)


def _collide(one: Ink, other: Ink) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.top, other.top) - max(one.bottom, other.bottom)
    if across <= 0 or down <= 0 or one.words.strip() == other.words.strip():
        return False
    smaller = min((each.right - each.left) * (each.top - each.bottom) for each in (one, other))
    alike = max(one.size, other.size) < TWICE * min(one.size, other.size)
    return alike and across * down > SHARED * smaller


def strays(pages: Sequence[tuple[float, float, Sequence[Ink]]]) -> Iterator[DrawnStray]:
    """Yield the first line of a paragraph alone at the foot of a page, and the last one alone at a head. `pages`: width, height, words.

    Only plain columns can be judged: a line must be full on the page before, and short on the one after, in one size and at one edge.
    """
    columns = [_lines(height, inks) if height > width else [] for width, height, inks in pages]
    size = Counter(round(line.size, 1) for lines in columns for line in lines).most_common(1)
    if not size:
        return
    body = size[0][0]
    for number, (before, after) in enumerate(pairwise(columns), 1):
        if not before or not after or any(abs(line.size - body) > 0.3 for line in (before[-1], after[0])):
            continue
        column = _column((*before, *after), body)
        if column is None or not _goes_on(before[-1], after[0], column, body):
            continue
        leading = _leading((*before, *after))
        if _ends(after, column, body, leading):
            yield DrawnStray(number + 1, after[0].words.strip(), is_last=True)
        elif _begins(before, column, body, leading):
            yield DrawnStray(number, before[-1].words.strip(), is_last=False)


def _lines(height: float, inks: Sequence[Ink]) -> list[Ink]:
    """Return the lines between the running lines of a page, from above."""
    lines: list[Ink] = []
    inside = (ink for ink in inks if RUNNING * height < (ink.top + ink.bottom) / 2 < (1 - RUNNING) * height and ink.words.strip())
    for ink in sorted(inside, key=lambda each: (-each.bottom, each.left)):
        last = lines[-1] if lines else None
        if last is not None and min(last.top, ink.top) - max(last.bottom, ink.bottom) > 0.4 * min(last.size, ink.size):
            first, second = (last, ink) if last.left <= ink.left else (ink, last)
            lines[-1] = Ink(
                first.words + second.words,
                first.left,
                min(last.bottom, ink.bottom),
                max(last.right, ink.right),
                max(last.top, ink.top),
                max(last.size, ink.size),
            )
        else:
            lines.append(ink)
    return lines


def _column(lines: Sequence[Ink], body: float) -> tuple[float, float] | None:
    """Return where most lines of the body begin, and how far the longest reaches; None when too few do either."""
    own = [line for line in lines if abs(line.size - body) <= 0.3]
    lefts = Counter(round(line.left / body) for line in own).most_common(1)
    edge = max((line.right for line in own), default=0.0)
    full = [line for line in own if line.right > edge - RAGGED * body]
    if not lefts or lefts[0][1] < 3 or len(full) < 3:
        return None
    return min(line.left for line in own if round(line.left / body) == lefts[0][0]), edge


def _leading(lines: Sequence[Ink]) -> float:
    steps = [above.bottom - below.bottom for above, below in pairwise(lines) if 0 < above.bottom - below.bottom < 4 * above.size]
    return Counter(round(step, 1) for step in steps).most_common(1)[0][0] if steps else 0.0


def _goes_on(last: Ink, first: Ink, column: tuple[float, float], body: float) -> bool:
    """Tell whether a paragraph goes on from the last line of a page to the first of the next: its first word found no room there."""
    if last.words.strip().endswith(SENTENCE_ENDS) or not first.words.strip()[:1].isalnum():  # a sign begins a list item
        return False
    return not _breaks_off(last, first, column, body) and abs(first.left - column[0]) < body / 2


def _breaks_off(line: Ink, following: Ink, column: tuple[float, float], body: float) -> bool:
    """Tell whether a line may end its paragraph: the first word of the following one would have found room in it."""
    return line.right < column[1] - max(EDGE * body, _first_word(following) + 0.2 * body)


def _first_word(line: Ink) -> float:
    """Return about how wide the first word of a line of Latin letters is, 0 for one of Han, whose lines break anywhere."""
    words = line.words.strip()
    word = words.split(maxsplit=1)[0] if words else ""
    return (line.right - line.left) * len(word) / len(words) if word.isascii() and words != word else 0.0


def _ends(after: Sequence[Ink], column: tuple[float, float], body: float, leading: float) -> bool:
    first = after[0]
    apart = len(after) == 1 or first.bottom - after[1].bottom > GAP * leading or _is_indented(after[1], column, body)
    return apart and first.right < column[1] - EDGE * body


def _begins(before: Sequence[Ink], column: tuple[float, float], body: float, leading: float) -> bool:
    last = before[-1]
    apart = len(before) == 1 or before[-2].bottom - last.bottom > GAP * leading
    ended = len(before) > 1 and before[-2].right < column[1] - EDGE * body
    return (_is_indented(last, column, body) and (apart or ended)) or (apart and abs(last.left - column[0]) < body / 2)


def _is_indented(line: Ink, column: tuple[float, float], body: float) -> bool:
    return body / 2 < line.left - column[0] < INDENT * body
