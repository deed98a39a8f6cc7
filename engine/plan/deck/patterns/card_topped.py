"""Summary cards: a coloured rule on top, a title, bullets (slide 18 of the board)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect, pt
from engine.model.blocks import Card
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.sheet import Sheet

TOP_COLORS = ("ink2", "p400", "primary")
TOP_RULE = 0.05
PADDING = 0.28
AFTER = 8.0


def _paragraphs(card: Card, sheet: Sheet, level: int, color: str) -> list[Para]:
    style = sheet.style("body", "ink2").at(level)
    body = [Para(card.body, style, AFTER)] if card.body else []
    return body + [Para(bullet, style, AFTER, sheet.color(color)) for bullet in card.bullets]


def _title_height(card: Card, width: Length, sheet: Sheet) -> Length:
    style = sheet.style("card_title_medium")
    return pt(min(2, sheet.line_count(card.title, style, width)) * style.pitch)


def height(card: Card, _cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    column = width - sheet.u(PADDING * 2)
    body = stacked_height(sheet, _paragraphs(card, sheet, level, "p400"), column)
    return sheet.u(0.32) + _title_height(card, column, sheet) + sheet.u(0.18) + body + sheet.u(0.24)


def draw(index: int, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet, card = canvas.sheet, cards[index]
    color = TOP_COLORS[index % len(TOP_COLORS)]
    canvas.box("card", frame, "surface")
    canvas.box("card-top", Rect(frame.x, frame.y, frame.width, sheet.u(TOP_RULE)), color)
    column = frame.inset(sheet.u(PADDING), ZERO)
    tallest = max(_title_height(other, column.width, sheet) for other in cards)
    title = Rect(column.x, frame.y + sheet.u(0.32), column.width, tallest)
    canvas.text("title", title, card.title, sheet.style("card_title_medium"))
    top = title.bottom + sheet.u(0.18)
    body = Rect(column.x, top, column.width, frame.bottom - sheet.u(0.16) - top)
    canvas.paragraphs("bullets", body, _paragraphs(card, sheet, level, color))
