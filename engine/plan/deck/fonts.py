"""The measured families of a deck."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.layout.fonts import FontBook


@dataclass(frozen=True, slots=True)
class DeckFonts:
    """`body` measures running text, `heading` titles and big numbers; None where both are of one family."""

    body: FontBook
    heading: FontBook | None = None

    @property
    def books(self) -> tuple[FontBook, ...]:
        """The families, each once."""
        return (self.body,) if self.heading is None else (self.body, self.heading)
