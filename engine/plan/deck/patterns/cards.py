"""Cards: the four looks of titled statements. Each look is one module; this one chooses it, arranges the grid and splits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.base.records import dataclass, replace
from engine.base.units import Length, Rect
from engine.model.blocks import Card, Cards, CardStyle
from engine.model.inlines import EMPTY
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import NO_PAGE, flow_rows, items_to_keep, row_frames, row_slices
from engine.plan.deck.memory import remembered
from engine.plan.deck.patterns import card_narrow, card_numbered, card_quote, card_topped, card_wide
from engine.plan.deck.running import Running, continued, cut_running
from engine.plan.deck.sheet import Sheet

GAP = 0.24
QUOTE_GAP = 0.20
NARROWEST = 2.62
WIDE = 4.6
MOST_STACKED = 3
MOST_PER_PAGE = 6
FULL_HEIGHT = 5.12
MOST_GROWTH = 2.7
MOST_UPRIGHT = 1.5
"""How many times as high as wide a card may grow on pages that are higher than a widescreen slide."""
EMPTY_CARD = Card(EMPTY)


@dataclass(frozen=True, slots=True)
class Look:
    """How one card style is measured (the tallest of the cards) and drawn, which is given its number and the cards it shares its inner lines with.

    These are all cards, or `by_row` those of its row.
    """

    height: Callable[[tuple[Card, ...], Length, Sheet, int], Length]
    draw: Callable[[int, Card, tuple[Card, ...], Rect, Canvas, int], None]
    by_row: bool = False


POINT_WIDE = Look(card_wide.height, card_wide.draw)
POINT_NARROW = Look(card_narrow.height, card_narrow.draw)
TOPPED = Look(card_topped.height, card_topped.draw, by_row=True)
NUMBERED = Look(card_numbered.height, card_numbered.draw, by_row=True)
QUOTE = Look(card_quote.height, card_quote.draw)


@remembered
def minimum(block: Cards, width: Length, sheet: Sheet, level: int) -> Length:
    if len(block.items) > MOST_PER_PAGE:
        return sheet.u(NO_PAGE)
    rows = _rows(block, width, sheet)
    cell = _cell_width(rows, width, sheet)
    look = _look(block, cell, sheet)
    tallest = look.height(block.items, cell, sheet, level)
    return tallest * len(rows) + _gap(block, sheet) * (len(rows) - 1)


def maximum(block: Cards, width: Length, sheet: Sheet, level: int) -> Length:
    """Cards may grow to the full height of a page, free space standing at their bottom, but not to much more than twice what they hold, nor to
    towers.
    """
    needed = minimum(block, width, sheet, level)
    rows = _rows(block, width, sheet)
    tower = _cell_width(rows, width, sheet) * MOST_UPRIGHT * len(rows)
    return max(needed, min(sheet.tall(FULL_HEIGHT), needed * MOST_GROWTH, max(tower, sheet.u(FULL_HEIGHT))))


def draw(block: Cards, frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    rows = _rows(block, frame.width, sheet)
    look = _look(block, _cell_width(rows, frame.width, sheet), sheet)
    cells = row_frames(frame, rows, _gap(block, sheet))
    shared = (row if look.by_row else block.items for row in row_slices(block.items, rows) for _ in row)
    for number, (card, others, cell) in enumerate(zip(block.items, shared, cells, strict=True), block.first):
        look.draw(number, card, others, cell, canvas.at(card.where), level)


def split(block: Cards, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Cards | None, Cards | None]:
    """Cut between cards; a card too large for a page is cut between its bullets, or after a sentence."""

    def fits(items: tuple[Card, ...]) -> bool:
        return minimum(replace(block, items=items), width, sheet, level) <= available

    if keep := items_to_keep(len(block.items), lambda count: fits(block.items[:count])):
        return replace(block, items=block.items[:keep]), replace(block, items=block.items[keep:], first=block.first + keep)
    first, *others = block.items
    cut = _cut_card(first, block.style, lambda card: fits((card,)), sheet)
    if cut is None:
        return None, block
    return replace(block, items=cut[:1]), replace(block, items=(cut[1], *others))


def _cut_card(card: Card, style: CardStyle, fits: Callable[[Card], bool], sheet: Sheet) -> tuple[Card, Card] | None:
    """Cut one card; what stands below its words goes on with them, what stands above does not."""
    below = _below(card, style)
    bare = replace(card, **{name: getattr(EMPTY_CARD, name) for name in below})
    rest = replace(EMPTY_CARD, title=continued(card.title, sheet), tone=card.tone, where=card.where, **below)
    words = Running(card.body, card.bullets)
    if words:
        parts = cut_running(words, lambda part: fits(replace(bare, body=part.body, bullets=part.bullets)), sheet.fonts)
        if parts is None:
            return None
        head, tail = parts
        return replace(bare, body=head.body, bullets=head.bullets), replace(rest, body=tail.body, bullets=tail.bullets)
    for keep in range(len(card.stats) - 1, 0, -1):
        if fits(head_card := replace(card, stats=card.stats[:keep])):
            return head_card, replace(rest, stats=card.stats[keep:])
    return None


def _below(card: Card, style: CardStyle) -> dict[str, Any]:
    """Return what each look draws below the words of a card."""
    match style:
        case CardStyle.POINT:
            return {"footer": card.footer}
        case CardStyle.NUMBERED:
            return {"stats": card.stats}
        case CardStyle.QUOTE:
            return {"caption": card.caption, "footer": card.footer}
        case CardStyle.TOPPED:
            return {}


def _gap(block: Cards, sheet: Sheet) -> Length:
    return sheet.u(QUOTE_GAP if block.style is CardStyle.QUOTE else GAP)


def _rows(block: Cards, width: Length, sheet: Sheet) -> tuple[int, ...]:
    count = len(block.items)
    if block.style is CardStyle.QUOTE:
        return (1,) * count
    widest = max(1, int((width + sheet.u(GAP)) / (sheet.u(NARROWEST) + sheet.u(GAP))))
    choices = [_row_counts(count, most) for most in range(min(3, widest), 0, -1)]
    return next((rows for rows in choices if _holds(block, _cell_width(rows, width, sheet), sheet)), choices[-1])


def _holds(block: Cards, cell: Length, sheet: Sheet) -> bool:
    """Tell whether figures and what stands beside them fit a card of this width."""
    return _look(block, cell, sheet) is not POINT_NARROW or all(card_narrow.fits_across(card, cell, sheet) for card in block.items)


def _row_counts(count: int, most: int) -> tuple[int, ...]:
    if most == 1 or (most == 2 and count % 2):  # an odd card would stand alone under pairs
        return (1,) * count if count <= MOST_STACKED else flow_rows(count, most)
    return flow_rows(count, most)


def _cell_width(rows: tuple[int, ...], width: Length, sheet: Sheet) -> Length:
    return (width - sheet.u(GAP) * (max(rows) - 1)).over(max(rows))


def _look(block: Cards, cell: Length, sheet: Sheet) -> Look:
    """Return the look of the style, or the one that draws every part when a card has parts that this one leaves out."""
    match block.style:
        case CardStyle.QUOTE:
            return QUOTE
        case CardStyle.TOPPED:
            return TOPPED if all(map(card_topped.holds, block.items)) else POINT_NARROW
        case CardStyle.NUMBERED:
            return NUMBERED if all(map(card_numbered.holds, block.items)) else POINT_NARROW
        case CardStyle.POINT:
            wide = cell >= sheet.u(WIDE) and all(map(card_wide.holds, block.items))
            return POINT_WIDE if wide else POINT_NARROW
