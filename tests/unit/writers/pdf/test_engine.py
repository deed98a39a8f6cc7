from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.model.deck import Deck
from engine.writers.pdf.engine import Grounds, PdfEngine
from engine.writers.pdf.weasy import WeasyPrintEngine


@dataclass(frozen=True, slots=True)
class Counting:
    """An engine that needs the planned deck and no HTML: it counts pages and what lies below them."""

    name: str = "counting"

    def render_deck(self, deck: Deck, grounds: Grounds) -> bytes:
        decorated = sum(bool(grounds[slide.layout].decor) for slide in deck.slides if slide.layout in grounds)
        return f"{len(deck.slides)} pages, {decorated} decorated".encode()


def test_any_engine_that_takes_a_planned_deck_will_do(deck: Callable[..., Deck]) -> None:
    engines: tuple[PdfEngine, ...] = (Counting(), WeasyPrintEngine())
    assert [engine.name for engine in engines] == ["counting", "weasyprint"]
    assert engines[0].render_deck(deck((), ()), {}) == b"2 pages, 0 decorated"


def test_the_layouts_of_a_brand_are_grounds() -> None:
    brand = load_deck_brand(Workspace(BUILTIN_ROOT, BUILTIN_ROOT, dt.date(2025, 7, 8)), "harbor").value
    assert brand is not None
    grounds: Grounds = brand.layouts
    assert all(ground.background is not None for ground in grounds.values())
