"""FIT023: a heading stands alone at the foot of a page.

What it does: looks whether the last words on a planned page of a document, running lines aside, are a heading.
Why it matters: the reader sees a title, turns the page, and has lost it.

Fails: a page that ends in （三）费用.
Passes: a heading with two lines of its text below it.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.model.deck import ChartBox, Deck, Element, Picture, Slide, TableBox, TextBox, TextTag

HEADINGS = frozenset({TextTag.HEADING_1, TextTag.HEADING_2, TextTag.HEADING_3, TextTag.HEADING_4})


def lowest(slide: Slide) -> Element | None:
    """Return the lowest thing on a page that is no running line."""
    things = (
        each
        for each in slide.elements
        if isinstance(each, ChartBox | TableBox | Picture) or (isinstance(each, TextBox) and each.tag is not TextTag.RUNNING and each.plain)
    )
    return max(things, key=lambda each: int(each.frame.bottom), default=None)


def run(deck: Deck) -> Iterator[Diagnostic]:
    for number, slide in enumerate(deck.slides, 1):
        has_heading = any(isinstance(each, TextBox) and each.tag in HEADINGS for each in slide.elements)
        last = lowest(slide) if has_heading else None
        if isinstance(last, TextBox) and last.tag in HEADINGS:
            name = called(last)
            yield warning(
                "FIT023",
                f"第 {number} 页的标题{name.zh}下面没有内容",
                f"the heading {name.en} on page {number} has nothing below it",
                place_of(slide, last),
                Phrase("在标题下写内容，或删去标题", "write something below the heading, or remove it"),
            )


DEFINITION = DeckCheck("FIT023", run)
