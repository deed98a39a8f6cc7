"""What can be counted in a finished file without judging it: its pages, the day on which it was saved, and the dates that it states."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import pypdfium2

from engine.base.records import dataclass
from engine.model.outline import OutlinePage
from engine.probe.outline import pages_of
from engine.probe.package_parts import open_parts
from engine.probe.stated_dates import stated_days, stated_period

_CORE = "docProps/core.xml"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_PRESENTATION = "ppt/presentation.xml"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")
_TITLE_LINES = 8


@dataclass(frozen=True, slots=True)
class Stated:
    """Up to which day data reach by the words of a page; page 0: of a document, which has none before it is opened."""

    page: int
    words: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Measured:
    """`pages` are those that are shown, None for a Word document; `period` is first and last day of what the title page names, None for none
    or several; `saved` the day on which the file was written, None where it does not say.
    """

    format: str
    pages: int | None = None
    period: tuple[dt.date, dt.date] | None = None
    saved: dt.date | None = None
    stated: tuple[Stated, ...] = ()


def measured(format_name: str, blob: bytes) -> Measured:
    """Count a file. Raises ValueError when the bytes are of no such format."""
    outline = pages_of(f".{format_name}", blob)
    period = stated_period(_title(outline))
    year = None if period is None else period[1].year
    shown = 0 if format_name == "docx" else 1
    stated = (Stated(number * shown, words, day) for number, page in enumerate(outline, 1) for words, day in stated_days(page.words, year))
    told = tuple({each.words: each for each in reversed(list(stated))}.values())[::-1]
    if format_name == "pdf":
        return Measured("pdf", len(outline), period, _pdf_saved(blob), told)
    with open_parts(blob) as parts:
        saved = parts.xml(_CORE).findtext(_MODIFIED, "") if _CORE in parts else ""
        pages = None
        if format_name == "pptx":
            main = parts.main(_PRESENTATION)
            names = parts.referred(main)
            slides = (names.get(item.get(f"{_R}id", ""), "") for item in parts.xml(main).iter(f"{_P}sldId"))
            pages = sum(1 for slide in slides if slide in parts and parts.xml(slide).get("show") not in {"0", "false"})
        return Measured(format_name, pages, period, _day(saved), told)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has. Raises pypdfium2.PdfiumError when it is none."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _title(outline: Sequence[OutlinePage]) -> Sequence[str]:
    """Return the first lines of the first page, where a title stands."""
    return outline[0].words[:_TITLE_LINES] if outline else ()


def _pdf_saved(blob: bytes) -> dt.date | None:
    document = pypdfium2.PdfDocument(blob)
    try:
        said = document.get_metadata_dict()
    finally:
        document.close()
    return _day(said.get("ModDate", "")) or _day(said.get("CreationDate", ""))


def _day(text: str) -> dt.date | None:
    match = _DAY.match(text.strip())
    try:
        return None if match is None else dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:  # the 31st of February
        return None
