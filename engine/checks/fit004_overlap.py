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
from engine.base.units import ZERO, Length, Rect, inch, pt
from engine.checks.calling import called, place_of
from engine.checks.definition import DeckCheck
from engine.model.deck import Deck, TableBox, TextBox
from engine.plan.inked import band, inked

Worded = TextBox | TableBox

SLACK = pt(3)
"""Lines may touch by this much, and by more on a page wider than `WIDESCREEN`: glyphs never fill their pitch."""
WIDESCREEN = inch(40 / 3)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an element's words take up at most: the lines of a text in the full width of its frame, all rows of a table."""

    element: Worded
    band: Rect

    def inked(self) -> tuple[Rect, ...]:
        """Return what they do take up; a table's empty cells are free for badges."""
        return (inked(self.element),) if isinstance(self.element, TextBox) else tuple(_filled_cells(self.element))


def run(deck: Deck) -> Iterator[Diagnostic]:
    for number, slide in enumerate(deck.slides, 1):
        taken = [Taken(element, _band(element)) for element in slide.elements if isinstance(element, Worded)]
        slack = SLACK * max(1.0, (slide.size or deck.size).width / WIDESCREEN)
        for first, second in _overlapping(taken, slack):
            one, other = called(first), called(second)
            yield error(
                "FIT004",
                f"第 {number} 页的{one.zh}与{other.zh}重叠",
                f"{one.en} and {other.en} overlap on slide {number}",
                place_of(slide, first, second),
                Phrase("缩短其中一段文字", "shorten one of the two texts"),
            )


def _overlapping(taken: list[Taken], slack: Length) -> Iterator[tuple[Worded, Worded]]:
    """Yield elements that overlap, from the top of the slide down: one is compared only with those that begin above its end.

    How wide a text's lines are, and where a table's cells stand, is asked only where the two overlap at their widest.
    """
    ordered = sorted(taken, key=lambda each: each.band.y)
    for index, first in enumerate(ordered):
        end = first.band.bottom
        for second in ordered[index + 1 :]:
            if second.band.y >= end:
                break
            named_apart = first.element.name != second.element.name
            if named_apart and first.band.overlaps(second.band, slack) and _meet(first, second, slack):
                yield first.element, second.element


def _meet(first: Taken, second: Taken, slack: Length) -> bool:
    others = second.inked()
    return any(box.overlaps(other, slack) for box in first.inked() for other in others)


def _band(element: Worded) -> Rect:
    if isinstance(element, TextBox):
        return band(element)
    frame = element.frame
    return Rect(frame.x, frame.y, sum(element.widths, ZERO), sum((row.height for row in element.rows), ZERO))


def _filled_cells(table: TableBox) -> Iterator[Rect]:
    y = table.frame.y
    for row in table.rows:
        x = table.frame.x
        for cell, width in zip(row.cells, table.widths, strict=True):
            if cell and cell.paragraphs:
                yield Rect(x, y, width, row.height)
            x += width
        y += row.height


DEFINITION = DeckCheck("FIT004", run)
