"""FIT020: a text is smaller than can be read.

What it does: finds the size of every text, as it is inherited and shrunk; slides need 9 pt, pages of paper 7.5 pt. On slides of
another width than 13.33 in it is in proportion (6.75 pt at 10 in): they are shown as large. Marks of one or two characters may be smaller, so
footnote numbers are.
Why it matters: small text on a slide cannot be read from a seat, and small print in a report is not read at all.

Fails: a slide with a note of 6 pt; a table of a document shrunk to 6.5 pt to fit on its page.
Passes: a source line of 9 pt on a slide, a table of 8 pt on paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnFile, DrawnPage, DrawnText

ON_SLIDES, ON_PAPER = 9.0, 7.5
WIDESCREEN = 960.0
"""Width in points of the slide that `ON_SLIDES` is meant for."""
SLACK = 0.15
"""Points that rounding takes away in a PDF."""
MARK = 2


def is_small(text: DrawnText, least: float) -> bool:
    """Tell whether a text is too small; a mark of two characters never is."""
    words = text.words.strip()
    return 0 < text.size < least - SLACK and len(words) > MARK and any(each.isalpha() for each in words)


def _least(page: DrawnPage) -> float:
    return round(ON_SLIDES * page.width / WIDESCREEN, 2) if page.is_slide else ON_PAPER


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    least_on = {page.number: _least(page) for page in drawn.pages}
    smallest: dict[tuple[int, str], DrawnText] = {}
    for text in drawn.texts:
        if is_small(text, least_on.get(text.page, ON_PAPER)):
            key = (text.page, text.place)
            if key not in smallest or text.size < smallest[key].size:
                smallest[key] = text
    for text in smallest.values():
        at, called = on_page(drawn, text.page), quoted(text.words, Phrase("", ""))
        least = least_on.get(text.page, ON_PAPER)
        yield warning(
            "FIT020",
            f"{at.zh}的{called.zh}只有 {text.size:g} 磅，至少要 {least:g} 磅",
            f"{called.en} {at.en} is set in {text.size:g} pt, at least {least:g} pt can be read",
            where,
            Phrase("删减文字或分成两页，再放大", "cut words or use two pages, then enlarge it"),
        )


CHECK = DrawnCheck("FIT020", ("pptx", "docx", "pdf"), run)
