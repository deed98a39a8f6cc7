"""WeasyPrint at arm's length: painted pages in, bytes out, everything it would have shrugged off raised."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import Document
from weasyprint.logger import LOGGER
from weasyprint.pdf.metadata import DocumentMetadata

from engine.base.errors import EngineError, TemplateError
from engine.writers.pdf.font_faults import characters_missing
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_page import PaintedPage
from engine.writers.pdf.weasy_structure import add_structure
from engine.writers.pdf.weasy_subset import SubsettingFonts, uncopied_fonts


def write(pages: list[PaintedPage], metadata: DocumentMetadata, fonts: InstalledFonts) -> bytes:
    """Return the PDF/UA-1. Raises EnvironmentFault when characters came from a font nobody asked for, TemplateError for dead links."""
    document = Document(pages, metadata, None, fonts.configuration, {}, None)
    document.fonts = SubsettingFonts(fonts)
    with _strictly(), uncopied_fonts():
        blob = document.write_pdf(finisher=_finish, pdf_identifier=True, pdf_version="1.7")
    assert isinstance(blob, bytes)
    strangers = [font for font in document.fonts.values() if font.family not in fonts.families]
    if strangers:
        raise characters_missing("".join(text for font in strangers for text in font.to_unicode.values()), sorted(fonts.families))
    return blob


def _finish(document: Document, pdf: Any) -> None:
    add_structure(pdf, document.pages)
    document.metadata.include_in_pdf(pdf, "ua", 1, conformance=None, compress=True)
    pdf.objects[:] = [each if each.free == "f" else _Finished(each) for each in pdf.objects]


class _Finished(pydyf.Object):  # type: ignore[misc]  # an untyped parent
    """An object whose data is made once: it is asked for when the file is named and again when it is written."""

    def __init__(self, source: Any) -> None:
        super().__init__()
        self.number, self.generation = source.number, source.generation
        self._data, self._compressible = _data(source), source.compressible

    @property
    def data(self) -> Any:
        return self._data

    @property
    def compressible(self) -> Any:
        return self._compressible


def _data(source: Any) -> bytes:
    """Return what an object holds; compressed at the usual level, which is twice as fast as the highest and loses half a percent."""
    if not (isinstance(source, pydyf.Stream) and source.compress and all(isinstance(part, bytes) for part in source.stream)):
        return bytes(source.data)
    packed = zlib.compress(b"\n".join(source.stream))
    return bytes(pydyf.Stream([packed], {**source.extra, "Filter": "/FlateDecode"}).data)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _strictly() -> Iterator[None]:
    """Turn what WeasyPrint only logs into an EngineError."""
    complaints = _Complaints()
    LOGGER.addHandler(complaints)
    propagate, LOGGER.propagate = LOGGER.propagate, False
    try:
        yield
    finally:
        LOGGER.removeHandler(complaints)
        LOGGER.propagate = propagate
    if complaints.lines:
        raise _not_drawn("; ".join(dict.fromkeys(complaints.lines)))


def _not_drawn(what: str) -> EngineError:
    shown = what if len(what) <= 300 else f"{what[:300]}…"
    return TemplateError(f"PDF 无法绘制：{shown}", f"the PDF cannot be drawn: {shown}")
