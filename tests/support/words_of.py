"""The words of finished files as a reader finds them, and the words of a report that should be among them."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

import pypdfium2

from engine.base.diagnostics import Location
from engine.model.blocks import TableColumn
from engine.model.charts import ChartData
from engine.model.inlines import Span, Text
from engine.model.report import Meta, Report

_WORDS = re.compile(r"<(?:a|w):t(?: [^>]*)?>([^<]*)</(?:a|w):t>|<c:v>([^<]*)</c:v>|\bdescr=\"([^\"]*)\"")
_PARTS = {
    "pptx": r"ppt/(?:slides/slide|notesSlides/notesSlide|charts/chart)\d+\.xml",
    "docx": r"word/(?:document|(?:header|footer)\d*|charts/chart\d+)\.xml",
}
_CLAUSES = re.compile(r"(?<=[。；！？：，;!?\n])|(?<=[.:] )")
_NAMES = re.compile(r"、|, ")
MOST_NAMES = 12
"""An axis with more categories may name only some of them where it is drawn; a native chart holds them all."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a report and where they stand in it (`Card.body`); each piece is found as a whole, a reference between them as a number."""

    place: str
    pieces: tuple[str, ...]


def bare(words: str) -> str:
    """Return the words without spaces and returns, in compatible characters: what a line end, a tab or a ligature cannot change."""
    known = unicodedata.normalize("NFKC", words.replace("\ufffe", "-").replace("\u00ad", ""))
    return "".join(char for char in known if not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf"})


def words_in(format_name: str, blob: bytes) -> str:
    """Return all words of a file, bare, in the order of its parts; of an Office file also its alternative texts and what charts remember."""
    if format_name == "pdf":
        with pypdfium2.PdfDocument(blob) as document:
            return bare("".join(page.get_textpage().get_text_range() for page in document))
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if re.fullmatch(_PARTS[format_name], name)]
    return bare("".join(html.unescape("".join(found)) for part in parts for found in _WORDS.findall(part)))


def said_in(report: Report) -> Iterator[Said]:
    """Yield what a report says: every text, the names on its cover, units of columns, categories and series of charts."""
    yield from _said(report, "Report")


def _said(value: object, place: str) -> Iterator[Said]:
    match value:
        case Text():
            yield Said(place, _pieces(value))
            return
        case Meta():
            names = (value.title, value.author, value.department, value.organisation)
            yield from (Said(f"Meta {name}", (name,)) for name in names if name)
        case TableColumn() if value.unit:
            yield Said("TableColumn.unit", (value.unit,))
        case ChartData():
            crowded = " of a crowded axis" if len(value.categories) > MOST_NAMES else ""
            yield from (Said(f"ChartData.categories{crowded}", (name,)) for name in value.categories)
            yield from (Said("ChartData.series", (series.name,)) for series in value.series if series.name)
    if isinstance(value, tuple):
        for item in value:
            yield from _said(item, place)
    elif is_dataclass(value) and not isinstance(value, Location | type):
        for field in fields(value):
            yield from _said(getattr(value, field.name), f"{type(value).__name__}.{field.name}")


def _pieces(text: Text) -> tuple[str, ...]:
    """Return the words between references, which a paper replaces by numbers."""
    pieces = [""]
    for span in text.spans:
        if span.ref is None:
            pieces[-1] += span.text
        else:
            pieces.append("")
    return tuple(piece for piece in pieces if bare(piece))


def missing(said: Said, words: str) -> list[str]:
    """Return the pieces that are not among the words.

    One that goes on elsewhere is looked for clause by clause, a list of sources name by name: slides name those of all their blocks once.
    """
    parts = _NAMES if said.place.endswith(".source") else _CLAUSES
    return [clause for piece in said.pieces if bare(piece) not in words for clause in parts.split(piece) if bare(clause) not in words]


def fact_spans(value: object) -> Iterator[Span]:
    """Yield the spans of a report that print facts."""
    if isinstance(value, Text):
        yield from (span for span in value.spans if span.fact)
    elif isinstance(value, tuple):
        for item in value:
            yield from fact_spans(item)
    elif is_dataclass(value) and not isinstance(value, Location | type):
        for field in fields(value):
            yield from fact_spans(getattr(value, field.name))
