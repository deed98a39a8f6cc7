"""What a page is drawn with: painted outlines and words on one line, in points, y downwards."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.model.theme import Color
from engine.writers.pdf.outline import Outline


@dataclass(frozen=True, slots=True)
class Pen:
    """`dash` are the lengths of dashes and gaps, empty for a full line; `join` is the corner of two lines: miter, round or bevel."""

    color: Color
    width: float
    dash: tuple[float, ...] = ()
    join: str = "miter"


@dataclass(frozen=True, slots=True)
class Ink:
    """Outlines painted as one: filled, then stroked; None leaves that out. `opacity` is that of the fill."""

    outlines: tuple[Outline, ...]
    fill: Color | None = None
    pen: Pen | None = None
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text: `x` is its start, middle or end, as `anchor` says; `size` in points."""

    text: str
    x: float
    baseline: float
    size: float
    color: Color
    bold: bool
    anchor: str
    family: str
