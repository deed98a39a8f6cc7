"""What the slides of a .pptx say: title, paragraphs, tables, charts, in the order of the show."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.model.outline import OutlinePage, OutlineTable
from engine.probe.outline_chart import chart_outline
from engine.probe.package_parts import Parts, open_parts

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_PRESENTATION = "ppt/presentation.xml"
_TITLES = frozenset({"title", "ctrTitle"})
_PAGE_MARKS = frozenset({"sldNum", "dt", "ftr"})


def pptx_pages(blob: bytes) -> tuple[OutlinePage, ...]:
    """Return the slides. Raises ValueError when the bytes are no presentation."""
    with open_parts(blob) as parts:
        main = parts.main(_PRESENTATION)
        names = parts.referred(main)
        shown = [item.get(f"{R}id", "") for item in parts.xml(main).iter(f"{P}sldId")]
        return tuple(_page(parts, names[slide]) for slide in shown if slide in names)


def _page(parts: Parts, name: str) -> OutlinePage:
    slide = parts.xml(name)
    titles: list[str] = []
    texts: list[str] = []
    for shape in slide.iter(f"{P}sp"):
        role = _role(shape)
        if role not in _PAGE_MARKS:
            (titles if role in _TITLES else texts).extend(_paragraphs(shape.find(f"{P}txBody")))
    title = " ".join(titles) if titles else texts.pop(0) if texts else ""
    referred = parts.referred(name)
    charts = [referred.get(item.get(f"{R}id", ""), "") for item in slide.iter(f"{C}chart")]
    return OutlinePage(
        title,
        tuple(texts),
        tuple(_table(table) for table in slide.iter(f"{A}tbl")),
        tuple(chart_outline(parts.xml(chart)) for chart in charts if chart in parts),
    )


def _role(shape: etree._Element) -> str:
    """Return the kind of placeholder a shape is, empty for none; a placeholder without a kind is a body."""
    placeholder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return "" if placeholder is None else placeholder.get("type", "body")


def _paragraphs(body: etree._Element | None) -> Iterator[str]:
    for paragraph in body.iter(f"{A}p") if body is not None else ():
        if words := _words(paragraph):
            yield words


def _words(paragraph: etree._Element) -> str:
    """Return a paragraph's text; a page number is no text, a line break a blank."""
    pieces = []
    for item in paragraph:
        if item.tag == f"{A}br":
            pieces.append(" ")
        elif item.tag == f"{A}r" or (item.tag == f"{A}fld" and item.get("type") != "slidenum"):
            pieces.append(item.findtext(f"{A}t") or "")
    return "".join(pieces).strip()


def _table(table: etree._Element) -> OutlineTable:
    rows = table.iter(f"{A}tr")
    return OutlineTable(tuple(tuple(" ".join(_paragraphs(cell.find(f"{A}txBody"))) for cell in row.iter(f"{A}tc")) for row in rows))
