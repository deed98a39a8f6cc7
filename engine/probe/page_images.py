"""Pages of a PDF as PNG pictures, and all of them on one sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from engine.base.errors import UsageError

CELL_WIDTH, SMALL_WIDTH = 320, 480
"""Pixels of a page on a contact sheet, and of one in a baseline, unless told otherwise."""
_GROUND = (226, 230, 233)
_FRAME = (196, 203, 208)
_INK = (67, 83, 95)
_GAP = 16
_CAPTION = 26
_TEXT_SIZE = 15
_COMPRESSION = 3  # level 9 takes five times as long and saves a tenth


def page_pngs(pdf: bytes, width_px: int = 1280) -> list[bytes]:
    """Return each page as PNG, `width_px` wide; the same PDF gives the same bytes. Raises UsageError when it is damaged."""
    return [_png(page) for page in drawn_pages(pdf, width_px)]


def pngs_and_sheet(pdf: bytes, width_px: int = 1280, first: int | None = None) -> tuple[list[bytes], bytes]:
    """Return the first pages as PNG, None for all of them, and the contact sheet of all.

    Raises UsageError when the PDF is damaged, ValueError when it has no page.
    """
    pngs: list[bytes] = []
    cells: list[Image.Image] = []
    for page in drawn_pages(pdf, width_px):  # one large picture at a time
        cells.append(_scaled(page, CELL_WIDTH))
        if first is None or len(pngs) < first:
            pngs.append(_png(page))
    return pngs, contact_sheet(cells)


def drawn_pages(pdf: bytes, width_px: int) -> Iterator[Image.Image]:
    """Yield a picture of each page. Raises UsageError when the PDF is damaged."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as damage:
        raise UsageError("这个 PDF 已损坏，无法打开", f"the PDF is damaged and cannot be opened ({damage})") from damage
    try:
        for page in document:
            yield page.render(scale=width_px / page.get_width(), rev_byteorder=True).to_pil().convert("RGB")
    finally:
        document.close()


def contact_sheet(pages: Iterable[Image.Image], columns: int = 4, cell_width: int = CELL_WIDTH) -> bytes:
    """Return one PNG with all pages in reading order, each above its number. Raises ValueError when there is no page."""
    cells = [_scaled(page, cell_width) for page in pages]
    if not cells:
        raise ValueError("a contact sheet needs at least one page")
    columns = min(columns, len(cells))
    row_height = max(cell.height for cell in cells) + _CAPTION
    rows = -(-len(cells) // columns)
    sheet = Image.new("RGB", (_GAP + columns * (cell_width + _GAP), _GAP + rows * row_height), _GROUND)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(_TEXT_SIZE)
    for index, cell in enumerate(cells):
        x, y = _GAP + index % columns * (cell_width + _GAP), _GAP + index // columns * row_height
        draw.rectangle((x - 1, y - 1, x + cell.width, y + cell.height), outline=_FRAME)
        sheet.paste(cell, (x, y))
        draw.text((x + cell_width / 2, y + cell.height + _CAPTION / 2 - 2), str(index + 1), fill=_INK, font=font, anchor="mm")
    return _png(sheet)


def _scaled(page: Image.Image, width: int) -> Image.Image:
    if page.width % width == 0:
        return page.reduce(page.width // width) if page.width > width else page
    return page.resize((width, max(1, round(page.height * width / page.width))), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=_COMPRESSION)
    return buffer.getvalue()


def small_pngs(pdf: bytes, width_px: int = SMALL_WIDTH) -> list[bytes]:
    """Return each page as a PNG small enough to be kept beside content: 256 colours, some 15 KiB. Raises UsageError for a damaged PDF."""
    return [_small_png(page) for page in drawn_pages(pdf, width_px)]


def _small_png(page: Image.Image) -> bytes:
    buffer = io.BytesIO()
    page.quantize(256, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
