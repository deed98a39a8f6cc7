"""Paper → .docx, by what stands in `document.py`."""

from __future__ import annotations

from engine.base.workspace import Workspace
from engine.brand.paper_style import PaperBrand
from engine.model.paper import Paper
from engine.writers.definition import WriterDef


def emit(paper: Paper, brand: PaperBrand, _workspace: Workspace) -> bytes:
    """Return the document, byte for byte the same for the same paper and template."""
    from engine.writers.docx.document import written  # twenty modules that `debrief check` does without

    return written(paper, brand, DEFINITION.name)


DEFINITION = WriterDef(name="docx", suffix="docx", emit_paper=emit)
