"""A11Y004: words can hardly be told from what they stand on.

What it does: compares the colour of all words with what is below them. The ratio is that of WCAG 2.2, 1.4.3: 4.5 for text, 3 for large text
(18 pt, or 14 pt bold; on slides in proportion to their width). Words above 72 pt are ornament. In a PDF the ground is the box drawn below the
middle of the words, or white paper. On a slide the colours are followed through run, shape, placeholder, layout, master, colour map and theme, and
what lies below the frame of the words is looked up in the order of drawing: they must be too pale on all of it. In a Word document it is the
shading of run, paragraph or cell, the fill of the text box, or the page. Only what is certain is told: nothing of words on pictures, charts,
half-transparent things, shapes that are no boxes (PDF), cells that a table style colours, and of Word's automatic colour.
Words that stand on many pages alike are told once.
Why it matters: pale text disappears on a projector and in print, and for every tenth reader at all times.

Fails: a note in B8C2CA on white paper (1.8); white words on a yellow button.
Passes: the same note in 63737F; a pale 草稿 of 90 pt across the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.model.theme import ORNAMENT, Color, contrast, contrast_wanted
from engine.probe.drawn import DrawnFile, DrawnInk, DrawnPage

WIDESCREEN = 960.0
SLACK = 0.05


def least(ink: DrawnInk, page: DrawnPage | None) -> float:
    """Return the ratio that words need; 0 for ornament, and for marks without a letter or digit. `page` None: in a document."""
    size = ink.size / (page.width / WIDESCREEN if page is not None and page.is_slide else 1.0)
    if size > ORNAMENT or not any(map(str.isalnum, ink.words)):
        return 0.0
    return contrast_wanted(size, bold=ink.is_bold)


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    pages = {page.number: page for page in drawn.pages}
    told: set[tuple[str, str, str]] = set()
    for ink in drawn.inks:
        ratio, wanted = contrast(Color(ink.color), Color(ink.ground)), least(ink, pages.get(ink.page))
        here, anywhere = (str(ink.page), ink.color, ink.ground), (ink.words, ink.color, ink.ground)
        if ratio < wanted - SLACK and not told & {here, anywhere}:
            told |= {here, anywhere}
            at, called = on_page(drawn, ink.page), quoted(ink.words, Phrase("", ""))
            yield warning(
                "A11Y004",
                f"{at.zh}的{called.zh}看不清：#{ink.color} 在 #{ink.ground} 上，对比度 {ratio:.1f}，至少要 {wanted:g}",
                f"{called.en} {at.en} is hard to read: #{ink.color} on #{ink.ground}, contrast {ratio:.1f} of {wanted:g}",
                where,
                Phrase("把文字改深，或把底色改浅", "make the text darker, or its ground lighter"),
            )


CHECK = DrawnCheck("A11Y004", ("pptx", "docx", "pdf"), run)
