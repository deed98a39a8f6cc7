"""FIT003: an element stands outside its slide.

What it does: compares the frame of every element with the slide's edges.
Why it matters: what is outside is cut off when shown and printed.

Fails: a text box at x = 13 in, 2 in wide, on a slide of 13.33 in.
Passes: the same box at x = 11 in.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.units import ZERO, Rect, pt
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.model.deck import Deck, Element, Line, Polygon

SLACK = pt(1.5)


def frame_of(element: Element) -> Rect:
    """Return the box an element takes up."""
    match element:
        case Line():
            left, right = sorted((element.start.x, element.end.x))
            top, bottom = sorted((element.start.y, element.end.y))
            return Rect(left, top, right - left, bottom - top)
        case Polygon():
            xs, ys = [point.x for point in element.points], [point.y for point in element.points]
            return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        case _:
            return element.frame


def run(deck: Deck) -> Iterator[Diagnostic]:
    for number, slide in enumerate(deck.slides, 1):
        size = slide.size or deck.size
        page = Rect(ZERO, ZERO, size.width, size.height)
        for element in slide.elements:
            if not page.contains(frame_of(element), SLACK):
                name = called(element)
                yield error(
                    "FIT003",
                    f"第 {number} 页的{name.zh}伸出页面",
                    f"{name.en} on slide {number} reaches over the edge of the slide",
                    place_of(slide, element),
                    Phrase("减少这一页的内容", "put less on this slide"),
                )


DEFINITION = DeckCheck("FIT003", run)
