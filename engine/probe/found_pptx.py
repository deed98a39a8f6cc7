"""What stands in a finished .pptx where its ledger says: shapes by name, paragraphs and cells by number, charts by their frame."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import field

from lxml import etree

from engine.base.records import dataclass
from engine.model.printed import NOTES, Printed
from engine.probe.found import Found
from engine.probe.found_charts import CHART, DRAWING, RELATION_ID, found_chart
from engine.probe.package_parts import opened, parsed, references, targets

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SLIDES = "ppt/slides/slide"
_RUNS = (f"{DRAWING}r", f"{DRAWING}fld")

Cells = tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(slots=True)
class _Shapes:
    """The shapes of a deck that somebody asks for, by name, which carries the slide's: text paragraphs, table cells (row by row), chart parts.

    `slides` are the roots by the number of the slide's part, `notes` the paragraphs of its speaker notes.
    """

    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tables: dict[str, Cells] = field(default_factory=dict)
    charts: dict[str, str] = field(default_factory=dict)
    slides: dict[int, etree._Element] = field(default_factory=dict)
    notes: dict[int, tuple[str, ...]] = field(default_factory=dict)


def found_in_pptx(blob: bytes, printed: Printed) -> Found:
    """Look up every place of the ledger. Raises zipfile.BadZipFile when the file is no package."""
    package = opened(blob)
    shapes = _shapes(package, printed)
    texts = tuple(
        shapes.notes.get(place.page)
        if place.shape == NOTES
        else _cell(shapes.tables.get(place.shape), place.row, place.column)
        if place.row
        else shapes.texts.get(place.shape)
        for place in printed.texts
    )
    charts = tuple(found_chart(package, shapes.charts.get(place.shape, "")) for place in printed.charts)
    gone = {place.page for place, found in zip(printed.texts, texts, strict=True) if found is None}
    loose = {number: tuple(_paragraphs(root)) for number, root in shapes.slides.items() if number in gone}
    return Found(texts, charts, loose=loose)


def _cell(rows: Cells | None, row: int, column: int) -> tuple[str, ...] | None:
    return rows[row - 1][column - 1] if rows is not None and row <= len(rows) and column <= len(rows[row - 1]) else None


def _shapes(package: zipfile.ZipFile, printed: Printed) -> _Shapes:
    shapes = _Shapes()
    asked = {place.shape for place in printed.texts} | {place.shape for place in printed.charts}
    spoken = {place.page for place in printed.texts if place.shape == NOTES}
    for part in (name for name in package.namelist() if name.startswith(_SLIDES) and name.endswith(".xml")):
        try:
            root = parsed(package.read(part))
        except etree.XMLSyntaxError:
            continue
        number = _number(part)
        shapes.slides[number] = root
        if number in spoken:
            shapes.notes[number] = _spoken(package, part)
        relations: dict[str, str] | None = None
        for node in root.iter(f"{_P}sp", f"{_P}graphicFrame"):
            name = next((each.get("name", "") for each in node.iter(f"{_P}cNvPr")), "")
            if name not in asked:
                continue
            if (body := node.find(f"{_P}txBody")) is not None:
                shapes.texts[name] = tuple(_paragraphs(body))
            elif (table := next(node.iter(f"{DRAWING}tbl"), None)) is not None:
                shapes.tables[name] = _table(table)
            elif (chart := next(node.iter(f"{CHART}chart"), None)) is not None:
                relations = targets(package, part) if relations is None else relations
                shapes.charts[name] = relations.get(chart.get(RELATION_ID, ""), "")
    return shapes


def _number(part: str) -> int:
    number = part.removeprefix(_SLIDES).removesuffix(".xml")
    return int(number) if number.isdecimal() else 0


def _spoken(package: zipfile.ZipFile, slide: str) -> tuple[str, ...]:
    """Return the paragraphs of a slide's speaker notes: those of the body, whatever other programs put beside it."""
    notes = (each.target for each in references(package, slide) if each.kind == "notesSlide" and each.target in package.NameToInfo)
    try:
        bodies = [body for part in notes for body in _bodies(parsed(package.read(part)))]
    except etree.XMLSyntaxError:
        return ()
    return tuple(paragraph for body in bodies for paragraph in _paragraphs(body))


def _bodies(notes: etree._Element) -> Iterator[etree._Element]:
    for shape in notes.iter(f"{_P}sp"):
        if any(each.get("type") == "body" for each in shape.iter(f"{_P}ph")):
            yield from shape.iterfind(f"{_P}txBody")


def _paragraphs(body: etree._Element) -> Iterator[str]:
    for paragraph in body.iter(f"{DRAWING}p"):
        yield "".join(text.text or "" for run in paragraph.iter(*_RUNS) for text in run.iterfind(f"{DRAWING}t"))


def _table(table: etree._Element) -> Cells:
    rows = table.iterfind(f"{DRAWING}tr")
    return tuple(tuple(tuple(_paragraphs(body)) for body in row.iterfind(f"{DRAWING}tc/{DRAWING}txBody")) for row in rows)
