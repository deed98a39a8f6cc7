"""Cards: the four looks of titled statements. Each look is one module; this one chooses it, arranges the grid and splits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from engine.base.units import Length, Rect
from engine.model.blocks import Card, Cards, CardStyle
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import flow_rows, row_frames
from engine.plan.deck.patterns import card_numbered, card_point, card_quote, card_topped
from engine.plan.deck.sheet import Sheet

GAP = 0.24
QUOTE_GAP = 0.20
NARROWEST = 2.62
WIDE = 4.6
MOST_STACKED = 3
MOST_PER_PAGE = 6
FULL_HEIGHT = 5.12
MOST_GROWTH = 2.0


@dataclass(frozen=True, slots=True)
class Look:
    """How one card style is measured and drawn. Both see all cards of the block, so that rows share their inner lines."""

    height: Callable[[Card, tuple[Card, ...], Length, Sheet, int], Length]
    draw: Callable[[int, tuple[Card, ...], Rect, Canvas, int], None]


POINT_WIDE = Look(card_point.wide_height, card_point.draw_wide)
POINT_NARROW = Look(card_point.narrow_height, card_point.draw_narrow)
TOPPED = Look(card_topped.height, card_topped.draw)
NUMBERED = Look(card_numbered.height, card_numbered.draw)
QUOTE = Look(card_quote.height, card_quote.draw)


def minimum(block: Cards, width: Length, sheet: Sheet, level: int) -> Length:
    rows = _rows(block, width, sheet)
    cell = _cell_width(rows, width, sheet)
    look = _look(block, cell, sheet)
    tallest = max(look.height(card, block.items, cell, sheet, level) for card in block.items)
    return tallest * len(rows) + _gap(block, sheet) * (len(rows) - 1)


def maximum(block: Cards, width: Length, sheet: Sheet, level: int) -> Length:
    """Cards may grow to the full height of a page, free space standing at their bottom, but not to more than twice what they hold."""
    needed = minimum(block, width, sheet, level)
    return max(needed, min(sheet.u(FULL_HEIGHT), needed * MOST_GROWTH))


def draw(block: Cards, frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    rows = _rows(block, frame.width, sheet)
    look = _look(block, _cell_width(rows, frame.width, sheet), sheet)
    for index, cell in enumerate(row_frames(frame, rows, _gap(block, sheet))):
        look.draw(index, block.items, cell, canvas, level)


def split(block: Cards, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Cards | None, Cards | None]:
    """Cut between cards, evenly; a single card is cut between its bullets or after a sentence of its body by `card_split`."""
    count = len(block.items)
    for keep in range(min(count - 1, MOST_PER_PAGE), 0, -1):
        head = replace(block, items=block.items[:keep])
        if minimum(head, width, sheet, level) <= available:
            even = -(-count // -(-count // keep))
            return replace(block, items=block.items[:even]), replace(block, items=block.items[even:])
    return None, block


def _gap(block: Cards, sheet: Sheet) -> Length:
    return sheet.u(QUOTE_GAP if block.style is CardStyle.QUOTE else GAP)


def _rows(block: Cards, width: Length, sheet: Sheet) -> tuple[int, ...]:
    count = len(block.items)
    if block.style is CardStyle.QUOTE:
        return (1,) * count
    most = max(1, int((width + sheet.u(GAP)) / (sheet.u(NARROWEST) + sheet.u(GAP))))
    if most == 1 or (most == 2 and count % 2):  # an odd card would stand alone under pairs
        return (1,) * count if count <= MOST_STACKED else flow_rows(count, min(3, most))
    return flow_rows(count, min(3, most))


def _cell_width(rows: tuple[int, ...], width: Length, sheet: Sheet) -> Length:
    return (width - sheet.u(GAP) * (max(rows) - 1)).over(max(rows))


def _look(block: Cards, cell: Length, sheet: Sheet) -> Look:
    match block.style:
        case CardStyle.TOPPED:
            return TOPPED
        case CardStyle.NUMBERED:
            return NUMBERED
        case CardStyle.QUOTE:
            return QUOTE
        case CardStyle.POINT:
            return POINT_WIDE if cell >= sheet.u(WIDE) else POINT_NARROW
