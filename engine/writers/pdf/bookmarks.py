"""The outline of a PDF: what a reader sees beside the pages and chooses from."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import dataclass
from engine.model.deck import Deck, Slide, TextBox, TextTag

HEADING_LEVELS = {TextTag.HEADING_1: 1, TextTag.HEADING_2: 2, TextTag.HEADING_3: 3, TextTag.HEADING_4: 4}
ABOVE_HEADING = 9.0
"""Points of white that a reader sees above a heading chosen in the outline."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """`level` counts from 1; `top` is the place on its page, in points from above. One that is not `unfolded` hides those below it."""

    level: int
    title: str
    top: float = 0.0
    unfolded: bool = True


def bookmarks(deck: Deck) -> tuple[tuple[Bookmark, ...], ...]:
    """Return those of each page: headings where boxes say what they are, else sections and below them their slides."""
    headings = tuple(tuple(_headings(slide)) for slide in deck.slides)
    if any(headings):
        return headings
    begins = {first: name for name, first in deck.sections}
    made = []
    for index, slide in enumerate(deck.slides):
        top = (Bookmark(1, begins[index]),) if index in begins else ()
        made.append((*top, Bookmark(slide_level(deck, index), slide.title.replace("\n", ""))))
    return tuple(made)


def slide_level(deck: Deck, index: int) -> int:
    """Return the level of a slide in the outline: below its section, where it is in one."""
    return 2 if any(first <= index for _, first in deck.sections) else 1


def _headings(slide: Slide) -> Iterator[Bookmark]:
    """Yield each box that is tagged as a heading and can be pointed at."""
    for element in slide.elements:
        if isinstance(element, TextBox) and element.tag in HEADING_LEVELS and element.bookmark:
            level, top = HEADING_LEVELS[element.tag], max(0.0, element.frame.y.points - ABOVE_HEADING)
            yield Bookmark(level, element.plain.replace("\n", ""), top, level == 1)
