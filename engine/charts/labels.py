"""Category names on one or two lines, and which points get a value label when not all of them fit."""

from __future__ import annotations

import math

from engine.base.records import dataclass
from engine.charts.measure import text_width

BREAK_AFTER = "，、。；：/／·-–—）) "
FILL = 0.94
"""Share of a slot that a label may use, so that neighbours never touch."""


LONGEST = 400
"""Characters of a name that is worth breaking: a longer one fits nowhere, and looking for its middle takes long."""
CALM = 1.8
"""In a sequence each name stands in this many times its width."""
LONG_NAME = 7.0
"""Em: in a sequence a longer name is shortened, or it would leave its neighbours no room at all."""


@dataclass(frozen=True, slots=True)
class CategoryNames:
    """`names` may hold a planned line break; `every` prints each n-th."""

    names: tuple[str, ...]
    lines: int
    every: int = 1


def place_names(names: tuple[str, ...], slot: float, size: float, *, sequence: bool = False, bold: bool = False) -> CategoryNames:
    """Return the names as printed below a plot whose categories are `slot` points apart.

    A `sequence` (weeks, months) with too many names prints each n-th instead of wrapping.
    """
    room = slot * FILL
    widest = max((text_width(name, size, bold=bold) for name in names), default=0.0)
    if sequence:
        return CategoryNames(names, 1, every=math.ceil(min(widest, LONG_NAME * size) * CALM / slot))
    if widest <= room:
        return CategoryNames(names, max(name.count("\n") + 1 for name in names))
    broken = tuple(break_name(name) if text_width(name, size, bold=bold) > room else name for name in names)
    return CategoryNames(broken, 2)


def short_name(name: str, size: float) -> str:
    """Return a name as a sequence prints it: a long one without its end."""
    line = name.replace("\n", " ")
    if text_width(line, size) <= LONG_NAME * size:
        return line
    room = LONG_NAME * size - text_width("…", size)
    kept = next(at for at in range(len(line) - 1, -1, -1) if text_width(line[:at], size) <= room)
    return line[:kept].rstrip() + "…"


def break_name(name: str) -> str:
    """Return the name on two lines, broken after punctuation, a space, or between characters nearest to the middle; never inside a word."""
    if "\n" in name or len(name) > LONGEST:
        return name
    half = text_width(name, 1) / 2
    spots = [at for at in range(1, len(name)) if _may_break(name, at)]
    natural = [at for at in spots if name[at - 1] in BREAK_AFTER and 0.25 < text_width(name[:at], 1) / (2 * half) < 0.75]
    best = min(natural or spots, key=lambda at: abs(text_width(name[:at].rstrip(), 1) - half), default=None)
    return name if best is None else f"{name[:best].rstrip()}\n{name[best:].lstrip()}"


def _may_break(name: str, at: int) -> bool:
    before, after = name[at - 1], name[at]
    if after in "，、。；：）)%”" or before in "（(“":
        return False
    if before in BREAK_AFTER:
        return True
    return not (_word(before) and _word(after))


def _word(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in ".,+")


def labelled_points(
    texts: tuple[str | None, ...], slot: float, size: float, highlight: tuple[int, ...], values: tuple[float | None, ...]
) -> frozenset[int]:
    """Return the indexes that get a value label: all if they fit side by side, else the first, last, lowest, highest and highlighted.

    `texts` are the printed values, None for a gap.
    """
    known = [index for index, text in enumerate(texts) if text is not None]
    if all(text_width(text, size, bold=True) <= slot * FILL for text in texts if text is not None):
        return frozenset(known)
    by_value = sorted(known, key=lambda index: (values[index] or 0.0, index))
    wanted = [index for index in (*highlight, *by_value[-1:], *by_value[:1], *known[:1], *known[-1:]) if index in known]
    return _apart(wanted, texts, slot, size)


def _apart(wanted: list[int], texts: tuple[str | None, ...], slot: float, size: float) -> frozenset[int]:
    """Keep the wanted labels, most important first, that do not touch one already kept."""
    kept: list[int] = []
    for index in wanted:
        width = text_width(texts[index] or "", size, bold=True)
        if all(
            abs(index - other) * slot >= (width + text_width(texts[other] or "", size, bold=True)) / 2 + 2
            for other in kept
            if other != index
        ):
            kept.append(index)
    return frozenset(kept)
