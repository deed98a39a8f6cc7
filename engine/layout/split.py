"""Cutting texts over continuation slides: between texts, else after a sentence, else where a line may break. Nothing is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from engine.base.records import dataclass
from engine.layout.breaks import break_table
from engine.layout.fonts import FontBook
from engine.layout.kinsoku import may_cut
from engine.layout.slices import cut_text
from engine.model.inlines import Text

# A sentence ends after its mark and the closing quotes and brackets that belong to it; the space after it goes with it.
_SENTENCE_END = re.compile(r"(?:[。；！？;!?…]|\.(?=\s))[”’」』）)】》]*\s*|\n")

Fits = Callable[[Sequence[Text]], bool]


@dataclass(frozen=True, slots=True)
class Divided:
    """What stays and what goes on; `cut` says that the first text of `rest` is the end of the last one of `taken`."""

    taken: tuple[Text, ...]
    rest: tuple[Text, ...]
    cut: bool = False


def divide_texts(texts: Sequence[Text], fits: Fits, fonts: FontBook) -> Divided | None:
    """Return as many texts as fit and the rest; the first one is cut if it alone does not fit. None when no part of it does.

    `fits` tells whether texts have room; it must hold for every beginning of what it holds for.
    """
    count = most_that(lambda count: fits(texts[:count]), len(texts))
    if count or not texts:
        return Divided(tuple(texts[:count]), tuple(texts[count:]))
    parts = cut_to_fit(texts[0], lambda text: fits([text]), fonts)
    return Divided(parts[:1], (parts[1], *texts[1:]), cut=True) if parts else None


def cut_to_fit(text: Text, fits: Callable[[Text], bool], fonts: FontBook) -> tuple[Text, Text] | None:
    """Return the longest beginning that fits and the rest; None when not even the shortest fits, or all of it does.

    It ends with a sentence if one fits, else where a line may break, else inside a word that no slide holds.
    """
    for cuts in _places(text, fonts):
        count = most_that(lambda count, cuts=cuts: fits(cut_text(text, cuts[count - 1 : count])[0]), len(cuts))  # type: ignore[misc]
        if count:
            head, tail = cut_text(text, cuts[count - 1 : count])
            return (head, tail) if tail.plain.strip() else None
    return None


def _places(text: Text, fonts: FontBook) -> Iterator[list[int]]:
    plain = text.plain
    size = len(plain.rstrip())
    yield [match.end() for match in _SENTENCE_END.finditer(plain) if match.end() < size]
    yield sorted(start for start in break_table(text, fonts).starts() if 0 < start < size)
    yield [at for at in range(1, size) if may_cut(plain, at)]


def most_that(holds: Callable[[int], bool], count: int) -> int:
    """Return the largest n from 1 to `count` that holds, 0 for none; what holds for n holds for less. Small numbers are asked first."""
    reach = min(1, count)
    while reach < count and holds(reach):
        reach = min(count, reach * 2)
    return bisect_right(range(1, reach + 1), False, key=lambda n: not holds(n))
