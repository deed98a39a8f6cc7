from __future__ import annotations

from dataclasses import replace

from engine.plan.deck.fonts import DeckFonts
from tests.support.planning import harbor


def test_each_family_is_there_once() -> None:
    _, book = harbor()
    other = replace(book, family="Other")
    assert DeckFonts(book).books == (book,)
    assert DeckFonts(book, other).books == (book, other)
