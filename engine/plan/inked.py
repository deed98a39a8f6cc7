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
    align = box.paragraphs[0].align
    left = ZERO if align is Align.LEFT else across if align is Align.RIGHT else across.over(2)
    return Rect(lines.x + left, lines.y, width, lines.height)


def band(box: TextBox) -> Rect:
    """Return the lines of a text box in the full width of its frame."""
    frame, lines = box.frame, box.paragraphs
    height = pt(sum(line.pitch * (1 + len(line.breaks)) + line.after for line in lines) - lines[-1].after)
    if box.anchor is Anchor.TOP:
        return Rect(frame.x, frame.y, frame.width, height)
    spare = frame.height - height
    return Rect(frame.x, frame.y + (spare if box.anchor is Anchor.BOTTOM else spare.over(2)), frame.width, height)


class _Ems(dict[str, float]):
    """How wide each character is at most, noted as it is first met: a page has thousands, of a few hundred kinds."""

    def __missing__(self, char: str) -> float:
        self[char] = found = SPACE_EM if char == " " else WIDEST_EM if ord(char) > 0x2E7F else NARROW_EM
        return found


_EM = _Ems()


def _width(paragraph: TextLine) -> Length:
    """Return about how wide the longest planned line of a paragraph is."""
    sizes = {run.size for run in paragraph.runs}
    plain = "".join(run.text for run in paragraph.runs)
    returns = (index for index, char in enumerate(plain) if char == "\n") if "\n" in plain else ()
    edges = sorted({0, *paragraph.breaks, *returns, len(plain)})
    if len(sizes) == 1:
        return pt(max((sum(map(_EM.__getitem__, plain[start:end])) for start, end in pairwise(edges)), default=0.0) * sizes.pop())
    ems = [run.size * em for run in paragraph.runs for em in map(_EM.__getitem__, run.text)]
    return pt(max((sum(ems[start:end]) for start, end in pairwise(edges)), default=0.0))
