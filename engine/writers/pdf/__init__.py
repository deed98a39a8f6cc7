"""PDF files from planned decks."""

from __future__ import annotations

from functools import cache

from engine.base.workspace import BUILTIN_ROOT
from engine.model.deck import Deck
from engine.writers.pdf.engine import Ground, Grounds, PdfEngine

__all__ = ["Ground", "Grounds", "PdfEngine", "emit"]


def emit(deck: Deck, grounds: Grounds, engine: PdfEngine | None = None) -> bytes:
    """Return the deck as a tagged PDF (PDF/UA-1), one page per slide; `engine` None is WeasyPrint.

    Raises EnvironmentFault when a font or a library is missing, TemplateError when something in the deck cannot be drawn.
    """
    return (engine or _weasyprint()).render_deck(deck, grounds)


@cache
def _weasyprint() -> PdfEngine:
    from engine.writers.pdf.weasy import WeasyPrintEngine  # imports WeasyPrint

    return WeasyPrintEngine((BUILTIN_ROOT / "templates" / "pdf" / "deck.css").read_text(encoding="utf-8"))
