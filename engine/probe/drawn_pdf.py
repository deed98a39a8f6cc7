"""What the pages of a PDF show: fonts, sizes, pictures, tags, links, and how full each page is."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import field

import pypdfium2
import pypdfium2.raw as pdfium

from engine.base.records import dataclass
from engine.probe.drawn import DrawnFile, DrawnFont, DrawnHeading, DrawnInk, DrawnLink, DrawnPage, DrawnPicture, DrawnText
from engine.probe.pdf_grounds import Grounds, color_of
from engine.probe.pdf_lines import Ink, collisions, strays
from engine.probe.pdf_pages import font_of

RUNNING = 0.07
"""The part of a page at its head and at its foot where running lines stand."""
LEADING = 4.0
"""Points that a line takes up above and below what is inked of it."""
GROUND = 0.6
"""What covers more than this part of a page is its ground, but for a picture: that must have nearly its width and height."""
WHOLE = 0.9
PLAIN = 150.0
"""Pictures with fewer pixels to the inch may be the flat colour of something half-transparent, and are looked into."""
_DEPTH = 15
_INVISIBLE = 3
_BOLD = re.compile("bold|black|heavy", re.IGNORECASE)
_HEADINGS = {f"H{level}": level for level in range(1, 7)}
_TOC, _FIGURE, _LINK = frozenset({"TOC", "TOCI"}), "Figure", pdfium.FPDF_ANNOT_LINK


def drawn_in_pdf(blob: bytes) -> DrawnFile:
    """Read every page. Raises ValueError when the bytes are no PDF."""
    try:
        document = pypdfium2.PdfDocument(blob)
    except pypdfium2.PdfiumError as fault:
        raise ValueError(str(fault)) from fault
    read = _Read(document)
    try:
        for number in range(len(document)):
            read.page(number)
    finally:
        document.close()
    return DrawnFile(
        "pdf",
        tuple(read.pages),
        texts=tuple(read.texts),
        pictures=tuple(read.pictures),
        headings=tuple(read.headings),
        broken_links=tuple(read.links),
        fonts=tuple(read.fonts.values()),
        collisions=tuple(pair for number, (_, _, inks) in enumerate(read.inks, 1) for pair in collisions(number, inks)),
        strays=tuple(strays(read.inks)),
        inks=tuple(read.colored.values()),
    )


@dataclass(slots=True)
class _Read:
    """A document being read. A text is noted once for each size on a page: `texts` hold the first words of that size.

    `placed` are the pictures by their pixels and place: one that stands on every page is noted on the first.
    """

    document: pypdfium2.PdfDocument
    pages: list[DrawnPage] = field(default_factory=list)
    texts: list[DrawnText] = field(default_factory=list)
    pictures: list[DrawnPicture] = field(default_factory=list)
    headings: list[DrawnHeading] = field(default_factory=list)
    links: list[DrawnLink] = field(default_factory=list)
    fonts: dict[str, DrawnFont] = field(default_factory=dict)
    seen: dict[int, str] = field(default_factory=dict)
    placed: set[tuple[int, ...]] = field(default_factory=set)
    inks: list[tuple[float, float, list[Ink]]] = field(default_factory=list)
    colored: dict[tuple[int, str, str, float, bool], DrawnInk] = field(default_factory=dict)

    def page(self, index: int) -> None:
        page = self.document[index]
        number, width, height = index + 1, page.get_width(), page.get_height()
        bands: list[tuple[float, float]] = []
        sizes: dict[float, object] = {}
        inks: list[Ink] = []
        grounds, is_pictured = Grounds(), False
        words, seen = page.get_textpage(), page.get_cropbox()
        for piece in page.get_objects(max_depth=_DEPTH):
            kind = piece.type
            try:
                left, bottom, right, top = piece.get_bounds()
            except pypdfium2.PdfiumError:
                continue
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                font = self._font(piece)
                if pdfium.FPDFTextObj_GetTextRenderMode(piece.raw) != _INVISIBLE:
                    size = _size(piece)
                    sizes.setdefault(size, piece)
                    if _is_upright(piece) and seen[0] < (left + right) / 2 < seen[2] and seen[1] < (bottom + top) / 2 < seen[3]:
                        said = _words(piece, words)
                        inks.append(Ink(said, left, bottom, right, top, size))
                        self._ink(piece, number, said, size, grounds.at((left, bottom, right, top)), is_bold=_BOLD.search(font) is not None)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(piece, number)
            grounds.add(piece, (left, bottom, right, top))
            is_whole = right - left > WHOLE * width and top - bottom > WHOLE * height
            is_pictured = is_pictured or (kind == pdfium.FPDF_PAGEOBJ_IMAGE and is_whole)
            if not is_whole and (kind == pdfium.FPDF_PAGEOBJ_IMAGE or (right - left) * (top - bottom) < GROUND * width * height):
                bands.append((bottom - LEADING, top + LEADING))
        for size, piece in sizes.items():
            self.texts.append(DrawnText(number, "", _words(piece, words), size))
        self.pages.append(DrawnPage(number, width, height, None if is_pictured else _filled(bands, height)))
        self.inks.append((width, height, inks))
        self._tags(page, number)
        self.links.extend(_broken(page, number, len(self.document)))

    def _ink(self, piece: pypdfium2.PdfObject, page: int, said: str, size: float, ground: str | None, *, is_bold: bool) -> None:
        """Note the first words of each colour, ground and size on a page."""
        color = color_of(piece)
        if color is not None and ground is not None and said.strip() and piece.level == 0:
            self.colored.setdefault((page, color, ground, size, is_bold), DrawnInk(page, said.strip(), color, ground, size, is_bold))

    def _font(self, piece: pypdfium2.PdfObject) -> str:
        """Note a font, and return its name."""
        font = pdfium.FPDFTextObj_GetFont(piece.raw)
        address = ctypes.cast(font, ctypes.c_void_p).value or 0
        if address not in self.seen:
            facts = font_of(font)
            self.seen[address] = facts.name
            if facts.name:  # the glyphs of a font without a name (type 3) are drawings inside the file
                self.fonts.setdefault(facts.name, DrawnFont(facts.name, facts.embedded))
        return self.seen[address]

    def _picture(self, piece: pypdfium2.PdfObject, number: int) -> None:
        matrix = piece.get_matrix()
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        if pdfium.FPDFImageObj_GetImagePixelSize(piece.raw, wide, high) and wide.value and high.value:
            width, height = (matrix.a**2 + matrix.b**2) ** 0.5, (matrix.c**2 + matrix.d**2) ** 0.5
            placed = (wide.value, high.value, *(round(each) for each in (width, height, matrix.e, matrix.f)))
            if placed in self.placed or (72 * wide.value < PLAIN * width and _is_flat(piece)):
                return
            self.placed.add(placed)
            self.pictures.append(DrawnPicture(number, "", width, height, (wide.value, high.value), decorative=True))

    def _tags(self, page: pypdfium2.PdfPage, number: int) -> None:
        """Note headings and figures in the order of the tags. A picture is a figure there, so it is not asked for words twice."""
        elements = list(_elements(page))
        for index, (tag, alt, title) in enumerate(elements):
            if tag in _HEADINGS:
                after = [each for each, _, _ in elements[index + 1 :] if each not in {"Span", "Lbl", "LBody", "Link"}]
                listed = any(each in _TOC for each, _, _ in elements)
                self.headings.append(DrawnHeading(number, _HEADINGS[tag], title, is_last=not after and not listed))
            elif tag == _FIGURE:
                self.pictures.append(DrawnPicture(number, "", 0.0, 0.0, None, alt))


def _is_flat(piece: pypdfium2.PdfObject) -> bool:
    """Tell whether a picture has one colour only, below its mask: programs write half-transparent shapes so."""
    image = pypdfium2.PdfImage(piece.raw, page=piece.page, pdf=piece.pdf) if not isinstance(piece, pypdfium2.PdfImage) else piece
    try:
        colors = image.get_bitmap(render=False).to_pil().convert("RGB").getextrema()
    except (pypdfium2.PdfiumError, ValueError):
        return False
    return all(low == high for low, high in colors)


def _size(piece: pypdfium2.PdfObject) -> float:
    """Return the size in which a text is seen, to a tenth of a point."""
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(piece.raw, size)
    matrix = piece.get_matrix()
    return round(float(size.value * (matrix.c**2 + matrix.d**2) ** 0.5), 1)


def _is_upright(piece: pypdfium2.PdfObject) -> bool:
    matrix = piece.get_matrix()
    return bool(abs(matrix.b) < 1e-3 and abs(matrix.c) < 1e-3)


def _words(piece: object, page: pypdfium2.PdfTextPage) -> str:
    raw = getattr(piece, "raw")  # noqa: B009  a PdfObject
    return _utf16(lambda buffer, length: int(pdfium.FPDFTextObj_GetText(raw, page.raw, buffer, length)), ctypes.c_ushort)


def _filled(bands: list[tuple[float, float]], height: float) -> float:
    """Return the part of a page's height, between its running lines, beside which something stands."""
    low, high = RUNNING * height, (1 - RUNNING) * height
    total, end = 0.0, low
    for bottom, top in sorted(bands):
        if (bottom + top) / 2 < low or (bottom + top) / 2 > high:
            continue
        start, stop = max(bottom, end), min(top, high)
        if stop > start:
            total, end = total + stop - start, stop
    return total / (high - low)


def _elements(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str, str]]:
    """Yield type, alternative text and title of the structure elements of a page, parents before children."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return
    try:
        waiting = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in reversed(range(pdfium.FPDF_StructTree_CountChildren(tree)))]
        while waiting:
            element = waiting.pop()
            if not element:  # content, not an element
                continue
            yield (
                _of_element(pdfium.FPDF_StructElement_GetType, element),
                _of_element(pdfium.FPDF_StructElement_GetAltText, element),
                _of_element(pdfium.FPDF_StructElement_GetTitle, element),
            )
            count = pdfium.FPDF_StructElement_CountChildren(element)
            waiting += [pdfium.FPDF_StructElement_GetChildAtIndex(element, n) for n in reversed(range(count))]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _of_element(read: Callable[[object, object, int], int], element: object) -> str:
    return _utf16(lambda buffer, length: read(element, buffer, length), ctypes.c_char)


def _utf16(read: Callable[[object, int], int], unit: type[ctypes.c_char | ctypes.c_ushort]) -> str:
    """Return a string that PDFium hands out as UTF-16 with a closing zero; `read` answers how many bytes it has."""
    length = read(None, 0)
    buffer = (unit * max(length, 2))()
    read(buffer, length)
    return bytes(memoryview(buffer).cast("B"))[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _broken(page: pypdfium2.PdfPage, number: int, count: int) -> Iterator[DrawnLink]:
    """Yield links into this document whose page is not there; what leads elsewhere is not opened."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        kind = pdfium.FPDFAction_GetType(action) if action else pdfium.PDFACTION_GOTO
        if kind not in {pdfium.PDFACTION_GOTO, pdfium.PDFACTION_UNSUPPORTED}:
            continue
        target = pdfium.FPDFLink_GetDest(page.parent.raw, link)
        if not target and kind == pdfium.PDFACTION_UNSUPPORTED:
            continue
        index = pdfium.FPDFDest_GetDestPageIndex(page.parent.raw, target) if target else -1
        if not 0 <= index < count:
            yield DrawnLink(number, "", "")
