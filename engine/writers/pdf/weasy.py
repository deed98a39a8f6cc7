"""The WeasyPrint engine: one page per slide, set by the plan, painted and written by WeasyPrint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from weasyprint import Attachment
from weasyprint.pdf.metadata import DocumentMetadata

from engine.base.records import dataclass
from engine.model.deck import Deck, DeckMeta
from engine.writers.pdf.bookmarks import bookmarks
from engine.writers.pdf.enclosed import CREATOR, authors, enclosed_ledger, keywords, utc
from engine.writers.pdf.engine import Grounds
from engine.writers.pdf.slide_page import Marks, deck_pages, drawn_charts
from engine.writers.pdf.weasy_document import write
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_page import PX_PER_PT, PaintedPage
from engine.writers.pdf.weasy_pictures import Pictures
from engine.writers.pdf.weasy_type import TypeSetter


@dataclass(frozen=True, slots=True)
class WeasyPrintEngine:
    """`fonts` are font files of the workspace, used besides the installed ones."""

    fonts: tuple[Path, ...] = ()
    name: str = "weasyprint"

    def render_deck(self, deck: Deck, grounds: Grounds) -> bytes:
        fonts = InstalledFonts.cached()
        fonts.add(self.fonts)
        setter, pictures, charts = TypeSetter(deck.meta.language, fonts), Pictures(), drawn_charts(deck.slides)
        pages = [PaintedPage(page, setter, pictures.drawer) for page in deck_pages(deck, grounds, charts)]
        _add_outline(pages, deck)
        metadata = _metadata(deck.meta)
        metadata.attachments = list(_ledger_file(deck, charts))
        return write(pages, metadata, fonts)


def _metadata(meta: DeckMeta) -> DocumentMetadata:
    stamp = f"{utc(meta.created):%Y-%m-%dT%H:%M:%S}Z"
    return DocumentMetadata(
        title=meta.title,
        description=meta.subject,
        lang=meta.language,
        authors=authors(meta),
        keywords=keywords(meta),
        generator=CREATOR,
        created=stamp,
        modified=stamp,
    )


def _add_outline(pages: list[PaintedPage], deck: Deck) -> None:
    for page, entries in zip(pages, bookmarks(deck), strict=True):
        page.bookmarks = [(each.level, each.title, (0.0, each.top * PX_PER_PT), "open" if each.unfolded else "closed") for each in entries]


def _ledger_file(deck: Deck, charts: Mapping[int, Marks]) -> Iterator[Attachment]:
    """Yield the ledger as a file inside the PDF, with the dates of the document."""
    ledger, moment = enclosed_ledger(deck, charts), utc(deck.meta.created)
    if ledger is not None:
        content = ledger.content.decode()
        yield Attachment(
            string=content, name=ledger.name, description=ledger.description, created=moment, modified=moment, relationship="Data"
        )
