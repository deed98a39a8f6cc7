"""The WeasyPrint engine: one page per slide, set by the plan, painted and written by WeasyPrint."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from weasyprint import Attachment
from weasyprint.pdf.metadata import DocumentMetadata

from engine.base.records import dataclass
from engine.model.deck import Deck, DeckMeta, Slide, TextBox, TextTag
from engine.model.file_ledger import file_ledger
from engine.model.ledger_json import LEDGER_FILE, ledger_json
from engine.writers.pdf.chart_ink import Words
from engine.writers.pdf.engine import Grounds
from engine.writers.pdf.slide_page import Marks, drawn_charts, slide_page
from engine.writers.pdf.weasy_document import write
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_page import PX_PER_PT, PaintedPage
from engine.writers.pdf.weasy_pictures import Pictures
from engine.writers.pdf.weasy_type import TypeSetter
from engine.writers.printed import printed_deck

FORMAT = "pdf"
HEADING_LEVELS = {TextTag.HEADING_1: 1, TextTag.HEADING_2: 2, TextTag.HEADING_3: 3, TextTag.HEADING_4: 4}
ABOVE_HEADING = 12.0
"""CSS pixels of white that a reader sees above a heading chosen in the outline."""


@dataclass(frozen=True, slots=True)
class WeasyPrintEngine:
    """`fonts` are font files of the workspace, used besides the installed ones."""

    fonts: tuple[Path, ...] = ()
    name: str = "weasyprint"

    def render_deck(self, deck: Deck, grounds: Grounds) -> bytes:
        fonts = InstalledFonts.cached()
        fonts.add(self.fonts)
        setter, pictures, charts = TypeSetter(deck.meta.language, fonts), Pictures(), drawn_charts(deck.slides)
        sizes = (slide.size or deck.size for slide in deck.slides)
        drawn = (
            slide_page(slide, grounds.get(slide.layout), size, deck.theme.body, charts)
            for slide, size in zip(deck.slides, sizes, strict=True)
        )
        pages = [PaintedPage(page, setter, pictures.drawer) for page in drawn]
        _outline(pages, deck)
        metadata = _metadata(deck.meta)
        metadata.attachments = list(_ledger_file(deck, charts))
        return write(pages, metadata, fonts)


def _metadata(meta: DeckMeta) -> DocumentMetadata:
    stamp = f"{_utc(meta.created):%Y-%m-%dT%H:%M:%S}Z"
    return DocumentMetadata(
        title=meta.title,
        description=meta.subject,
        lang=meta.language,
        authors=[name for name in (meta.author, meta.organisation) if name],
        keywords=[word for word in (part.strip() for part in meta.keywords.split(",")) if word],
        generator="debrief",
        created=stamp,
        modified=stamp,
    )


def _outline(pages: list[PaintedPage], deck: Deck) -> None:
    """Set the outline: headings where boxes say what they are, else sections and below them their slides."""
    if any(True for slide in deck.slides for _ in _headings(slide)):
        for page, slide in zip(pages, deck.slides, strict=True):
            page.bookmarks = [(level, title, at, "open" if level == 1 else "closed") for level, title, at in _headings(slide)]
        return
    begins = {first: name for name, first in deck.sections}
    for index, (page, slide) in enumerate(zip(pages, deck.slides, strict=True)):
        top = [(1, begins[index], (0, 0), "open")] if index in begins else []
        level = 2 if any(first <= index for first in begins) else 1
        page.bookmarks = [*top, (level, slide.title.replace("\n", ""), (0, 0), "open")]


def _ledger_file(deck: Deck, charts: Mapping[int, Marks]) -> Iterator[Attachment]:
    """Yield the ledger as a file inside the PDF, with the dates of the document; `charts` are the drawings by the identity of their boxes."""
    if deck.ledger.facts:
        printed = printed_deck(deck, FORMAT, lambda box: tuple(mark.text for mark in charts[id(box)] if isinstance(mark, Words)))
        content = ledger_json(file_ledger(deck.ledger, deck.meta.title, (printed,))).decode()
        moment, said = _utc(deck.meta.created), "数据来源与口径" if deck.meta.language.startswith("zh") else "Where the figures come from"
        yield Attachment(string=content, name=LEDGER_FILE, description=said, created=moment, modified=moment, relationship="Data")


def _headings(slide: Slide) -> Iterator[tuple[int, str, tuple[float, float]]]:
    """Yield level, words and place (in CSS pixels) of each box that is tagged as a heading and can be pointed at."""
    for element in slide.elements:
        if isinstance(element, TextBox) and element.tag in HEADING_LEVELS and element.bookmark:
            place = (0.0, max(0.0, element.frame.y.points * PX_PER_PT - ABOVE_HEADING))
            yield HEADING_LEVELS[element.tag], element.plain.replace("\n", ""), place


def _utc(moment: dt.datetime) -> dt.datetime:
    """Return the moment in UTC; one without a zone is that already."""
    return moment.astimezone(dt.UTC) if moment.tzinfo else moment
