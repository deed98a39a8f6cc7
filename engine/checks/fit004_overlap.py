"""FIT004: two texts stand on each other.

What it does: compares the boxes that the planned lines of two texts take up (not their empty frames), and texts with the filled cells of tables.
Why it matters: overlapping words cannot be read.

Fails: a title of three lines that reaches into the line below it.
Passes: the same title over two lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.records import dataclass
from engine.base.units import Rect, pt
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.checks.inked import band, inked
from engine.model.deck import Deck, TableBox, TextBox

Worded = TextBox | TableBox

SLACK = pt(3)
"""Lines may touch by this much: glyphs never fill their pitch."""


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
        yield band(element)
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
