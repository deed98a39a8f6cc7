"""Quote cards: a voice, who said it, and what follows from it (slide 17 of the board)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Card
from engine.model.deck import Anchor
from engine.model.inlines import text
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet

LEFT = 0.86
RIGHT = 0.24
TAG = 0.98


def _quote_width(card: Card, width: Length, sheet: Sheet) -> Length:
    return width - sheet.u(LEFT + RIGHT) - (sheet.u(TAG) if card.tag else ZERO)


def height(cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    return max(_card_height(card, width, sheet, level) for card in cards)


def _card_height(card: Card, width: Length, sheet: Sheet, level: int) -> Length:
    quote = sheet.height(card.body, sheet.style("quote").at(level), _quote_width(card, width, sheet))
    person = pt(sheet.style("label").pitch) if card.caption else ZERO
    footer = sheet.u(0.42) if card.footer else ZERO
    return sheet.u(0.16) + quote + person + sheet.u(0.08) + footer + sheet.u(0.08)


def draw(_number: int, card: Card, _cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    canvas.card("quote", frame, None, canvas.stroke("line"))
    mark = Rect(frame.x + sheet.u(0.24), frame.y + sheet.u(0.12), sheet.u(0.5), sheet.u(0.62))
    canvas.text("mark", mark, text("“"), sheet.style("quote_mark", "p200"))
    left = frame.x + sheet.u(LEFT)
    if card.tag:
        parts.tinted_pill(canvas, frame.right - sheet.u(RIGHT), frame.y + sheet.u(0.20), card.tag, card.tone, sheet.u(TAG - 0.04))
    footer = sheet.u(0.42) if card.footer else ZERO
    person = pt(sheet.style("label").pitch) if card.caption else ZERO
    style = sheet.style("quote").at(level)
    width = _quote_width(card, frame.width, sheet)
    needed = sheet.height(card.body, style, width) + person
    free = max(ZERO, frame.height - footer - needed - sheet.u(0.24)).over(2)
    top = frame.y + sheet.u(0.14) + free
    body = Rect(left, top, width, frame.bottom - footer - person - sheet.u(0.06) - free - top)
    canvas.text("text", body, sheet.balanced(card.body, style, width), style)
    after = top + min(body.height, sheet.height(card.body, style, width)) + min(free, sheet.u(0.08))  # a little air where there is some
    canvas.text("person", Rect(left, after, width, person), card.caption, sheet.style("label", "ink3"))
    if card.footer:
        y = frame.bottom - footer
        canvas.rule("rule", Point(left, y), frame.right - sheet.u(RIGHT) - left)
        label_style = sheet.style("caption", "ink2")
        label_width = parts.label_width(sheet, card.footer.label, label_style, frame.right - sheet.u(RIGHT) - left)
        canvas.text("action-label", Rect(left, y, label_width, footer), card.footer.label, label_style, anchor=Anchor.MIDDLE)
        rest = Rect(left + label_width, y, frame.right - sheet.u(RIGHT) - left - label_width, footer)
        canvas.text("action", rest, card.footer.value, sheet.style("caption_strong"), anchor=Anchor.MIDDLE)
