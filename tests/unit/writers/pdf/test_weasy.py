"""What is WeasyPrint's own; what both engines do is in test_engine."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf

from engine.model.deck import Deck, TextBox
from engine.writers.pdf.weasy import WeasyPrintEngine


def test_the_program_that_made_the_file_is_named(deck: Callable[..., Deck], box: Callable[..., TextBox]) -> None:
    with pikepdf.open(io.BytesIO(WeasyPrintEngine().render_deck(deck((box("一"),)), {}))) as pdf:
        assert str(pdf.docinfo["/Creator"]) == "debrief"
