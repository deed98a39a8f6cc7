"""What the planned lines of a text take up on a page, which is less than the frame that they stand in."""

from __future__ import annotations

from itertools import pairwise

from engine.base.units import ZERO, Length, Rect, pt
from engine.model.blocks import Align
from engine.model.deck import Anchor, TextBox, TextLine

WIDEST_EM = 1.0
NARROW_EM = 0.6
SPACE_EM = 0.3


def inked(box: TextBox) -> Rect:
    """Return the part of a text box that its planned lines cover: a Han character is one em wide, a space 0.3, others at most 0.6."""
    lines = band(box)
    width = min(lines.width, max(map(_width, box.paragraphs)))
    across = lines.width - width
    left = {Align.LEFT: ZERO, Align.CENTER: across.over(2), Align.RIGHT: across}[box.paragraphs[0].align]
    return Rect(lines.x + left, lines.y, width, lines.height)


def band(box: TextBox) -> Rect:
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
