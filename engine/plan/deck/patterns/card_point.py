"""What point cards share, wide or narrow: their running words, the tone of their figure, the room their tag leaves the title."""

from __future__ import annotations

from engine.base.units import ZERO, Length
from engine.model.blocks import Card
from engine.model.inlines import Tone
from engine.plan.deck import parts
from engine.plan.deck.canvas import Para
from engine.plan.deck.running import Running
from engine.plan.deck.sheet import Sheet

PADDING = 0.28
BULLET_AFTER = 5.0


def words_of(card: Card, sheet: Sheet, level: int) -> list[Para]:
    return Running(card.body, card.bullets).paragraphs(
        sheet.style("body", "ink2").at(level), sheet.points(BULLET_AFTER), sheet.color("p400")
    )


def accent(card: Card) -> Tone:
    """Figures of a card below target take the status colour; all others the primary."""
    return card.tone if card.tone in {Tone.IMPROVE, Tone.MISSED} else Tone.STRONG


def title_width(card: Card, column: Length, sheet: Sheet) -> Length:
    return column - (parts.pill_width(sheet, card.tag, card.tone, column) + sheet.u(0.12) if card.tag else ZERO)
