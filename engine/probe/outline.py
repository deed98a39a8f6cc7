"""The outline of a finished file, of debrief or of anybody, by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.model.outline import OutlinePage
from engine.probe.outline_docx import docx_pages
from engine.probe.outline_pdf import pdf_outline
from engine.probe.outline_pptx import pptx_pages

READERS: Mapping[str, Callable[[bytes], tuple[OutlinePage, ...]]] = {".pptx": pptx_pages, ".docx": docx_pages, ".pdf": pdf_outline}


def pages_of(suffix: str, blob: bytes) -> tuple[OutlinePage, ...]:
    """Return the pages of a .pptx or .pdf, the chapters of a .docx. Raises ValueError when the bytes are no such file."""
    return READERS[suffix](blob)
