"""What the template draws below each page: one scene for all slides of a layout, but for numbers of pages."""

from __future__ import annotations

from dataclasses import field

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Rect, Size
from engine.model.decor import Flat, Path
from engine.writers.pdf.engine import Grounds
from engine.writers.pdf.outline import polygon
from engine.writers.pdf.page_marks import GroundMark, Scene, TurnedWords

PAGE_NUMBER = "\ufffc"
"""Stands in the words of a template for the number of the page."""


@dataclass(slots=True)
class Scenes:
    """The scenes of one document by layout role; a role without a ground has none."""

    grounds: Grounds
    _made: dict[tuple[str, Size], Scene] = field(default_factory=dict)

    def scene(self, layout: str, number: int, size: Size) -> Scene | None:
        """Return what lies below the page of this number (from 1), None for nothing."""
        ground = self.grounds.get(layout)
        if ground is None:
            return None
        if (layout, size) not in self._made:
            wide, high = size.width.points, size.height.points
            sheet = polygon((0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high))
            paper = (
                ()
                if ground.background is None
                else (Path("background", (sheet,), Rect(ZERO, ZERO, size.width, size.height), Flat(ground.background)),)
            )
            self._made[layout, size] = Scene((*paper, *ground.decor), ground.fills)
        made = self._made[layout, size]
        if not made.marks and not made.fills:
            return None
        return replace(made, marks=tuple(_numbered(mark, number) for mark in made.marks)) if any(map(_counts, made.marks)) else made


def _counts(mark: GroundMark) -> bool:
    return isinstance(mark, TurnedWords) and any(PAGE_NUMBER in words.text for words in mark.words)


def _numbered(mark: GroundMark, number: int) -> GroundMark:
    if not isinstance(mark, TurnedWords):
        return mark
    return replace(mark, words=tuple(replace(words, text=words.text.replace(PAGE_NUMBER, str(number))) for words in mark.words))
