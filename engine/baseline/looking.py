"""The look of a report that was built: the words as planned, the pictures as its PDF draws them."""

from __future__ import annotations

from engine.baseline.look import Look, folios_of, without_folios
from engine.baseline.page_texts import plain
from engine.diff.planned import planned_pages
from engine.model.deck import Deck
from engine.probe.page_images import small_pngs


def look_of(deck: Deck, pdf: bytes) -> Look:
    """Return the look of the slides, or measured pages, that a PDF shows."""
    pages = tuple(plain(page) for page in planned_pages(without_folios(deck)))
    pictures = tuple(small_pngs(pdf))
    assert len(pages) == len(pictures), "a PDF has the pages of its plan"
    return Look(pages, pictures, folios_of(deck))
