"""A peer for DOCX: a Word template filled with Jinja by docxtpl, charts as pictures by matplotlib, tables row by row, as its manual teaches."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from docx import Document
from docx.shared import Emu
from docxtpl import DocxTemplate, InlineImage

from benchmarks.by_matplotlib import as_png

Plain = dict[str, Any]


def draw(drawing: Plain) -> bytes:
    template = DocxTemplate(io.BytesIO(_template()))
    blocks = [_block(template, block) for block in drawing["blocks"]]
    contents = [f"{'　' * (level - 1)}{title}　{page}" for level, title, page, _ in drawing["contents"]]
    template.render({"title": drawing["title"], "facts": drawing["facts"], "contents": contents, "blocks": blocks}, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def _block(template: DocxTemplate, block: Plain) -> Plain:
    kind = block["kind"]
    if kind == "chart":
        return {"kind": kind, "picture": InlineImage(template, io.BytesIO(as_png(block)), width=Emu(block["frame"][2]))}
    if kind == "picture":
        return {"kind": "chart", "picture": InlineImage(template, io.BytesIO(block["blob"]), width=Emu(block["frame"][2]))}
    if kind == "table":
        return {"kind": kind, "rows": [["\n".join(map(_said, cell)) for cell in row["cells"]] for row in block["rows"]]}
    if kind == "heading":
        return {"kind": f"heading{min(block['level'], 3)}", "text": block["text"]}
    if kind == "callout":
        return {"kind": "text", "text": _said(block["label"]) + "".join(map(_said, block["paragraphs"]))}
    return {"kind": "text", "text": _said(block.get("runs", []))}


def _said(runs: list[tuple[str, bool]]) -> str:
    return "".join(text for text, _ in runs)


@lru_cache(maxsize=1)
def _template() -> bytes:
    """Return the template: what a person would make in Word."""
    document = Document()
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{%p for label, value in facts %}")
    document.add_paragraph("{{ label }}：{{ value }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for line in contents %}")
    document.add_paragraph("{{ line }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for block in blocks %}")
    for level in (1, 2, 3):
        document.add_paragraph(f"{{%p if block.kind == 'heading{level}' %}}")
        document.add_heading("{{ block.text }}", level)
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if block.kind == 'text' %}")
    document.add_paragraph("{{ block.text }}")
    document.add_paragraph("{%p elif block.kind == 'chart' %}")
    document.add_paragraph("{{ block.picture }}")
    document.add_paragraph("{%p elif block.kind == 'table' %}")
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    table.cell(1, 0).text, table.cell(1, 1).text, table.cell(1, 2).text = "{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
