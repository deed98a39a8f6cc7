"""Facts about a finished PDF: pages, text in reading order, fonts, tags, outline. They are judged elsewhere."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from engine.base.records import dataclass

_FORM_DEPTH = 15  # how deeply drawings may hold drawings


@dataclass(frozen=True, slots=True)
class PdfFont:
    """`name` is the PostScript name without the six letters that mark a subset."""

    name: str
    family: str
    embedded: bool
    subset: bool


@dataclass(frozen=True, slots=True)
class PdfPage:
    """`width` and `height` in points; `text` in the order of the content, one line per line of print."""

    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """`level` counts from 0, `page` from 1."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """`fonts` in order of first use; `title` is the document's, empty when it has none; `alt_texts` those of figures, page by page."""

    pages: tuple[PdfPage, ...]
    fonts: tuple[PdfFont, ...]
    outline: tuple[OutlineEntry, ...]
    title: str
    tagged: bool
    tags: tuple[str, ...]
    alt_texts: tuple[str, ...]


def pdf_facts(pdf: bytes) -> PdfFacts:
    """Read a PDF. Raises pypdfium2.PdfiumError when it is none."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = list(document)
        elements = [element for page in pages for element in _structure(page)]
        return PdfFacts(
            pages=tuple(_page(page) for page in pages),
            fonts=tuple(dict.fromkeys(font for page in pages for font in _fonts(page))),
            outline=tuple(_outline(document)),
            title=str(document.get_metadata_value("Title")),
            tagged=bool(pdfium.FPDFCatalog_IsTagged(document.raw)),
            tags=tuple(dict.fromkeys(tag for tag, _ in elements)),
            alt_texts=tuple(alt for _, alt in elements if alt),
        )
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> PdfPage:
    text = page.get_textpage().get_text_bounded().replace("\r\n", "\n")
    return PdfPage(page.get_width(), page.get_height(), text)


def _fonts(page: pypdfium2.PdfPage) -> Iterator[PdfFont]:
    seen: set[int] = set()
    for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_FORM_DEPTH):
        font = pdfium.FPDFTextObj_GetFont(piece.raw)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in seen:
            seen.add(address)
            yield font_of(font)


def font_of(font: object) -> PdfFont:
    """Return what a font of a PDF says of itself."""
    name, family = _utf8(pdfium.FPDFFont_GetBaseFontName, font), _utf8(pdfium.FPDFFont_GetFamilyName, font)
    mark, plus, rest = name.partition("+")
    is_subset = bool(plus) and len(mark) == 6 and mark.isalpha() and mark.isupper()
    return PdfFont(rest if is_subset else name, family, bool(pdfium.FPDFFont_GetIsEmbedded(font)), is_subset)


def _outline(document: pypdfium2.PdfDocument) -> Iterator[OutlineEntry]:
    for bookmark in document.get_toc():
        target = bookmark.get_dest()
        index = target.get_index() if target else None
        yield OutlineEntry(bookmark.level, bookmark.get_title(), 0 if index is None else index + 1)


def _structure(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """Yield type and alternative text of every structure element of a page, parents before children."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        waiting = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in reversed(range(pdfium.FPDF_StructTree_CountChildren(tree)))]
        while waiting:
            element = waiting.pop()
            if not element:  # content, not an element
                continue
            yield _utf16(pdfium.FPDF_StructElement_GetType, element), _utf16(pdfium.FPDF_StructElement_GetAltText, element)
            count = pdfium.FPDF_StructElement_CountChildren(element)
            waiting += [pdfium.FPDF_StructElement_GetChildAtIndex(element, n) for n in reversed(range(count))]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _utf16(read: Callable[[object, object, int], int], element: object) -> str:
    """Return a string that PDFium hands out as UTF-16 with a closing zero; `read` answers how many bytes it has."""
    length = read(element, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    read(element, buffer, length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le")


def _utf8(read: Callable[[object, object, int], int], font: object) -> str:
    length = read(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    read(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")
