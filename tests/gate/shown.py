"""What is seen on the pages of a PDF: each glyph with the box of its ink, its size and colour, and the page as pixels without any words."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

Pixels = npt.NDArray[np.uint8]

SCALE = 2.0
"""Pixels for each point."""
MARGIN = 300
"""Points around a page where words are looked for that left it."""
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_INVISIBLE = 3


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character; its ink in points from the top left corner of the page. `color` is red, green, blue."""

    letter: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    color: tuple[int, int, int]
    is_bold: bool

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page in points; `ground` is what is drawn on it besides words, `SCALE` pixels to the point."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    ground: Pixels


def shown_pages(pdf: bytes) -> Iterator[ShownPage]:
    """Yield the pages of a PDF, one large picture at a time."""
    grounds = pypdfium2.PdfDocument(without_words(pdf))
    document = pypdfium2.PdfDocument(_with_margins(pdf))
    try:
        for number, (page, ground) in enumerate(zip(document, grounds, strict=True), 1):
            pixels = np.asarray(ground.render(scale=SCALE, rev_byteorder=True).to_pil().convert("RGB"))
            height = ground.get_height()
            yield ShownPage(number, ground.get_width(), height, tuple(_glyphs(page, height)), pixels)
    finally:
        document.close()
        grounds.close()


def _with_margins(pdf: bytes) -> bytes:
    """Return a PDF with room around each page: PDFium reads no words that stand off one."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            left, bottom, right, top = (float(edge) for edge in page.mediabox)
            page.mediabox = pikepdf.Array([left - MARGIN, bottom - MARGIN, right + MARGIN, top + MARGIN])
            for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if name in page:
                    del page[name]
        document.save(out)
    return out.getvalue()


def without_words(pdf: bytes) -> bytes:
    """Return a PDF whose pages show everything but text."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            page.contents_coalesce()
            page.Contents = document.make_stream(_silent(page))
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Form":
                thing.write(_silent(thing))
        document.save(out)
    return out.getvalue()


def _silent(stream: pikepdf.Page | pikepdf.Stream) -> bytes:
    kept = [each for each in pikepdf.parse_content_stream(stream) if str(each.operator) not in _SHOWS]
    return pikepdf.unparse_content_stream(kept)


def _glyphs(page: pypdfium2.PdfPage, height: float) -> Iterator[Glyph]:
    text = page.get_textpage()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    parts = [ctypes.c_uint() for _ in range(4)]
    matrix = pdfium.FS_MATRIX()
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if letter.isspace() or not letter.isprintable() or not pdfium.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top):
            continue
        piece = pdfium.FPDFText_GetTextObject(text.raw, index)
        if piece and pdfium.FPDFTextObj_GetTextRenderMode(piece) == _INVISIBLE:
            continue
        pdfium.FPDFText_GetFillColor(text.raw, index, *parts)
        pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text.raw, index) * (matrix.b**2 + matrix.d**2) ** 0.5
        red, green, blue, _ = (part.value for part in parts)
        is_bold = pdfium.FPDFText_GetFontWeight(text.raw, index) >= 600
        yield Glyph(letter, left.value, height - top.value, right.value, height - bottom.value, size, (red, green, blue), is_bold)
