"""Dividing a topic's blocks over pages: one page by the fit ladder if it can be, else as few as possible, equally full."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.base.diagnostics import NOWHERE, Diagnostic, Findings, Location, Phrase, error
from engine.base.records import dataclass, replace
from engine.base.units import Rect
from engine.model.blocks import Block, Chart, PageBreak, Table
from engine.plan.deck.arrange import pattern_of, split_stack, stack_minimum, step_that_fits
from engine.plan.deck.patterns import table
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS

Pages = tuple[tuple[tuple[Block, ...], int], ...]
"""The blocks of each page, and the step of the fit ladder they are drawn at."""

Frames = Callable[[int], Rect]
"""The content area of page n (0, 1 …)."""

EVENING_STEPS = 5
LEAST_KEPT, ROOM = 5, 0.9
"""Fewer categories are not advised; of those that have room by height some go to the chart's title."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What pages are made of; `where` is blamed for a block without a place."""

    sheet: Sheet
    findings: Findings
    where: Location = NOWHERE


def paginate(blocks: Sequence[Block], frames: Frames, paper: Paper) -> Pages:
    """Divide a topic's blocks over pages. Reports FIT002 for a block that no page holds even at the last step of the ladder."""
    pages: list[tuple[tuple[Block, ...], int]] = []
    for part in _at_breaks(blocks):
        done = len(pages)
        pages.extend(_paginate(part, lambda page, done=done: frames(done + page), paper))  # type: ignore[misc]
    return tuple(pages) or (((), 0),)


def _at_breaks(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            parts.append([])
        else:
            parts[-1].append(block)
    return [tuple(part) for part in parts if part]


def _paginate(blocks: tuple[Block, ...], frames: Frames, paper: Paper) -> Pages:
    first, sheet = frames(0), paper.sheet
    at_once = step_that_fits(blocks, first, sheet)
    if at_once is not None:
        return ((blocks, at_once),)
    fewest: tuple[tuple[tuple[Block, ...], ...], int] | None = None
    for level in LEVELS:
        pages = _pages_at(blocks, frames, sheet, level)
        if pages is not None and (fewest is None or len(pages) < len(fewest[0])):
            fewest = pages, level
    if fewest is None:
        return _pages_by_force(blocks, frames, paper)
    evened = _evened(blocks, frames, sheet, fewest)
    easiest = max(_easiest(page, frames(number), sheet, fewest[1]) for number, page in enumerate(evened))
    return tuple((page, easiest) for page in evened)  # one size on all slides of a topic


def _pages_at(blocks: tuple[Block, ...], frames: Frames, sheet: Sheet, level: int) -> tuple[tuple[Block, ...], ...] | None:
    """Return the pages at one step of the ladder; None when a block fits no page."""
    pages: list[tuple[Block, ...]] = []
    rest = blocks
    while rest:
        frame = frames(len(pages))
        head, rest = split_stack(rest, frame.width, frame.height, sheet, level)
        if not head:
            return None
        pages.append(head)
    return tuple(pages)


def _evened(
    blocks: tuple[Block, ...], frames: Frames, sheet: Sheet, pages: tuple[tuple[tuple[Block, ...], ...], int]
) -> tuple[tuple[Block, ...], ...]:
    """Return as many pages, divided anew in a lower area if that makes them more alike."""
    best, level = pages
    low, high, spread = 0.0, 1.0, _spread(best, frames, sheet, level)
    for _ in range(EVENING_STEPS):
        middle = (low + high) / 2

        def lower(page: int, part: float = middle) -> Rect:
            frame = frames(page)
            return replace(frame, height=frame.height * part)

        trial = _pages_at(blocks, lower, sheet, level)
        if trial is None or len(trial) > len(best):
            low = middle
            continue
        high = middle
        if (found := _spread(trial, frames, sheet, level)) < spread:
            best, spread = trial, found
    return best


def _spread(pages: tuple[tuple[Block, ...], ...], frames: Frames, sheet: Sheet, level: int) -> float:
    """Return how much more of its page the fullest page needs than the emptiest one."""
    needs = ((stack_minimum(page, (frame := frames(number)).width, sheet, level), frame) for number, page in enumerate(pages))
    parts = [needed / frame.height for needed, frame in needs]
    return max(parts) - min(parts)


def _easiest(blocks: Sequence[Block], frame: Rect, sheet: Sheet, level: int) -> int:
    """Return the step with the largest text that still fits."""
    return next((step for step in LEVELS if step <= level and stack_minimum(blocks, frame.width, sheet, step) <= frame.height), level)


def _pages_by_force(blocks: tuple[Block, ...], frames: Frames, paper: Paper) -> Pages:
    """Put each block that fits nowhere on a page of its own and report it: the author sees the others in place."""
    level = LEVELS[-1]
    pages: list[tuple[tuple[Block, ...], int]] = []
    rest = blocks
    while rest:
        frame = frames(len(pages))
        head, tail = split_stack(rest, frame.width, frame.height, paper.sheet, level)
        if not head:
            paper.findings.add(_too_large(rest[0], frame, paper))
            head, tail = (rest[0],), rest[1:]
        pages.append((head, level))
        rest = tail
    return tuple(pages)


def _too_large(block: Block, frame: Rect, paper: Paper) -> Diagnostic:
    if isinstance(block, Table) and (row := table.too_tall_row(block, frame.width, frame.height, paper.sheet, LEVELS[-1])) is not None:
        return _row_too_tall(block, row, paper)
    needed = pattern_of(block).minimum(block, frame.width, paper.sheet, LEVELS[-1])
    part, kind = needed / frame.height, type(block).__name__
    zh, en = (
        (f"版面高度的 {part:.0%}", f"{part * 100:.0f} % of the page height")
        if part < 2
        else ("两倍以上的版面高度", "more than twice the page height")
    )
    return error(
        "FIT002",
        f"这一块（{kind}）缩到最小字号后仍需要{zh}，也无法再拆分到续页",
        f"this block ({kind}) needs {en} at its smallest size and can't be divided over pages",
        block.where if block.where != NOWHERE else paper.where,
        _mend(block, frame.height / needed),
    )


def _mend(block: Block, share: float) -> Phrase:
    """Return how a block would fit of which this share does: of a chart, how many categories have room."""
    if isinstance(block, Chart) and len(block.data.categories) > LEAST_KEPT:
        room = max(LEAST_KEPT, int(len(block.data.categories) * share * ROOM))
        return Phrase(
            f"写 top: {room}，其余并为“其他”；每一个都要看的，改用表格",
            f"say top: {room}, the rest becomes “other”; or a table, if each counts",
        )
    return Phrase(
        "减少文字或条目，或改用能拆页的版块（表格、要点）", "use fewer words or items, or a block that can be divided (table, points)"
    )


def _row_too_tall(block: Table, row: int, paper: Paper) -> Diagnostic:
    longest = max((cell.text for cell in block.rows[row].cells), key=lambda text: len(text.plain))
    places = (longest.where, block.where, paper.where)
    return error(
        "FIT002",
        f"表格第 {row + 1} 行缩到最小字号后仍比一页还高",
        f"row {row + 1} of this table is taller than a page at its smallest size",
        next(place for place in places if place != NOWHERE or place is paper.where),
        Phrase("删短最长的一格，或把这一行拆成几行", "shorten its longest cell, or make several rows of it"),
    )
