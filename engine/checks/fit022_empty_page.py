"""FIT022: a page or slide is empty, or nearly so.

What it does: measures how much of the height of each planned page has something beside it, without title and running lines: 8 % of a page of paper,
2 % of a slide. Covers, agendas and dividers may be empty, and a document whose body is one page may be short.
Why it matters: a page of two lines is a page break in the wrong place; a slide with a title only was forgotten.

Fails: a topic with a title and no block; a last page that holds two lines.
Passes: a topic with one chart.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import DeckCheck
from engine.model.deck import ChartBox, Deck, Picture, Slide, TableBox, TextBox, TextTag

ON_SLIDES, ON_PAPER = 0.02, 0.08
FREE = frozenset({"cover", "agenda", "divider", "contents"})
"""Roles of layouts that may be empty."""
_RUNNING = frozenset({"page-number", "tracker"})


def filled(slide: Slide, height: int) -> float:
    """Return the part of a page's height, from 0 to 1, beside which words, charts, tables or pictures stand."""
    things = (each for each in slide.elements if isinstance(each, TextBox | ChartBox | TableBox | Picture))
    bands = sorted((int(each.frame.y), int(each.frame.bottom)) for each in things if _is_content(each, slide))
    total, end = 0, 0
    for top, bottom in bands:
        start, stop = max(top, end), min(bottom, height)
        if stop > start:
            total, end = total + stop - start, stop
    return total / height


def _goes_on(page: Slide, following: Slide) -> bool:
    """Tell whether a page of a paper is a later one of its body: `page-2` follows `page-1`."""
    stem = following.id.rpartition("-")[0]
    return stem == page.id.rpartition("-")[0] != "" and stem not in FREE


def _is_content(element: TextBox | ChartBox | TableBox | Picture, slide: Slide) -> bool:
    if not isinstance(element, TextBox):
        return True
    name = element.name.partition("/")[2]
    return element.slot is None and element.tag is not TextTag.RUNNING and name not in _RUNNING and element.plain != slide.title


def run(deck: Deck) -> Iterator[Diagnostic]:
    for number, slide in enumerate(deck.slides, 1):
        size = slide.size or deck.size
        is_paper = deck.size.height > deck.size.width
        goes_on = number > 1 and (not is_paper or _goes_on(deck.slides[number - 2], slide))
        if goes_on and slide.layout not in FREE and (part := filled(slide, int(size.height))) < (ON_PAPER if is_paper else ON_SLIDES):
            yield warning(
                "FIT022",
                f"第 {number} 页几乎是空的，高度只用了 {part:.0%}",
                f"page {number} is nearly empty: {part:.0%} of its height is used",
                slide.where,
                Phrase("补上内容，或与相邻的一页合并", "put something on it, or merge it with the page beside it"),
            )


DEFINITION = DeckCheck("FIT022", run)
