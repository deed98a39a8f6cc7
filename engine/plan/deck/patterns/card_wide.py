"""Wide point cards: the figure at the left, the words at the right (slide 09)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Card
from engine.model.deck import Anchor
from engine.model.inlines import text
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas, stacked_height
from engine.plan.deck.patterns.card_point import PADDING, accent, title_width, words_of
from engine.plan.deck.sheet import Sheet

FIGURE_COLUMN = 1.94
NUMBER_COLUMN = 0.86
RIGHT_PADDING = 0.24


def holds(card: Card) -> bool:
    """Tell whether this look draws every part the card has."""
    beside = card.subtitle or card.share_note or card.stats or (card.caption and not card.figure)
    return not beside and card.share is None


def _left(cards: tuple[Card, ...]) -> float:
    return FIGURE_COLUMN if any(card.figure for card in cards) else NUMBER_COLUMN


def height(cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    column = width - sheet.u(_left(cards) + RIGHT_PADDING * 2)
    return max(_card_height(card, column, sheet, level) for card in cards)


def _card_height(card: Card, column: Length, sheet: Sheet, level: int) -> Length:
    title = _title_height(card, column, sheet)
    body = stacked_height(sheet, words_of(card, sheet, level), column)
    footer = sheet.u(0.34) if card.footer else ZERO
    return max(sheet.u(1.30), sheet.u(0.24) + title + sheet.u(0.10) + body + footer + sheet.u(0.22))


def _title_height(card: Card, column: Length, sheet: Sheet) -> Length:
    style = sheet.style("card_title")
    lines = min(2, sheet.line_count(card.title, style, title_width(card, column, sheet)))
    return pt(max(1, lines) * style.pitch)


def draw(number: int, card: Card, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    canvas.card("card", frame)
    left = sheet.u(_left(cards))
    column = Rect(frame.x + left + sheet.u(RIGHT_PADDING), frame.y, frame.width - left - sheet.u(RIGHT_PADDING * 2), frame.height)
    _draw_left(number, card, Rect(frame.x + sheet.u(PADDING), frame.y, left - sheet.u(PADDING), frame.height), canvas)
    canvas.upright("divider", Point(frame.x + left, frame.y + sheet.u(0.29)), frame.height - sheet.u(0.58))
    if card.tag:
        parts.draw_pill(canvas, column.right, frame.y + sheet.u(0.22), card.tag, card.tone, column.width)
    title = Rect(column.x, frame.y + sheet.u(0.22), title_width(card, column.width, sheet), _title_height(card, column.width, sheet))
    canvas.text("title", title, card.title, sheet.style("card_title"))
    footer = sheet.u(0.34) if card.footer else ZERO
    top = title.bottom + sheet.u(0.10)
    body = Rect(column.x, top, column.width, frame.bottom - sheet.u(0.18) - footer - top)
    canvas.paragraphs("body", body, words_of(card, sheet, level))
    if card.footer:
        _draw_footer_line(card, Rect(column.x, frame.bottom - sheet.u(0.16) - footer, column.width, footer), canvas)


def _draw_left(number: int, card: Card, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    counted = text(f"{number:02d}")
    if not card.figure:
        canvas.text(
            "number", Rect(frame.x, frame.y + sheet.u(0.20), frame.width, sheet.u(0.36)), counted, sheet.style("strip_figure", "primary")
        )
        return
    canvas.text("number", Rect(frame.x, frame.y + sheet.u(0.24), frame.width, sheet.u(0.24)), counted, sheet.style("caption", "ink3"))
    caption_height = pt(sheet.style("caption").pitch * 2)
    block = sheet.u(0.62) + caption_height
    top = frame.y + max(sheet.u(0.52), (frame.height - block).over(2) - sheet.u(0.02))
    width = frame.width - sheet.u(0.10)
    canvas.text(
        "figure",
        Rect(frame.x, top, width, sheet.u(0.60)),
        card.figure,
        sheet.figure_style("card_value", accent(card)),
        anchor=Anchor.MIDDLE,
    )
    canvas.text(
        "caption",
        Rect(frame.x, top + sheet.u(0.62), width, frame.bottom - top - sheet.u(0.70)),
        card.caption,
        sheet.style("caption", "ink2"),
    )


def _draw_footer_line(card: Card, frame: Rect, canvas: Canvas) -> None:
    if card.footer is None:
        return
    sheet = canvas.sheet
    label_style = sheet.style("caption", "ink3")
    label_width = parts.label_width(sheet, card.footer.label, label_style, frame.width)
    canvas.text("footer-label", Rect(frame.x, frame.y, label_width, frame.height), card.footer.label, label_style, anchor=Anchor.MIDDLE)
    rest = Rect(frame.x + label_width, frame.y, frame.width - label_width, frame.height)
    canvas.text("footer", rest, card.footer.value, sheet.style("caption_strong"), anchor=Anchor.MIDDLE)
