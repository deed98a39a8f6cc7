"""The PDF of a planned report, drawn by either engine."""

from __future__ import annotations

from dataclasses import replace

from engine.base.workspace import Workspace
from engine.model.report import PdfMaker
from engine.planned import Planned
from engine.writers import Form
from engine.writers.pdf.emit import emit, emit_paper


def pdf_by(maker: PdfMaker, planned: Planned, workspace: Workspace) -> bytes:
    """Return the PDF of the primary form."""
    if planned.primary is Form.DECK:
        assert planned.slides is not None
        deck = planned.slides.deck
        return emit(replace(deck, meta=replace(deck.meta, pdf_maker=maker)), planned.slides.brand, workspace)
    assert planned.pages is not None
    paper = planned.pages.paper
    return emit_paper(replace(paper, meta=replace(paper.meta, pdf_maker=maker)), planned.pages.brand, workspace)
