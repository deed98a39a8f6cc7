"""How a report looks, page by page: what is approved, and what later builds are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.records import dataclass, replace
from engine.model.deck import Deck, Element, Slide
from engine.model.outline import OutlinePage

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of a page's width and height."""
FOLIO = "page-number"


@dataclass(frozen=True, slots=True)
class Look:
    """`pages` hold lines of text only; `pictures` are PNG, one for each page; `folios` are where the page numbers stand, None for none."""

    pages: tuple[OutlinePage, ...]
    pictures: tuple[bytes, ...]
    folios: tuple[Box | None, ...] = ()

    def folio(self, index: int) -> Box | None:
        return self.folios[index] if index < len(self.folios) else None


def without_folios(deck: Deck) -> Deck:
    """Return the deck without page numbers: a page that only has another number is the same page."""
    return replace(deck, slides=tuple(replace(slide, elements=tuple(_but_folio(slide))) for slide in deck.slides))


def _but_folio(slide: Slide) -> Iterator[Element]:
    yield from (element for element in slide.elements if not is_folio(element))


def is_folio(element: Element) -> bool:
    return element.name.rpartition("/")[2] == FOLIO


def folios_of(deck: Deck) -> tuple[Box | None, ...]:
    """Return where the number of each page stands."""
    return tuple(_folio(slide, deck) for slide in deck.slides)


def _folio(slide: Slide, deck: Deck) -> Box | None:
    size = slide.size or deck.size
    for element in slide.elements:
        if is_folio(element) and hasattr(element, "frame"):
            frame = element.frame
            return (
                frame.x / size.width,
                frame.y / size.height,
                (frame.x + frame.width) / size.width,
                (frame.y + frame.height) / size.height,
            )
    return None
