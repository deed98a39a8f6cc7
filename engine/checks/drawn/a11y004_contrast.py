"""A11Y004: words can hardly be told from what they stand on.

What it does: compares the colour of all words of a PDF with the box drawn below their middle, or with white paper. The ratio is that of WCAG 2.2,
1.4.3: 4.5 for text, 3 for large text (18 pt, or 14 pt bold; on slides in proportion to their width). Words above 72 pt are ornament; nothing
is said of words on pictures, gradients and shapes that are no boxes.
Why it matters: pale text disappears on a projector and in print, and for every tenth reader at all times.

Fails: a note in B8C2CA on white paper (1.8); white words on a yellow button.
Passes: the same note in 63737F; a pale 草稿 of 90 pt across the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.a11y004_contrast import LARGE, LARGE_BOLD, LARGE_TEXT, ORNAMENT, TEXT
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.model.theme import Color, contrast
from engine.probe.drawn import DrawnFile, DrawnInk, DrawnPage

WIDESCREEN = 960.0
SLACK = 0.05


def least(ink: DrawnInk, page: DrawnPage) -> float:
    """Return the ratio that words need; 0 for ornament, and for marks without a letter or digit."""
    size = ink.size / (page.width / WIDESCREEN if page.is_slide else 1.0)
    if size > ORNAMENT or not any(map(str.isalnum, ink.words)):
        return 0.0
    return LARGE_TEXT if size >= LARGE or (ink.is_bold and size >= LARGE_BOLD) else TEXT


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    pages = {page.number: page for page in drawn.pages}
    told = set()
    for ink in drawn.inks:
        ratio, wanted = contrast(Color(ink.color), Color(ink.ground)), least(ink, pages[ink.page])
        if ratio < wanted - SLACK and (ink.page, ink.color, ink.ground) not in told:
            told.add((ink.page, ink.color, ink.ground))
            at, called = on_page(drawn, ink.page), quoted(ink.words, Phrase("", ""))
            yield warning(
                "A11Y004",
                f"{at.zh}的{called.zh}看不清：#{ink.color} 在 #{ink.ground} 上，对比度 {ratio:.1f}，至少要 {wanted:g}",
                f"{called.en} {at.en} is hard to read: #{ink.color} on #{ink.ground}, contrast {ratio:.1f} of {wanted:g}",
                where,
                Phrase("把文字改深，或把底色改浅", "make the text darker, or its ground lighter"),
            )


CHECK = DrawnCheck("A11Y004", ("pdf",), run)
