"""Where LibreOffice really drew the words of slides: the lines of each text, as boxes, read from the PDF that it made."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from engine.base.records import dataclass
from engine.probe.drawn import DrawnBox, DrawnFile, DrawnObject, Kind


@dataclass(frozen=True, slots=True)
class DrawnLines:
    """One text of a slide with the boxes of its lines, glyph by glyph as they are inked, in points from the top left corner."""

    object: DrawnObject
    lines: tuple[DrawnBox, ...]


@dataclass(frozen=True, slots=True)
class _Glyph:
    letter: str
    box: DrawnBox


def office_lines(slides: DrawnFile, pdf: bytes) -> tuple[DrawnLines, ...]:
    """Find the texts of slides on the pages of their PDF; those that are not there in the same letters (fields, effects) are left out.

    Hidden slides are not drawn. Raises ValueError when the bytes are no PDF, or when it has another number of pages than slides are shown.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        raise ValueError(str(fault)) from fault
    try:
        shown = [page.number for page in slides.pages if not page.is_hidden]
        if not shown:
            return ()
        if len(document) != len(shown):
            raise ValueError(f"{len(document)} pages for {len(shown)} slides")
        return tuple(found for index, number in enumerate(shown) for found in _on_page(slides, number, document[index]))
    finally:
        document.close()


def _on_page(slides: DrawnFile, number: int, page: pypdfium2.PdfPage) -> Iterator[DrawnLines]:
    glyphs = list(_glyphs(page))
    letters = "".join(glyph.letter for glyph in glyphs)
    free = [True] * len(glyphs)
    texts = [each for each in slides.objects if each.page == number and each.kind is Kind.TEXT]
    for text in sorted(texts, key=lambda each: -len(each.words)):  # the longest first: a short one may be a part of it
        lines: list[DrawnBox] = []
        for paragraph in text.words.splitlines():
            wanted = "".join(paragraph.split())
            found = [(start, list(_lines(glyphs[start : start + len(wanted)]))) for start in _places(letters, wanted, free)]
            if found:
                start, drawn = min(found, key=lambda each: _outside(text.box, each[1]))
                free[start : start + len(wanted)] = [False] * len(wanted)
                lines.extend(drawn)
        if lines:
            yield DrawnLines(text, tuple(lines))


def _places(letters: str, wanted: str, free: list[bool]) -> Iterator[int]:
    """Yield where the letters of a paragraph stand that no other text has taken."""
    start = letters.find(wanted) if wanted else -1
    while start >= 0:
        if all(free[start : start + len(wanted)]):
            yield start
        start = letters.find(wanted, start + 1)


def _outside(frame: DrawnBox | None, lines: list[DrawnBox]) -> float:
    """Return how far lines are outside a frame: the same words may stand in a chart or a table, and those in the frame are its own."""
    if frame is None:
        return 0.0
    return max(0.0, *(max(frame.x - line.x, frame.y - line.y, line.right - frame.right, line.bottom - frame.bottom) for line in lines))


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[_Glyph]:
    height, text = page.get_height(), page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if not letter.isspace() and pdfium.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top):
            yield _Glyph(letter, DrawnBox(left.value, height - top.value, right.value - left.value, top.value - bottom.value))


def _lines(glyphs: list[_Glyph]) -> Iterator[DrawnBox]:
    """Yield the lines of a paragraph: a line ends where the next glyph stands further left."""
    line: list[DrawnBox] = []
    for glyph in glyphs:
        if line and glyph.box.x < line[-1].x:
            yield _around(line)
            line = []
        line.append(glyph.box)
    if line:
        yield _around(line)


def _around(boxes: list[DrawnBox]) -> DrawnBox:
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return DrawnBox(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)
