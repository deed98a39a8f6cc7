"""A finished presentation as an outsider reads it: python-pptx opens it, each slide tells its shapes, words and notes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShapeRead:
    """`kind` is the tag of the shape (`sp`, `pic`, `graphicFrame`, `cxnSp`); `rows` are the cells of a table, each with its paragraphs.

    `placeholder` is its type, empty for a free shape; `text` None when the shape has no text body.
    """

    name: str
    kind: str
    alt: str
    decorative: bool
    placeholder: str
    text: Paragraphs | None
    rows: tuple[tuple[Paragraphs, ...], ...]
    node: etree._Element


@dataclass(frozen=True, slots=True)
class SlideRead:
    layout: str
    shapes: tuple[ShapeRead, ...]
    notes: str
    node: etree._Element


@dataclass(frozen=True, slots=True)
class DeckRead:
    """`sections` are (name, number of slides); `core` the core properties by python-pptx's names."""

    slides: tuple[SlideRead, ...]
    sections: tuple[tuple[str, int], ...]
    core: dict[str, str]


def read_deck(blob: bytes) -> DeckRead:
    presentation = Presentation(io.BytesIO(blob))
    slides = tuple(
        SlideRead(
            slide.slide_layout.name,
            tuple(_shapes(slide._element)),
            "\n".join(_paragraphs(slide.notes_slide.notes_text_frame._txBody)) if slide.has_notes_slide else "",
            slide._element,
        )
        for slide in presentation.slides
    )
    names = ("title", "author", "subject", "keywords", "language", "last_modified_by")
    core = {name: str(getattr(presentation.core_properties, name)) for name in names}
    core |= {name: getattr(presentation.core_properties, name).isoformat() for name in ("created", "modified")}
    sections = tuple(
        (node.get("name", ""), len(list(node.iter(f"{P14}sldId")))) for node in presentation.part._element.iter(f"{P14}section")
    )
    return DeckRead(slides, sections, core)


def _shapes(slide: etree._Element) -> Iterator[ShapeRead]:
    tree = next(slide.iter(f"{P}spTree"))
    for node in tree:
        kind = etree.QName(node).localname
        if kind in {"nvGrpSpPr", "grpSpPr"}:
            continue
        head = next(node.iter(f"{P}cNvPr"))
        placeholder = node.find(f".//{P}ph")
        body = node.find(f"{P}txBody")
        yield ShapeRead(
            name=head.get("name", ""),
            kind=kind,
            alt=head.get("descr", ""),
            decorative=any(mark.get("val") == "1" for mark in head.iter(DECORATIVE)),
            placeholder="" if placeholder is None else placeholder.get("type", "obj"),
            text=None if body is None else _paragraphs(body),
            rows=tuple(tuple(_cells(row)) for row in node.iter(f"{A}tr")),
            node=node,
        )


def _cells(row: etree._Element) -> Iterator[Paragraphs]:
    """Yield the cells that show; those covered by a neighbour are left out."""
    for cell in row.iter(f"{A}tc"):
        if cell.get("hMerge") != "1":
            body = cell.find(f"{A}txBody")
            yield () if body is None else _paragraphs(body)


def _paragraphs(body: etree._Element) -> Paragraphs:
    """Return the words of each paragraph, a soft return as a line feed."""
    return tuple("".join(map(_words, paragraph.iter(f"{A}t", f"{A}br"))) for paragraph in body.iter(f"{A}p"))


def _words(node: etree._Element) -> str:
    return "\n" if node.tag == f"{A}br" else node.text or ""
