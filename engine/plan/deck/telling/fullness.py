"""How full a page looks, and how much taller its tables are for the words beside them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.records import dataclass, replace
from engine.base.units import Rect
from engine.model.blocks import Block, Cards, Columns, Panel, Table
from engine.plan.deck.arrange import GAP, stack_maximum, stack_minimum
from engine.plan.deck.grid import column_frames
from engine.plan.deck.sheet import Sheet

GROWTH = 1.4
"""How much taller than its words a card still looks full."""
TWELFTHS = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The area of a page, and the step of the fit ladder that its blocks are set at."""

    frame: Rect
    sheet: Sheet
    level: int

    def cells(self, columns: Columns) -> tuple[Page, ...]:
        frames = column_frames(self.frame, [item.weight for item in columns.items], self.sheet.u(GAP))
        return tuple(replace(self, frame=frame) for frame in frames)


def filled(blocks: Sequence[Block], page: Page) -> float:
    """Return how much of a page its blocks fill (0–1); columns as much as all of them together do."""
    if len(blocks) == 1 and isinstance(blocks[0], Columns):
        cells = zip(blocks[0].items, page.cells(blocks[0]), strict=True)
        return sum(filled(item.blocks, cell) * item.weight for item, cell in cells) / TWELFTHS
    return min(1.0, sum(_looks(block, page) for block in blocks) / page.frame.height) if blocks else 0.0


def _looks(block: Block, page: Page) -> float:
    """Return the height that a block looks full at: panels that grow only get emptier, cards nearly so."""
    most = stack_maximum((block,), page.frame.width, page.sheet, page.level)
    if not isinstance(block, Panel | Cards):
        return most
    return min(most, _least(block, page) * (1.0 if isinstance(block, Panel) else GROWTH))


def _least(block: Block, page: Page) -> float:
    return stack_minimum((block,), page.frame.width, page.sheet, page.level)


def wrapped(blocks: Sequence[Block], page: Page) -> float:
    """Return by what part tables beside words are taller than they would be on the whole page."""
    beside = (
        (block, cell)
        for columns in blocks
        if isinstance(columns, Columns)
        for item, cell in zip(columns.items, page.cells(columns), strict=True)
        for block in item.blocks
        if isinstance(block, Table)
    )
    return sum(max(0.0, _least(block, cell) / _least(block, page) - 1.0) for block, cell in beside)
