"""Judges of PDF files: qpdf, embedded and subset fonts, PDF/UA-1, size, reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2

from engine.base.units import mm
from engine.model.deck import Deck, TextBox
from engine.model.paper import Paper, PaperParagraph
from engine.probe import judges
from tests.support.words_of import bare

LARGEST = 1_500_000
"""Bytes of the PDF of a sample."""

SENTENCE = 9
"""Characters from which on words are more than a figure, a name or a number of pages."""

PROBE = 12
"""Characters at the beginning of a text that are looked for: a page may turn later in it."""

_SUBSET = re.compile(r"[A-Z]{6}\+")


def qpdf_findings(path: Path, qpdf: str) -> list[str]:
    """Return what `qpdf --check` complains of: warnings count."""
    return list(judges.qpdf_findings(path, qpdf))


def font_findings(path: Path) -> list[str]:
    """Return the fonts that a reader would have to replace, or whose text could not be copied."""
    with pikepdf.open(path) as document:
        fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        findings = [finding for font in fonts for finding in _judge_font(font)]
        return findings if fonts else ["has no font at all"]


def _judge_font(font: pikepdf.Dictionary) -> Iterator[str]:
    kind, name = str(font.get("/Subtype")), str(font.get("/BaseFont", "unnamed")).removeprefix("/")
    if kind in {"/CIDFontType0", "/CIDFontType2"} or kind not in {"/Type0", "/Type3"}:
        descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"font {name} is not embedded"
        elif not _SUBSET.match(name):
            yield f"font {name} is embedded whole, not as a subset"
    if not kind.startswith("/CIDFont") and "/ToUnicode" not in font:
        yield f"font {name} does not say which characters its glyphs are"


def size_findings(path: Path) -> list[str]:
    """Return that a file is too big to be mailed around, if it is."""
    size = path.stat().st_size
    return [f"{size:,} bytes, more than {LARGEST:,}"] if size > LARGEST else []


def paper_order_findings(path: Path, paper: Paper) -> list[str]:
    """Return the first paragraph that does not come after the one before it, when the text is taken out of the file; a list of none or one."""
    words, at = "".join(_pages(path)), 0
    for block in paper.flow:
        if isinstance(block, PaperParagraph):
            text = f"{block.number}{block.text.plain}"
            probe = bare(text)[:PROBE]
            found = words.find(probe, at)
            if found < 0:
                return [f"{text[:30]!r} {'comes too early' if probe in words else 'is not there'}"]
            at = found + len(probe)
    return []


def slide_order_findings(path: Path, deck: Deck) -> list[str]:
    """Return the pairs of texts of which the upper one comes after the one below it, when the text is taken out of the file."""
    pages = _pages(path)
    if len(pages) != len(deck.slides):
        return [f"{len(pages)} pages of {len(deck.slides)} slides"]
    numbered = enumerate(zip(deck.slides, pages, strict=True), 1)
    return [
        f"page {number}: {upper!r} comes after {lower!r}"
        for number, (slide, words) in numbered
        for upper, lower in upside_down(tuple(box for box in slide.elements if isinstance(box, TextBox)), words)
    ]


def upside_down(boxes: tuple[TextBox, ...], words: str) -> Iterator[tuple[str, str]]:
    """Yield the words of two boxes in one column that come in the wrong order.

    Words that stand twice on the page tell nothing; a figure and its name may be read either way.
    """
    said = [(box, bare(box.plain.split("\n")[0])) for box in boxes]
    placed = [(box, words.find(line)) for box, line in said if len(line) >= SENTENCE and words.count(line) == 1]
    for upper, at in placed:
        for lower, later in placed:
            if at > later and upper.frame.bottom <= lower.frame.y and _share_a_column(upper, lower):
                yield upper.plain[:20], lower.plain[:20]


def _share_a_column(one: TextBox, other: TextBox) -> bool:
    """Tell whether one box begins below or above where the other does."""
    return abs(one.frame.x - other.frame.x) < mm(4)


def _pages(path: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(path) as document:
        return tuple(bare(page.get_textpage().get_text_range()) for page in document)
