"""FIT004: two texts stand on each other.

What it does: compares the boxes that the planned lines of two texts take up (not their empty frames), and texts with the filled cells of tables.
Why it matters: overlapping words cannot be read.

Fails: a title of three lines that reaches into the line below it.
Passes: the same title over two lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Rect, pt
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.model.blocks import Align
from engine.model.deck import Anchor, Deck, TableBox, TextBox, TextLine

Worded = TextBox | TableBox

SLACK = pt(3)
"""Lines may touch by this much: glyphs never fill their pitch."""

WIDEST_EM = 1.0
NARROW_EM = 0.6
SPACE_EM = 0.3


def inked(box: TextBox) -> Rect:
    """Return the part of a text box that its planned lines cover: a Han character is one em wide, a space 0.3, others at most 0.6."""
    band = _band(box)
    width = min(band.width, max(map(_width, box.paragraphs)))
    across = band.width - width
    left = {Align.LEFT: ZERO, Align.CENTER: across.over(2), Align.RIGHT: across}[box.paragraphs[0].align]
    return Rect(band.x + left, band.y, width, band.height)


def _band(box: TextBox) -> Rect:
    """Return the lines of a text box in the full width of its frame."""
    height = sum((pt(line.pitch * (1 + len(line.breaks)) + line.after) for line in box.paragraphs), ZERO) - pt(box.paragraphs[-1].after)
    spare = box.frame.height - height
    top = {Anchor.TOP: ZERO, Anchor.MIDDLE: spare.over(2), Anchor.BOTTOM: spare}[box.anchor]
    return Rect(box.frame.x, box.frame.y + top, box.frame.width, height)


def _em(char: str) -> float:
    return SPACE_EM if char == " " else WIDEST_EM if ord(char) > 0x2E7F else NARROW_EM


def _width(paragraph: TextLine) -> Length:
    """Return about how wide the longest planned line of a paragraph is."""
    ems = [run.size * _em(char) for run in paragraph.runs for char in run.text]
    returns = (index for index, char in enumerate("".join(run.text for run in paragraph.runs)) if char == "\n")
    edges = sorted({0, *paragraph.breaks, *returns, len(ems)})
    return pt(max((sum(ems[start:end]) for start, end in pairwise(edges)), default=0.0))


@dataclass(frozen=True, slots=True)
class Taken:
    """What an element's words take up, in the full width of its frame or cell."""

    element: Worded
    band: Rect

    @property
    def ink(self) -> Rect:
        return inked(self.element) if isinstance(self.element, TextBox) else self.band


def run(deck: Deck) -> Iterator[Diagnostic]:
    for number, slide in enumerate(deck.slides, 1):
        boxes = [Taken(element, box) for element in slide.elements if isinstance(element, Worded) for box in _boxes(element)]
        for first, second in _overlapping(boxes):
            one, other = called(first), called(second)
            yield error(
                "FIT004",
                f"第 {number} 页的{one.zh}与{other.zh}重叠",
                f"{one.en} and {other.en} overlap on slide {number}",
                place_of(slide, first, second),
                Phrase("缩短其中一段文字", "shorten one of the two texts"),
            )


def _overlapping(boxes: list[Taken]) -> Iterator[tuple[Worded, Worded]]:
    """Yield elements that overlap, from the top of the slide down: a box is compared only with those that begin above its end.

    How wide a text's lines are is asked only where they overlap in the full width of their frames.
    """
    ordered = sorted(boxes, key=lambda taken: taken.band.y)
    for index, first in enumerate(ordered):
        end = first.band.bottom
        for second in ordered[index + 1 :]:
            if second.band.y >= end:
                break
            named_apart = first.element.name != second.element.name
            if named_apart and first.band.overlaps(second.band, SLACK) and first.ink.overlaps(second.ink, SLACK):
                yield first.element, second.element


def _boxes(element: Worded) -> Iterator[Rect]:
    """Yield what an element's words take up; a table's empty cells are free for badges."""
    if isinstance(element, TextBox):
        yield _band(element)
        return
    y = element.frame.y
    for row in element.rows:
        x = element.frame.x
        for cell, width in zip(row.cells, element.widths, strict=True):
            if cell and cell.paragraphs:
                yield Rect(x, y, width, row.height)
            x += width
        y += row.height


DEFINITION = DeckCheck("FIT004", run)
