"""A page as it is set: drawings in the order of drawing, and what each is to somebody who listens. Lengths in points, y downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from engine.base.records import dataclass
from engine.base.units import Rect, Size
from engine.model.blocks import Align
from engine.model.decor import Matrix, Path, PlacedPicture
from engine.model.theme import Color
from engine.writers.pdf.marks import Ink, Words


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one look in one line; `spacing` is added to each. `address` is what it links to: a URL, or # and a bookmark."""

    text: str
    size: float
    color: Color
    bold: bool
    family: str
    spacing: float = 0.0
    address: str | None = None


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line on its baseline, in the room from `left` to `left + width`."""

    pieces: tuple[Piece, ...]
    left: float
    width: float
    baseline: float
    align: Align


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one paragraph."""

    lines: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """Painted outlines and words whose own corner lies at (`left`, `top`)."""

    marks: tuple[Ink | Words, ...]
    left: float = 0.0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of pixels, as large as its frame."""

    blob: bytes
    frame: Rect


@dataclass(frozen=True, slots=True)
class TurnedWords:
    """Words of the template, at places that `matrix`, a turn and a shift, brings to the page."""

    words: tuple[Words, ...]
    matrix: Matrix


GroundMark = Path | PlacedPicture | TurnedWords


@dataclass(frozen=True, slots=True)
class Scene:
    """What the template draws below a slide, in drawing order; `fills` are what its placeholders draw below their text, by slot."""

    marks: tuple[GroundMark, ...]
    fills: Mapping[str, Color] = field(default_factory=dict)


Drawing = Lines | Sketch | Photo | Scene


@dataclass(frozen=True, slots=True)
class Part:
    """An element of the structure tree; `tag` is the PDF's own name of it. A Figure has `alt` and the frame it fills."""

    tag: str
    children: tuple[Part | Drawing, ...] = ()
    alt: str = ""
    frame: Rect | None = None


@dataclass(frozen=True, slots=True)
class SetPage:
    """One page. A drawing that stands in no part is decoration; `anchors` are the places of bookmarks."""

    size: Size
    marks: tuple[Part | Drawing, ...]
    anchors: Mapping[str, tuple[float, float]] = field(default_factory=dict)
