"""A topic as a speaker would cut it: passages under one heading, and in each what is shown with the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from engine.base.records import dataclass, replace
from engine.model.blocks import Block, Bullets, Chart, ColumnItem, Columns, Heading, Image, PageBreak, Panel, Paragraph, Table
from engine.model.inlines import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Listing:
    """A list and the label over it, EMPTY for none."""

    label: Text
    bullets: Bullets


Words = Paragraph | Listing
"""What is said rather than shown."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What one slide is to show: words before it, the blocks themselves, words after it, and the notes in panels beside it."""

    before: tuple[Words, ...] = ()
    blocks: tuple[Block, ...] = ()
    after: tuple[Words, ...] = ()
    panels: tuple[Panel, ...] = ()

    @property
    def words(self) -> tuple[Words, ...]:
        return (*self.before, *self.after)

    @property
    def is_brief(self) -> bool:
        """Nothing but a few paragraphs: too little for a slide of its own."""
        said = [len(each.text.plain) for each in self.words if isinstance(each, Paragraph)]
        return not self.blocks and not self.panels and len(said) == len(self.words) and sum(said) <= BRIEF


BRIEF = 330
"""Characters of paragraphs that rather join their neighbour than have a slide of their own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading, EMPTY for what begins the topic."""

    heading: Text
    showings: tuple[Showing, ...]


def passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the passages of a topic, in order; nothing of it is left out but page breaks, which part showings."""
    begun: list[tuple[Text, list[Block]]] = [(EMPTY, [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            begun.append((block.text, []))
        else:
            begun[-1][1].append(block)
    return tuple(Passage(heading, tuple(_showings(part))) for heading, part in begun if part or heading)


def _showings(blocks: list[Block]) -> Iterator[Showing]:
    pieces = [_reading(part) for part in _at_breaks(blocks)]
    for piece in pieces:
        yield from _cut(piece)


def _at_breaks(blocks: list[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            yield part
            part = []
        else:
            part.append(block)
    yield part


def _reading(blocks: list[Block]) -> list[Words | Block]:
    """Return the blocks with every list joined to the label before it."""
    read: list[Words | Block] = []
    for block in blocks:
        if isinstance(block, Bullets):
            label = read.pop() if read and _labels(read[-1]) else None
            read.append(Listing(label.text if isinstance(label, Paragraph | Heading) else EMPTY, block))
        else:
            read.append(block)
    return [Paragraph(each.text, each.where) if isinstance(each, Heading) else each for each in read]


def _labels(block: Words | Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.is_label)


def _cut(read: list[Words | Block]) -> Iterator[Showing]:
    """Yield one showing per block that is shown; words go with what they point at, else with what is shown before them."""
    shown = [index for index, each in enumerate(read) if _is_shown(each)]
    if not shown:
        if read:
            yield Showing(before=_words(read), panels=_panels(read))
        return
    runs = _runs(shown)
    starts = [0, *(_turn(read, upper[-1] + 1, lower[0]) for upper, lower in pairwise(runs)), len(read)]
    for run, (start, end) in zip(runs, pairwise(starts), strict=True):
        before, after = read[start : run[0]], read[run[-1] + 1 : end]
        blocks = tuple(each for each in read[run[0] : run[-1] + 1] if not isinstance(each, Listing))
        yield Showing(_words(before), blocks, _words(after), _panels([*before, *after]))


def _runs(shown: list[int]) -> list[list[int]]:
    """Return the indexes grouped where one follows the other without words between."""
    runs: list[list[int]] = []
    for index in shown:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _turn(read: list[Words | Block], start: int, end: int) -> int:
    """Return where the words between two shown blocks begin to speak of the second: at the first that points somewhere."""
    return next((index for index in range(start, end) if isinstance(each := read[index], Paragraph) and _points(each.text)), end)


def _points(words: Text) -> bool:
    return any(span.ref is not None for span in words.spans)


def _is_shown(each: Words | Block) -> bool:
    return not isinstance(each, Paragraph | Listing) and not is_note(each)


def is_note(block: Words | Block) -> bool:
    """Tell whether a block is a panel of words: a callout."""
    return isinstance(block, Panel) and not (block.figure or block.rows or block.entries or block.charts or block.dark)


def _words(read: Iterable[Words | Block]) -> tuple[Words, ...]:
    return tuple(each for each in read if isinstance(each, Paragraph | Listing))


def _panels(read: Iterable[Words | Block]) -> tuple[Panel, ...]:
    return tuple(each for each in read if isinstance(each, Panel) and is_note(each))


WIDEST_BESIDE = 7
"""Columns of a table that leaves room for words beside it."""


def leaves_a_side(blocks: Sequence[Block]) -> bool:
    """Tell whether what is shown stands as well in two thirds of a slide."""
    if len(blocks) != 1:
        return False
    (block,) = blocks
    return isinstance(block, Chart | Image) or (isinstance(block, Table) and not block.groups and len(block.columns) <= WIDEST_BESIDE)


def side_by_side(left: Sequence[Block], right: Sequence[Block], twelfths: int) -> Columns:
    """Return two columns, the left one so many twelfths wide."""
    return Columns((ColumnItem(twelfths, tuple(left)), ColumnItem(12 - twelfths, tuple(right))))


def joined(first: Showing, second: Showing) -> Showing:
    """Return a showing that begins with the words of another."""
    return replace(second, before=(*first.words, *second.before), panels=(*first.panels, *second.panels))
