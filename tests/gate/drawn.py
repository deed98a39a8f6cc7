"""What LibreOffice shows of an Office file, beside what was planned: pages, contents, numbering, captions, tables, charts, and every text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2

from engine.base.errors import UsageError
from engine.charts.number_format import format_number
from engine.model.deck import ChartBox, Deck, Slide, TableBox, TextBox
from engine.model.figure import ChartFigure, GroupKind, LabelShows
from engine.model.inlines import Text
from engine.model.paper import HEADINGS, Paper, PaperCallout, PaperChart, PaperParagraph, PaperPicture, PaperTable
from engine.probe.office_render import pdf_of
from tests.support.words_of import bare

MOST_NAMES = 12
"""An axis with more categories may name only some of them."""

PAGES_APART = 0.10
"""Part by which Word's page count, as LibreOffice sets it, may differ from the planned one."""

LONG = 28
"""Characters from which on a text may be cut in two: a page may turn in it."""

_REFERENCE = re.compile(r"(?<=[表图])\d+-\d+")
"""What LibreOffice loses of a reference that it breaks a line before: it draws the field up to its hard space."""

_ROUND = (GroupKind.PIE, GroupKind.DOUGHNUT)


def drawn_pages(file: Path) -> tuple[str, ...]:
    """Return the words of each page that LibreOffice draws, bare (without spaces); empty when it makes no PDF of the file."""
    try:
        return words_of_pages(pdf_of(file))
    except UsageError:
        return ()


def words_of_pages(pdf: bytes) -> tuple[str, ...]:
    """Return the words of each page of a PDF, bare."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(bare(page.get_textpage().get_text_range()) for page in document)


def deck_findings(deck: Deck, pages: tuple[str, ...]) -> list[str]:
    """Return what a drawn deck lacks: a page for each slide, and on it each of its texts, cells and chart words."""
    if len(pages) != len(deck.slides):
        return [f"LibreOffice drew {len(pages)} pages of {len(deck.slides)} slides"]
    numbered = enumerate(zip(deck.slides, pages, strict=True), 1)
    return [f"slide {number} lacks {words!r}" for number, (slide, page) in numbered for words in _absent(_slide_words(slide), page)]


def paper_findings(paper: Paper, pages: tuple[str, ...]) -> list[str]:
    """Return what a drawn document lacks: pages (within a tenth), contents with page numbers, numbered headings, captions, texts, cells."""
    planned = len(paper.pages)
    if abs(len(pages) - planned) > PAGES_APART * planned:
        return [f"LibreOffice drew {len(pages)} pages, {planned} were planned"]
    whole = "".join(pages)
    lost = {
        "contents": _absent((f"{entry.number}{entry.title}" for entry in (*paper.contents, *paper.figures)), whole),
        "page of the contents": _without_page(paper, whole),
        "heading": _absent((f"{block.number}{block.text.plain}" for block in _paragraphs(paper) if block.role in HEADINGS), whole),
        "caption": _absent(_captions(paper), whole),
        "text": _absent((block.text.plain for block in _paragraphs(paper)), whole),
        "cell": _absent(_cells(paper), whole),
        "chart": _absent((word for block in paper.flow if isinstance(block, PaperChart) for word in chart_words(block.figure)), whole),
    }
    return [f"{what} not shown: {words!r}" for what, missing in lost.items() for words in missing]


def chart_words(figure: ChartFigure) -> Iterator[str]:
    """Yield what a chart prints by itself: the names on its axis, and its labels."""
    named = figure.category_axis.labels and figure.category_axis.scale is None and len(figure.categories) <= MOST_NAMES
    if named and not any(group.kind in _ROUND for group in figure.groups):
        yield from (line for name in figure.categories for line in name.split("\n"))
    for series in figure.series:
        for label in series.labels:
            value = series.values[label.index]
            if label.text:
                yield label.text
            elif label.shows is LabelShows.VALUE and value is not None:
                yield format_number(value, series.format)


def _slide_words(slide: Slide) -> Iterator[str]:
    for element in slide.elements:
        match element:
            case TextBox():
                yield from (paragraph.plain for paragraph in element.paragraphs)
            case TableBox():
                cells = (cell for row in element.rows for cell in row.cells if cell)
                yield from (paragraph.plain for cell in cells for paragraph in cell.paragraphs)
            case ChartBox():
                yield from chart_words(element.figure)


def _paragraphs(paper: Paper) -> Iterator[PaperParagraph]:
    for block in paper.flow:
        match block:
            case PaperParagraph():
                yield block
            case PaperCallout():
                yield from block.paragraphs


def _captions(paper: Paper) -> Iterator[str]:
    for block in paper.flow:
        if isinstance(block, PaperTable | PaperChart | PaperPicture) and block.caption:
            yield f"{block.caption.kind}{block.caption.number}{block.caption.title.plain}"


def _cells(paper: Paper) -> Iterator[str]:
    for block in paper.flow:
        if isinstance(block, PaperTable):
            yield from (_plain(text) for row in block.rows for cell in row.cells if cell for text in cell.paragraphs)


def _plain(text: Text) -> str:
    return text.plain


def _without_page(paper: Paper, whole: str) -> list[str]:
    """Return the entries that no page number follows; dots lead to it."""
    listed = whole.replace(".", "").replace("…", "").replace("·", "")
    wanted = {
        f"{entry.number}{entry.title}": f"{entry.number}{entry.title}".replace(".", "") for entry in (*paper.contents, *paper.figures)
    }
    pages = {f"{entry.number}{entry.title}": entry.page for entry in (*paper.contents, *paper.figures)}
    return [said for said, words in wanted.items() if bare(f"{words}{pages[said]}") not in listed]


def _absent(wanted: Iterable[str], shown: str) -> list[str]:
    """Return the texts that are not shown, each once; a long one may be shown in two parts, for a page may turn in it.

    A planned line is looked for by itself, for what stands beside it comes next in the file.
    """
    return [words for words in dict.fromkeys(wanted) if not all(_is_shown(bare(line), shown) for line in words.split("\n"))]


def _is_shown(words: str, shown: str) -> bool:
    if words in shown or any(f"{words[: each.start()]}{words[each.end() :]}" in shown for each in _REFERENCE.finditer(words)):
        return True
    return len(words) >= LONG and any(words[:at] in shown and words[at:] in shown for at in range(1, len(words)))
