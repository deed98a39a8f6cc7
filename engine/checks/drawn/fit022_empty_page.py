"""FIT022: a page or slide is empty, or nearly so.

What it does: of a slide, adds up what words, pictures, charts and tables take up beside the title (0.3 % of it at least: a few words may be all
that is meant); of a page of a PDF, how much of its height has something beside it (8 %). Covers, dividers and the last slide, which thanks, may be
empty, and a document of three pages may be short.
Why it matters: a page of two lines is a page break in the wrong place; a slide with a title only was forgotten.

Fails: a slide with nothing but its title; a last page that holds two lines of a paragraph.
Passes: a slide with one chart; a last page that is a quarter full.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page
from engine.probe.drawn import DrawnFile, DrawnPage

SLIDE, PAGE = 0.003, 0.08
SHORT = 3
"""Pages of a document that may have a last one of two lines."""
_HINT = Phrase("补上内容，或与相邻的一页合并", "put something on it, or merge it with the page beside it")


def is_bare(drawn: DrawnFile, page: DrawnPage) -> bool:
    """Tell whether a page should hold more than it does."""
    last = len(drawn.pages)
    if page.filled is None or page.is_divider or page.number == 1 or (page.is_slide and page.number == last):
        return False
    if not page.is_slide and last <= SHORT:
        return False
    return page.filled < (SLIDE if drawn.format == "pptx" else PAGE)


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for page in drawn.pages:
        if page.filled is not None and is_bare(drawn, page):
            at = on_page(drawn, page.number)
            unit = "slide" if drawn.format == "pptx" else "page"
            if page.filled == 0:
                yield warning("FIT022", f"{at.zh}是空的", f"{unit} {page.number} is empty", where, _HINT)
            else:
                told = f"{page.filled:.1%}".replace(".0%", "%")
                yield warning("FIT022", f"{at.zh}几乎是空的，只用了 {told}", f"{unit} {page.number} is nearly empty: {told}", where, _HINT)


CHECK = DrawnCheck("FIT022", ("pptx", "pdf"), run)
