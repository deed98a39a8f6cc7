"""The WeasyPrint engine: one HTML page per slide, laid out and tagged by WeasyPrint, shapes and charts drawn as they are."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from weasyprint import Attachment, Document

from engine.base.records import dataclass
from engine.base.units import Size
from engine.charts.svg import chart_svg
from engine.model.deck import ChartBox, Deck, Slide, TextBox, TextTag
from engine.model.file_ledger import file_ledger
from engine.model.ledger_json import LEDGER_FILE, ledger_json
from engine.writers.pdf.chart_ink import Words, chart_marks
from engine.writers.pdf.engine import Grounds
from engine.writers.pdf.ink import number
from engine.writers.pdf.page_text import TextWriter
from engine.writers.pdf.slide_page import Drawings, Layer, slide_page
from engine.writers.pdf.stylesheet import StyleSheet
from engine.writers.pdf.weasy_document import lay_out, write
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_images import PX_PER_PT, ChartImage, Drawable, InkImage
from engine.writers.printed import printed_deck

FORMAT = "pdf"
HEADING_LEVELS = {TextTag.HEADING_1: 1, TextTag.HEADING_2: 2, TextTag.HEADING_3: 3, TextTag.HEADING_4: 4}
ABOVE_HEADING = 12.0
"""CSS pixels of white that a reader sees above a heading chosen in the outline."""


@dataclass(frozen=True, slots=True)
class WeasyPrintEngine:
    """`style` is the text of `templates/pdf/deck.css`; `fonts` are font files of the workspace, used besides the installed ones."""

    style: str
    fonts: tuple[Path, ...] = ()
    name: str = "weasyprint"

    def render_deck(self, deck: Deck, grounds: Grounds) -> bytes:
        fonts = InstalledFonts.cached()
        fonts.add(self.fonts)
        sheet, drawings = StyleSheet(), Drawings()
        root = _pages(deck, grounds, TextWriter(sheet, deck.theme.body, fonts.middle), drawings)
        with _one_collection():
            charts = {address: _chart(chart, deck.meta.language, fonts) for address, chart in drawings.charts.items()}
            images = _layers(deck, drawings, fonts) | charts
            document = lay_out(root, (self.style, _paper(deck) + sheet.css), images, fonts)
            _describe(document, deck)
            document.metadata.attachments = list(_ledger_file(deck, {id(drawings.charts[name]): image for name, image in charts.items()}))
            return write(document, fonts)


@contextmanager
def _one_collection() -> Iterator[None]:
    """Collect garbage once, at the end: in between there is none to find, and without it a worker grows by 5 MB per report."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        if enabled:
            gc.enable()


def _pages(deck: Deck, grounds: Grounds, text: TextWriter, drawings: Drawings) -> Element:
    root = Element("html", {"lang": deck.meta.language, "class": text.sheet.css_class(f"font-family:'{deck.theme.body.pdf}'")})
    body = SubElement(root, "body")
    names = _size_names(deck)
    for slide in deck.slides:
        page = slide_page(slide, grounds.get(slide.layout), slide.size or deck.size, text, drawings)
        if slide.size is not None:
            page.set("class", names[slide.size])
        body.append(page)
    return root


def _size_names(deck: Deck) -> dict[Size, str]:
    """Return a name for each size of page that is not the deck's own."""
    sizes = dict.fromkeys(slide.size for slide in deck.slides if slide.size is not None)
    return {size: f"z{index}" for index, size in enumerate(sizes)}


def _paper(deck: Deck) -> str:
    width, height = number(deck.size.width.points), number(deck.size.height.points)
    rules = [f"@page{{size:{width}pt {height}pt;margin:0}}section{{height:{height}pt}}"]
    for size, name in _size_names(deck).items():
        width, height = number(size.width.points), number(size.height.points)
        rules.append(f"@page {name}{{size:{width}pt {height}pt;margin:0}}.{name}{{page:{name};height:{height}pt}}")
    return "".join(rules)


def _layers(deck: Deck, drawings: Drawings, fonts: InstalledFonts) -> dict[str, Drawable]:
    return {address: _layer(layer, deck.meta.language, fonts) for address, layer in drawings.layers.items()}


def _layer(layer: Layer, language: str, fonts: InstalledFonts) -> Drawable:
    if isinstance(layer.content, bytes):
        return InkImage(layer.content, *layer.size)
    for words in layer.content:
        fonts.middle(words.family)  # the family is there, and expected in the file
    return ChartImage(layer.content, *layer.size, language, fonts.configuration)


def _chart(chart: ChartBox, language: str, fonts: InstalledFonts) -> ChartImage:
    fonts.middle(chart.figure.face.pdf)  # the family is there, and expected in the file
    (width, height), marks = chart_marks(chart_svg(chart.figure, Size(chart.frame.width, chart.frame.height)))
    return ChartImage(marks, width, height, language, fonts.configuration)


def _describe(document: Document, deck: Deck) -> None:
    """Set properties and outline: sections, below them their slides."""
    meta = deck.meta
    stamp = f"{_utc(meta.created):%Y-%m-%dT%H:%M:%S}Z"
    described = document.metadata
    described.title, described.description, described.lang = meta.title, meta.subject, meta.language
    described.authors = [name for name in (meta.author, meta.organisation) if name]
    described.keywords = [word for word in (part.strip() for part in meta.keywords.split(",")) if word]
    described.generator, described.created, described.modified = "debrief", stamp, stamp
    if any(True for slide in deck.slides for _ in _headings(slide)):
        for page, slide in zip(document.pages, deck.slides, strict=True):
            page.bookmarks = [(level, title, at, "open" if level == 1 else "closed") for level, title, at in _headings(slide)]
        return
    begins = {first: name for name, first in deck.sections}
    for index, (page, slide) in enumerate(zip(document.pages, deck.slides, strict=True)):
        top = [(1, begins[index], (0, 0), "open")] if index in begins else []
        level = 2 if any(first <= index for first in begins) else 1
        page.bookmarks = [*top, (level, slide.title.replace("\n", ""), (0, 0), "open")]


def _ledger_file(deck: Deck, charts: Mapping[int, ChartImage]) -> Iterator[Attachment]:
    """Yield the ledger as a file inside the PDF, with the dates of the document; `charts` are the drawings by the identity of their boxes."""
    if deck.ledger.facts:
        printed = printed_deck(deck, FORMAT, lambda box: tuple(mark.text for mark in charts[id(box)].marks if isinstance(mark, Words)))
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
