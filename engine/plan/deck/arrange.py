"""Arranging blocks on a page: measured heights, spare room shared out, columns, and where a stack is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, assert_never

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Rect
from engine.model.blocks import (
    Block,
    Bullets,
    Cards,
    Chart,
    ColumnItem,
    Columns,
    Figures,
    Gantt,
    Heading,
    Image,
    Matrix,
    PageBreak,
    Panel,
    Paragraph,
    Shares,
    Steps,
    Table,
    Tiles,
)
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import column_frames
from engine.plan.deck.images import PictureSource
from engine.plan.deck.patterns import cards, chart, figures, gantt, image, matrix, panel, prose, shares, steps, table, tiles
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS

GAP = 0.24
TEXT_GAP = 0.12


@dataclass(frozen=True, slots=True)
class Pattern:
    """What one kind of block can do. `split` returns (what fits, the rest), None first when it cannot be cut to fit."""

    minimum: Callable[[Any, Length, Sheet, int], Length]
    maximum: Callable[[Any, Length, Sheet, int], Length]
    split: Callable[[Any, Length, Length, Sheet, int], tuple[Any, Any]]


def _whole(block: Block, _width: Length, _available: Length, _sheet: Sheet, _level: int) -> tuple[None, Block]:
    return None, block


_PROSE = Pattern(prose.minimum, prose.minimum, prose.split)
_STEPS = Pattern(steps.minimum, steps.maximum, steps.split)
_TABLE = Pattern(table.minimum, table.maximum, table.split)
_CHART = Pattern(chart.minimum, chart.maximum, _whole)
_GANTT = Pattern(gantt.minimum, gantt.maximum, gantt.split)
_MATRIX = Pattern(matrix.minimum, matrix.maximum, _whole)
_IMAGE = Pattern(image.minimum, image.maximum, _whole)
_TILES = Pattern(tiles.minimum, tiles.maximum, tiles.split)
_CARDS = Pattern(cards.minimum, cards.maximum, cards.split)
_PANEL = Pattern(panel.minimum, panel.maximum, panel.split)
_FIGURES = Pattern(figures.minimum, figures.maximum, figures.split)
_SHARES = Pattern(shares.minimum, shares.maximum, _whole)


def pattern_of(block: Block) -> Pattern:
    match block:
        case Heading() | Paragraph() | Bullets():
            return _PROSE
        case Steps():
            return _STEPS
        case Table():
            return _TABLE
        case Chart():
            return _CHART
        case Gantt():
            return _GANTT
        case Matrix():
            return _MATRIX
        case Image():
            return _IMAGE
        case Tiles():
            return _TILES
        case Cards():
            return _CARDS
        case Panel():
            return _PANEL
        case Figures():
            return _FIGURES
        case Shares():
            return _SHARES
        case Columns():
            return Pattern(columns_minimum, columns_maximum, columns_split)
        case PageBreak():
            return Pattern(_nothing, _nothing, _whole)
        case _:
            assert_never(block)


def _nothing(_block: Block, _width: Length, _sheet: Sheet, _level: int) -> Length:
    return ZERO


def draw_block(block: Block, frame: Rect, canvas: Canvas, pictures: PictureSource, level: int) -> None:
    canvas = canvas.at(block.where)
    match block:
        case Heading() | Paragraph() | Bullets():
            prose.draw(block, frame, canvas, level)
        case Steps():
            steps.draw(block, frame, canvas, level)
        case Table():
            table.draw(block, frame, canvas, level)
        case Chart():
            chart.draw(block, frame, canvas, level)
        case Gantt():
            gantt.draw(block, frame, canvas, level)
        case Matrix():
            matrix.draw(block, frame, canvas, level)
        case Image():
            image.draw(block, frame, canvas, pictures)
        case Tiles():
            tiles.draw(block, frame, canvas, level)
        case Cards():
            cards.draw(block, frame, canvas, level)
        case Panel():
            panel.draw(block, frame, canvas, level)
        case Figures():
            figures.draw(block, frame, canvas, level)
        case Shares():
            shares.draw(block, frame, canvas, level)
        case Columns():
            for item, cell in zip(block.items, _column_cells(block, frame, canvas.sheet), strict=True):
                draw_stack(item.blocks, cell, canvas, pictures, level)
        case PageBreak():
            pass
        case _:
            assert_never(block)


# a stack of blocks --------------------------------------------------------------------------------------------------


def gap_between(upper: Block, lower: Block, sheet: Sheet) -> Length:
    texts = (Heading, Paragraph, Bullets)
    return sheet.u(TEXT_GAP if isinstance(upper, texts) and isinstance(lower, texts) else GAP)


def _gaps(blocks: Sequence[Block], sheet: Sheet) -> Length:
    return sum((gap_between(upper, lower, sheet) for upper, lower in pairwise(blocks)), ZERO)


def stack_minimum(blocks: Sequence[Block], width: Length, sheet: Sheet, level: int) -> Length:
    return sum((pattern_of(block).minimum(block, width, sheet, level) for block in blocks), ZERO) + _gaps(blocks, sheet)


def step_that_fits(blocks: Sequence[Block], frame: Rect, sheet: Sheet) -> int | None:
    """Return the step of the ladder with the largest text that fits an area, None when none does.

    The last step is asked second: what does not fit it fits none, and most of what does not fit at once is such.
    """

    def fits(level: int) -> bool:
        return stack_minimum(blocks, frame.width, sheet, level) <= frame.height

    first, *between, last = LEVELS
    if fits(first):
        return first
    return next((level for level in between if fits(level)), last) if fits(last) else None


def stack_maximum(blocks: Sequence[Block], width: Length, sheet: Sheet, level: int) -> Length:
    return sum((pattern_of(block).maximum(block, width, sheet, level) for block in blocks), ZERO) + _gaps(blocks, sheet)


def draw_stack(blocks: Sequence[Block], frame: Rect, canvas: Canvas, pictures: PictureSource, level: int) -> None:
    """Draw blocks one below the other; spare room goes to those that can use it, in proportion to what they can use."""
    sheet = canvas.sheet
    least = [pattern_of(block).minimum(block, frame.width, sheet, level) for block in blocks]
    most = [max(low, pattern_of(block).maximum(block, frame.width, sheet, level)) for low, block in zip(least, blocks, strict=True)]
    spare = frame.height - sum(least, ZERO) - _gaps(blocks, sheet)
    wish = sum(most, ZERO) - sum(least, ZERO)
    part = min(1.0, spare / wish) if wish > 0 and spare > 0 else 0.0
    y = frame.y
    for index, block in enumerate(blocks):
        height = least[index] + (most[index] - least[index]) * part
        draw_block(block, Rect(frame.x, y, frame.width, height), canvas, pictures, level)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        y += height + (gap_between(block, following, sheet) if following else ZERO)


# columns ------------------------------------------------------------------------------------------------------------


def stacked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with what stands side by side one below the other, for pages that are higher than wide."""
    return tuple(each for block in blocks for each in (_in_columns(block) if isinstance(block, Columns) else (block,)))


def _in_columns(block: Columns) -> tuple[Block, ...]:
    return tuple(each for item in block.items for each in stacked(item.blocks))


def _column_cells(block: Columns, frame: Rect, sheet: Sheet) -> tuple[Rect, ...]:
    return column_frames(frame, [item.weight for item in block.items], sheet.u(GAP))


def _column_widths(block: Columns, width: Length, sheet: Sheet) -> tuple[Length, ...]:
    return tuple(cell.width for cell in _column_cells(block, Rect(ZERO, ZERO, width, ZERO), sheet))


def columns_minimum(block: Columns, width: Length, sheet: Sheet, level: int) -> Length:
    widths = _column_widths(block, width, sheet)
    return max(stack_minimum(item.blocks, cell, sheet, level) for item, cell in zip(block.items, widths, strict=True))


def columns_maximum(block: Columns, width: Length, sheet: Sheet, level: int) -> Length:
    widths = _column_widths(block, width, sheet)
    return max(stack_maximum(item.blocks, cell, sheet, level) for item, cell in zip(block.items, widths, strict=True))


def columns_split(block: Columns, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Columns | None, Block | None]:
    """Cut each column where it must be; the next page has only the columns that go on, widened to the whole."""
    heads: list[ColumnItem] = []
    tails: list[ColumnItem] = []
    for item, cell in zip(block.items, _column_widths(block, width, sheet), strict=True):
        head, tail = split_stack(item.blocks, cell, available, sheet, level)
        if not head:
            return None, block
        heads.append(replace(item, blocks=head))
        if tail:
            tails.append(replace(item, blocks=tail))
    if not tails:
        return None, block
    if len(tails) == 1 and len(tails[0].blocks) == 1:
        return replace(block, items=tuple(heads)), tails[0].blocks[0]
    return replace(block, items=tuple(heads)), replace(block, items=tuple(tails))


# cutting ------------------------------------------------------------------------------------------------------------


def split_stack(
    blocks: Sequence[Block], width: Length, available: Length, sheet: Sheet, level: int
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks that fit a height and the rest; a block at the border is cut if it can be. Nothing is lost."""
    taken: list[Block] = []
    room = available
    for index, block in enumerate(blocks):
        if taken:
            room -= gap_between(taken[-1], block, sheet)
        pattern = pattern_of(block)
        needed = pattern.minimum(block, width, sheet, level)
        if needed <= room:
            taken.append(block)
            room -= needed
            continue
        head, tail = pattern.split(block, width, room, sheet, level) if room > 0 else (None, block)
        rest = tuple(blocks[index + 1 :])
        if head is None:
            return _without_lone_heading(taken, (block, *rest))
        return (*taken, head), ((tail, *rest) if tail is not None else rest)
    return tuple(taken), ()


def _without_lone_heading(taken: list[Block], rest: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Headings and labels go over with what they head; a page that would hold nothing else keeps them."""
    kept = len(taken)
    while kept and _heads(taken[kept - 1]):
        kept -= 1
    kept = kept or len(taken)
    return tuple(taken[:kept]), (*taken[kept:], *rest)


def _heads(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.is_label)
