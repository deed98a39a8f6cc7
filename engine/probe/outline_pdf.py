"""What the pages of a PDF say. Tables and charts are words among the others there."""

from __future__ import annotations

import re

import pypdfium2

from engine.model.outline import OutlinePage
from engine.probe.pdf_pages import pdf_facts

_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")


def pdf_outline(blob: bytes) -> tuple[OutlinePage, ...]:
    """Return the pages; a page's title is its first bookmark, else its first line. Raises ValueError when the bytes are no PDF."""
    try:
        facts = pdf_facts(blob)
    except pypdfium2.PdfiumError as fault:
        raise ValueError(str(fault)) from fault
    marks: dict[int, str] = {}
    for entry in facts.outline:
        marks.setdefault(entry.page, entry.title)
    pages = []
    for number, page in enumerate(facts.pages, 1):
        lines = [line.strip() for line in page.text.splitlines() if line.strip() and not _PAGE_NUMBER.fullmatch(line)]
        title = marks.get(number) or (lines[0] if lines else "")
        pages.append(OutlinePage(title, tuple(line for line in lines if line != title)))
    return tuple(pages)
