"""The reference for DOCX: the same flow with python-docx as its manual teaches, charts as pictures by matplotlib."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt

from benchmarks.by_matplotlib import as_png

Plain = dict[str, Any]
SERIF = "SimSun"


def draw(drawing: Plain) -> bytes:
    document = Document()
    document.core_properties.title = drawing["title"]
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = SERIF, Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), SERIF)
    section = document.sections[0]
    section.page_width, section.page_height = map(Emu, drawing["size"])
    section.header.paragraphs[0].text = drawing["header"]
    section.footer.paragraphs[0].text = drawing["footer"]
    _field(section.footer.paragraphs[0], "PAGE")
    _front(document, drawing)
    for block in drawing["blocks"]:
        DRAW[block["kind"]](document, block)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _front(document: Any, flow: Plain) -> None:
    document.add_paragraph(flow["unit"])
    document.add_heading(flow["title"], 0)
    document.add_paragraph(flow["subtitle"])
    table = document.add_table(len(flow["facts"]), 2)
    for row, words in zip(table.rows, flow["facts"], strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_page_break()
    for level, title, page, _ in flow["contents"]:
        line = document.add_paragraph(f"{title}\t{page}")
        line.paragraph_format.left_indent = Pt(12 * (level - 1))
        line.paragraph_format.tab_stops.add_tab_stop(Pt(450))
    document.add_page_break()


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._r.append(element)  # noqa: SLF001  python-docx has no API for fields


def _fill(paragraph: Any, runs: list[tuple[str, bool]], size: float | None = None) -> None:
    for text, bold in runs:
        if text:
            run = paragraph.add_run(text)
            run.bold = bold
            if size:
                run.font.size = Pt(size)


def _heading(document: Any, block: Plain) -> None:
    document.add_heading(block["text"], block["level"])


def _text(document: Any, block: Plain) -> None:
    _fill(document.add_paragraph(), block["runs"])


def _bullet(document: Any, block: Plain) -> None:
    _fill(document.add_paragraph(style="List Bullet"), block["runs"])


def _caption(document: Any, block: Plain) -> None:
    _fill(document.add_paragraph(style="Caption"), block["runs"])


def _callout(document: Any, block: Plain) -> None:
    _fill(document.add_paragraph(style="Intense Quote"), block["label"])
    for runs in block["paragraphs"]:
        _fill(document.add_paragraph(style="Intense Quote"), runs)


def _table(document: Any, block: Plain) -> None:
    rows = block["rows"]
    table = document.add_table(len(rows), len(block["widths"]), style="Light Grid Accent 1")
    table.autofit = False
    for column, width in zip(table.columns, block["widths"], strict=True):
        column.width = Emu(width)
    for row, plain in zip(table.rows, rows, strict=True):
        for cell, width, paragraphs in zip(row.cells, block["widths"], plain["cells"], strict=True):
            cell.width = Emu(width)
            for number, runs in enumerate(paragraphs):
                _fill(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), runs, block["size"])


def _chart(document: Any, block: Plain) -> None:
    document.add_picture(io.BytesIO(as_png(block)), Emu(block["frame"][2]))


def _picture(document: Any, block: Plain) -> None:
    document.add_picture(io.BytesIO(block["blob"]), Emu(block["frame"][2]))


def _break(document: Any, block: Plain) -> None:
    if block["to"] == "page":
        document.add_page_break()
        return
    section = document.add_section(WD_SECTION.NEW_PAGE)
    landscape = block["to"] == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    long, short = max(section.page_width, section.page_height), min(section.page_width, section.page_height)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)


DRAW = {
    "heading": _heading,
    "text": _text,
    "bullet": _bullet,
    "caption": _caption,
    "note": _text,
    "callout": _callout,
    "table": _table,
    "chart": _chart,
    "picture": _picture,
    "break": _break,
}
