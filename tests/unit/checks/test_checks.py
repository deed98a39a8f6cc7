"""The tables of checks."""

from __future__ import annotations

from engine.base.units import Rect
from engine.checks import DECK_CHECKS, check_deck
from engine.model.deck import Shape
from engine.model.theme import Color
from tests.support.checks import deck_of


def test_codes() -> None:
    assert DECK_CHECKS.names == ("FIT003", "FIT004")


def test_every_check_is_asked() -> None:
    outside = Shape("s/box", Rect.inches(20, 1, 1, 1), fill=Color("000000"))
    assert [item.code for item in check_deck(deck_of(outside))] == ["FIT003"]
