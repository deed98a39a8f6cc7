"""The seam of PDF output: an engine takes a planned deck and the grounds of its layouts, and answers with the bytes of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from engine.model.deck import Deck
from engine.model.theme import Color
from engine.writers.pdf.page_marks import GroundMark


class Ground(Protocol):
    """What a layout draws below every slide that uses it: the paper's colour (None: white) and static elements in drawing order."""

    @property
    def background(self) -> Color | None: ...

    @property
    def decor(self) -> tuple[GroundMark, ...]: ...

    @property
    def fills(self) -> Mapping[str, Color]:
        """What placeholders draw below their text, by slot."""
        ...


Grounds = Mapping[str, Ground]


class PdfEngine(Protocol):
    """A way to make a PDF. It obeys the plan: sizes, positions and line breaks are decided.

    Raises EnvironmentFault when a font or a library is missing, TemplateError when something in the deck cannot be drawn.
    """

    @property
    def name(self) -> str: ...

    def render_deck(self, deck: Deck, grounds: Grounds) -> bytes:
        """Return one page per slide; `grounds` is keyed by layout role, a role without an entry has a white ground."""
        ...
