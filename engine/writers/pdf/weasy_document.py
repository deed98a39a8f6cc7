"""WeasyPrint at arm's length: our own tree in, bytes out, everything it would have shrugged off raised."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from xml.etree.ElementTree import Element

import cssselect2
from weasyprint import CSS, HTML, Document
from weasyprint.logger import LOGGER
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from engine.base.errors import EngineError, TemplateError
from engine.writers.pdf.weasy_fonts import InstalledFonts, characters_missing
from engine.writers.pdf.weasy_images import Drawable
from engine.writers.pdf.weasy_subset import SubsettingFonts

VARIANT = "pdf/ua-1"


class Page(HTML):  # type: ignore[misc]  # an untyped parent
    """A document that is a tree already; only our style sheets apply."""

    def __init__(self, root: Element) -> None:  # the parent's would serialise and parse
        self.base_url = None
        self.url_fetcher = DataFetcher()
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002, FBT001, FBT002  the parent's signature
        return []


class DataFetcher(URLFetcher):  # type: ignore[misc]  # an untyped parent
    """Fetches nothing but `data:` addresses; a refusal stops the rendering."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False, fail_on_errors=True)


def lay_out(root: Element, sheets: tuple[str, ...], images: Mapping[str, Drawable], fonts: InstalledFonts) -> Document:
    """Lay out a tree. `images` answer addresses that are no `data:`. Raises TemplateError when a picture cannot be read."""
    with _strictly():
        return Page(root).render(
            font_config=fonts.configuration,
            stylesheets=[_fixed_sheet(sheets[0]), *(CSS(string=sheet) for sheet in sheets[1:])],
            pdf_variant=VARIANT,
            cache=dict(images),
        )


def write(document: Document, fonts: InstalledFonts) -> bytes:
    """Return the PDF. Raises EnvironmentFault when characters came from a font nobody asked for."""
    document.fonts = SubsettingFonts()
    with _strictly():
        blob = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=True)
    assert isinstance(blob, bytes)
    strangers = [font for font in document.fonts.values() if font.family not in fonts.middles]
    if strangers:
        raise characters_missing("".join(text for font in strangers for text in font.to_unicode.values()), sorted(fonts.middles))
    return blob


@lru_cache(maxsize=4)
def _fixed_sheet(text: str) -> CSS:
    return CSS(string=text)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _strictly() -> Iterator[None]:
    """Turn what WeasyPrint only logs, and its one error outside `Exception`, into an EngineError."""
    complaints = _Complaints()
    LOGGER.addHandler(complaints)
    propagate, LOGGER.propagate = LOGGER.propagate, False
    try:
        yield
    except FatalURLFetchingError as refused:
        raise _not_drawn(str(refused)) from None
    finally:
        LOGGER.removeHandler(complaints)
        LOGGER.propagate = propagate
    if complaints.lines:
        raise _not_drawn("; ".join(dict.fromkeys(complaints.lines)))


def _not_drawn(what: str) -> EngineError:
    shown = what if len(what) <= 300 else f"{what[:300]}…"
    return TemplateError(f"PDF 无法绘制：{shown}", f"the PDF cannot be drawn: {shown}")
