"""Numbered cards: a number chip and a title over bullets or a grid of small figures (the quadrants of slide 11)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect, pt
from engine.model.blocks import Card, Stat
from engine.model.deck import Anchor
from engine.model.inlines import Tone, text
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.running import Running
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS

PADDING = 0.24
CHIP = 0.30
ABOVE, BELOW_TITLE = 0.22, 0.16
MOST_TITLE_LINES = 2
AFTER = 6.0
STAT_ROW = 0.84


def holds(card: Card) -> bool:
    """Tell whether this look draws every part the card has."""
    return card == Card(card.title, card.body, card.bullets, tone=card.tone, stats=card.stats, where=card.where)


def _paragraphs(card: Card, sheet: Sheet, level: int) -> list[Para]:
    return Running(card.body, card.bullets).paragraphs(
        sheet.style("card_bullet", "ink2").at(level), sheet.points(AFTER), sheet.color("p400")
    )


def _stat_row_height(stats: tuple[Stat, ...], width: Length, sheet: Sheet, level: int) -> Length:
    label = sheet.style("stat_caption", "ink2").at(level)
    smallest = label.at(LEVELS[-1])  # a caption shrinks by itself before it takes a second line
    lines = max((min(2, sheet.line_count(stat.label, smallest, width)) for stat in stats), default=1)
    return sheet.u(0.43) + pt(lines * label.pitch) + sheet.u(0.08)


def _stat_rows(card: Card) -> int:
    return -(-len(card.stats) // 2)


def _title_height(cards: tuple[Card, ...], column: Length, sheet: Sheet) -> Length:
    """Return the height kept for the title by every card of the block, at least that of the chip: their words begin on one line."""
    style = sheet.style("card_title")
    lines = max(min(MOST_TITLE_LINES, sheet.line_count(card.title, style, column - sheet.u(CHIP + 0.12))) for card in cards)
    return pt(lines * style.pitch) if lines > 1 else sheet.u(CHIP)


def height(cards: tuple[Card, ...], width: Length, sheet: Sheet, level: int) -> Length:
    column = width - sheet.u(PADDING * 2)
    return _title_height(cards, column, sheet) + max(_height_below_title(card, column, sheet, level) for card in cards)


def _height_below_title(card: Card, column: Length, sheet: Sheet, level: int) -> Length:
    body = stacked_height(sheet, _paragraphs(card, sheet, level), column)
    stats = _stat_row_height(card.stats, column.over(2) - sheet.u(0.08), sheet, level) * _stat_rows(card) if card.stats else ZERO
    gap = sheet.u(0.10) if card.stats and body else ZERO
    return sheet.u(ABOVE + BELOW_TITLE) + body + gap + stats + sheet.u(0.18)


def draw(number: int, card: Card, cards: tuple[Card, ...], frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    canvas.card("card", frame)
    column = frame.inset(sheet.u(PADDING), ZERO)
    chip = Rect(column.x, frame.y + sheet.u(ABOVE), sheet.u(CHIP), sheet.u(CHIP))
    parts.draw_badge(canvas, chip, text(str(number)), Tone.STRONG)
    title_height = _title_height(cards, column.width, sheet)
    title = Rect(chip.right + sheet.u(0.12), chip.y, column.right - chip.right - sheet.u(0.12), title_height)
    canvas.text("title", title, card.title, sheet.style("card_title"), anchor=Anchor.TOP if title_height > chip.height else Anchor.MIDDLE)
    top = title.bottom + sheet.u(BELOW_TITLE)
    stats_height = (
        _stat_row_height(card.stats, column.width.over(2) - sheet.u(0.08), sheet, level) * _stat_rows(card) if card.stats else ZERO
    )
    paragraphs = _paragraphs(card, sheet, level)
    body_bottom = frame.bottom - sheet.u(0.12) - stats_height
    if paragraphs:
        canvas.paragraphs("bullets", Rect(column.x, top, column.width, body_bottom - top), paragraphs)
        top += stacked_height(sheet, paragraphs, column.width) + sheet.u(0.10)
    if card.stats:
        _draw_stats(card, Rect(column.x, top, column.width, frame.bottom - sheet.u(0.12) - top), canvas, level)


def _draw_stats(card: Card, frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    rows = _stat_rows(card)
    row_height = min(frame.height.over(rows), sheet.u(STAT_ROW))
    half = frame.width.over(2)
    for index, stat in enumerate(card.stats):
        cell = Rect(frame.x + half * (index % 2), frame.y + row_height * (index // 2), half - sheet.u(0.08), row_height)
        style = sheet.figure_style("card_stat", stat.tone if stat.tone is not Tone.NORMAL else Tone.STRONG)
        canvas.text("stat", Rect(cell.x, cell.y, cell.width, sheet.u(0.42)), stat.value, style, anchor=Anchor.MIDDLE)
        label = Rect(cell.x, cell.y + sheet.u(0.43), cell.width, cell.height - sheet.u(0.43))
        canvas.text("stat-label", label, stat.label, sheet.style("stat_caption", "ink2").at(level))
