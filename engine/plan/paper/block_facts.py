"""What pagination asks of the blocks of a flow."""

from __future__ import annotations

from typing import assert_never

from engine.base.diagnostics import NOWHERE, Location
from engine.model.inlines import EMPTY
from engine.model.paper import (
    HEADINGS,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    ParagraphRole,
)

ITEMS = frozenset({ParagraphRole.BULLET, ParagraphRole.BULLET_2, ParagraphRole.NUMBERED, ParagraphRole.QUOTE})
MAY_MOVE = ITEMS | {ParagraphRole.BODY}


def is_listed(block: PaperBlock) -> bool:
    """Tell whether a block is one that the contents or the list of figures name the page of."""
    if isinstance(block, PaperParagraph):
        return block.role in HEADINGS
    return isinstance(block, PaperTable | PaperChart | PaperPicture)


def are_one_list(first: PaperBlock, other: PaperBlock) -> bool:
    """Tell whether two blocks are items of one list, or callouts of one row."""
    if isinstance(first, PaperParagraph):
        return isinstance(other, PaperParagraph) and first.role in ITEMS and other.role in ITEMS
    return isinstance(first, PaperCallout) and isinstance(other, PaperCallout)


def place_of(block: PaperBlock) -> Location:
    """Return where to look when a block does not fit: where the longest of its texts was written, else where the block was."""
    match block:
        case PaperTable():
            texts = [text for row in block.rows for cell in row.cells if cell for text in cell.paragraphs]
        case PaperCallout():
            texts = [each.text for each in block.paragraphs]
        case PaperBreak():
            return NOWHERE
        case PaperParagraph() | PaperChart() | PaperPicture():
            return block.where
        case _:
            assert_never(block)
    longest = max(texts, key=lambda text: len(text.plain), default=EMPTY)
    return longest.where if longest.where != NOWHERE else block.where
