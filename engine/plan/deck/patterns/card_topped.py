"""Summary cards: a coloured rule on top, a title, bullets (slide 18 of the board)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect, pt
from engine.model.blocks import Card
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.running import Running
from engine.plan.deck.sheet import Sheet

TOP_COLORS = ("ink2", "p400", "primary")
TOP_RULE = 0.05
PADDING = 0.28
AFTER = 8.0


def holds(card: Card) -> bool:
    """Tell whether this look draws every part the card has."""
    return card == Card(card.title, card.body, card.bullets, tone=card.tone, where=card.where)


def _paragraphs(card: Card, sheet: Sheet, level: int, color: str) -> list[Para]:
    return Running(card.body, card.bullets).paragraphs(sheet.style("body", "ink2").at(level), sheet.points(AFTER), sheet.color(color))


def _title_height(card: Card, width: Length, sheet: Sheet) -> Length:
    style = sheet.style("card_title_medium")
    return pt(min(2, sheet.line_count(card.title, style, width)) * style.pitch)


def _tallest_title(cards: tuple[Card, ...], width: Length, sheet: Sheet) -> Length:
    """Return the height kept for the title by every card of the block, so that their bullets begin on one line."""
    return max(_title_height(card, width, sheet) for card in cards)


def height(cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    column = width - sheet.u(PADDING * 2)
    body = max(stacked_height(sheet, _paragraphs(card, sheet, level, "p400"), column) for card in cards)
    return sheet.u(0.32) + _tallest_title(cards, column, sheet) + sheet.u(0.18) + body + sheet.u(0.24)


def draw(number: int, card: Card, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    color = TOP_COLORS[(number - 1) % len(TOP_COLORS)]
    canvas.box("card", frame, "surface")
    canvas.box("card-top", Rect(frame.x, frame.y, frame.width, sheet.u(TOP_RULE)), color)
    column = frame.inset(sheet.u(PADDING), ZERO)
    title = Rect(column.x, frame.y + sheet.u(0.32), column.width, _tallest_title(cards, column.width, sheet))
    canvas.text("title", title, card.title, sheet.style("card_title_medium"))
    top = title.bottom + sheet.u(0.18)
    body = Rect(column.x, top, column.width, frame.bottom - sheet.u(0.16) - top)
    canvas.paragraphs("bullets", body, _paragraphs(card, sheet, level, color))
