"""What stands on the pages of a finished PDF where its ledger says: the words in each box. What was drawn is read, not what was meant."""

from __future__ import annotations

import pypdfium2

from engine.model.printed import Box, Printed
from engine.probe.found import Found

SLACK, EDGE, BESIDE = 1.0, 5.0, 24.0
"""Points that a box gives at each side, so that the glyphs of a neighbour that touches it are not read; and points above, below and
beside a chart that are read."""


def found_in_pdf(blob: bytes, printed: Printed) -> Found:
    """Look up every place of the ledger. Raises pypdfium2.PdfiumError when the file is no PDF."""
    document = pypdfium2.PdfDocument(blob)
    try:
        pages = _Pages(document)
        texts = tuple(_text(pages.words(place.page, place.box)) for place in printed.texts)
        drawn = tuple(pages.words(place.page, _with_edge(place.box)) or "" for place in printed.charts)
    finally:
        document.close()
    return Found(texts, drawn=drawn)


def _with_edge(box: Box | None) -> Box | None:
    """Return the box of a chart with what stands on its edge: the lower half of the last tick up, the right half of the last tick across."""
    if box is None:
        return None
    left, top, width, height = box
    return left - BESIDE, top - EDGE, width + 2 * BESIDE, height + 2 * EDGE


def _text(words: str | None) -> tuple[str, ...] | None:
    return None if words is None else (words,)


class _Pages:
    """Reads boxes of pages, one page at a time."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._number = 0
        self._height = 0.0
        self._text: pypdfium2.PdfTextPage | None = None
        self._known: dict[tuple[int, Box], str] = {}

    def words(self, number: int, box: Box | None) -> str | None:
        """Return the words in a box, None when there is no such page."""
        if box is None or not 1 <= number <= len(self._document):
            return None
        if (number, box) not in self._known:
            self._turn_to(number)
            assert self._text is not None
            left, top, width, height = box
            self._known[number, box] = self._text.get_text_bounded(
                left + SLACK, self._height - top - height + SLACK, left + width - SLACK, self._height - top - SLACK
            )
        return self._known[number, box]

    def _turn_to(self, number: int) -> None:
        if number != self._number:
            page = self._document[number - 1]
            self._number, self._height, self._text = number, page.get_height(), page.get_textpage()
