"""What no shown page may have, whoever drew it: words off the page, words on words, words that can hardly be told from their ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tests.gate.shown import SCALE, Glyph, ShownPage

Run = tuple[Glyph, ...]
IsOwn = Callable[[Run], bool]
"""Tells whether words are the template's own."""

OFF = 1.0
"""Points by which ink may reach over the edge of a page."""
SHARED = 0.2
"""Part of the smaller of two glyphs that may lie under the other: boxes of slanted and kerned letters share some."""
TEXT, LARGE = 4.5, 3.0
LARGE_SIZE, LARGE_BOLD = 18.0, 14.0
"""Least contrast, and the points from which less is enough (WCAG 2.2, 1.4.3)."""
ROUNDING = 0.12
"""What pixels may take from the contrast of two colours."""
PALE = 0.15
"""Part of the pixels under words that may have less contrast: edges of shapes pass under letters."""
_CELL = 24.0
_SAME = 0.75


def where_on(page: ShownPage) -> IsOwn:
    """Return a test for words that stand on a page without anything of a report, at the same place."""
    own = frozenset(_key(glyph) for glyph in page.glyphs)
    figures = [glyph for glyph in page.glyphs if glyph.letter.isdigit()]

    def is_number(run: Run) -> bool:
        """Tell whether words are the page number that the template prints itself."""
        beside = (abs(each.bottom - run[0].bottom) < 1 and abs(each.left - run[0].left) < 2 * each.size for each in figures)
        return all(glyph.letter.isdigit() for glyph in run) and any(beside)

    return lambda run: all(_key(glyph) in own for glyph in run) or is_number(run)


def said_in(words: str) -> IsOwn:
    """Return a test for words that are a part of others, whatever blanks are in them."""
    own = "".join(words.split())
    return lambda run: "".join(glyph.letter for glyph in run) in own


def faults(page: ShownPage, is_own: IsOwn) -> Iterator[str]:
    """Yield what is wrong with the words on a page; what is wrong with the template's own words alone is the template's affair."""
    runs = list(_runs(page.glyphs))
    own = [run for run in runs if is_own(run)]
    ours = [run for run in runs if run not in own]
    for law in (_off_page(page, ours), _on_words(runs, frozenset(map(id, own))), _hard_to_read(page, ours)):
        yield from dict.fromkeys(law)


def _off_page(page: ShownPage, runs: Sequence[Run]) -> Iterator[str]:
    for run in runs:
        over = max(max(-each.left, -each.top, each.right - page.width, each.bottom - page.height) for each in run)
        if over > OFF:
            yield f"{_said(run)!r} reaches {over:.0f} pt off the page"


def _on_words(runs: Sequence[Run], own: frozenset[int]) -> Iterator[str]:
    cells: dict[tuple[int, int], list[tuple[Glyph, Run]]] = defaultdict(list)
    for run in runs:
        for glyph in run:
            near = [cells[cell] for cell in _cells(glyph)]
            for other, beside in {id(each): (each, where) for cell in near for each, where in cell}.values():
                if beside is not run and _covers(glyph, other) and not (id(run) in own and id(beside) in own):
                    yield f"{_said(run)!r} stands on {_said(beside)!r}"
            for cell in near:
                cell.append((glyph, run))


def _hard_to_read(page: ShownPage, runs: Sequence[Run]) -> Iterator[str]:
    for run in runs:
        least = LARGE if run[0].size >= LARGE_SIZE or (run[0].is_bold and run[0].size >= LARGE_BOLD) else TEXT
        ground = np.concatenate([_under(page, glyph) for glyph in run])
        if len(ground) and any(map(str.isalnum, _said(run))):
            ratios = _ratios(ground, run[0].color)
            if float((ratios < least - ROUNDING).mean()) > PALE:
                yield f"{_said(run)!r} has a contrast of {np.quantile(ratios, PALE):.1f} where {least:g} is needed"


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """Yield glyphs of one look that follow one another on a line."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph):
            yield tuple(run)
            run = []
        run.append(glyph)
    if run:
        yield tuple(run)


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    alike = last.color == glyph.color and abs(last.size - glyph.size) < 0.1
    middle = (glyph.top + glyph.bottom) / 2
    beside = last.top - glyph.size / 2 < middle < last.bottom + glyph.size / 2 and abs(glyph.left - last.right) < glyph.size * 1.5
    return alike and (beside or _is_ligature(last, glyph))


def _covers(one: Glyph, other: Glyph) -> bool:
    """Tell whether glyphs share more than they may; the same glyph at the same place is a shadow or a bold letter made by printing twice."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= 0 or down <= 0 or _is_ligature(one, other):
        return False
    shadow = one.letter == other.letter and across * down > _SAME * max(one.area, other.area)
    return not shadow and across * down > SHARED * min(one.area, other.area)


def _is_ligature(one: Glyph, other: Glyph) -> bool:
    return (one.left, one.top, one.right, one.bottom) == (other.left, other.top, other.right, other.bottom)


def _cells(glyph: Glyph) -> Iterator[tuple[int, int]]:
    for column in range(int(glyph.left // _CELL), int(glyph.right // _CELL) + 1):
        for row in range(int(glyph.top // _CELL), int(glyph.bottom // _CELL) + 1):
            yield column, row


def _under(page: ShownPage, glyph: Glyph) -> npt.NDArray[np.float64]:
    """Return the luminance of the pixels below a glyph."""
    top, bottom = int(max(0.0, glyph.top) * SCALE), int(np.ceil(glyph.bottom * SCALE))
    left, right = int(max(0.0, glyph.left) * SCALE), int(np.ceil(glyph.right * SCALE))
    return _luminance(page.ground[top:bottom, left:right].reshape(-1, 3).astype(np.float64))


def _ratios(ground: npt.NDArray[np.float64], color: tuple[int, int, int]) -> npt.NDArray[np.float64]:
    ink = _luminance(np.array([color], dtype=np.float64))[0]
    ratios: npt.NDArray[np.float64] = (np.maximum(ground, ink) + 0.05) / (np.minimum(ground, ink) + 0.05)
    return ratios


def _luminance(colors: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    parts = colors / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    luminance: npt.NDArray[np.float64] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return luminance


def _key(glyph: Glyph) -> str:
    return f"{glyph.letter}{glyph.left:.0f}/{glyph.top:.0f}"


def _said(run: Run) -> str:
    return "".join(glyph.letter for glyph in run)[:24]
