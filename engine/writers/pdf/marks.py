"""What a page is drawn with: painted outlines and words on one line, in points, y downwards."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.model.decor import Outline, Pen
from engine.model.theme import Color


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
    opacity: float = 1.0
