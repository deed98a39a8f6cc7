"""Outlines of documents that python-docx wrote, as somebody's own files are written by other programs."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement

from engine.model.outline import OutlinePage, OutlineTable
from engine.probe.outline_docx import docx_pages


def document() -> bytes:
    paper = docx.Document()
    paper.add_paragraph("封面")
    paper.add_heading("一、概述", 1)
    paper.add_paragraph("第一段\t续").add_run().add_break()
    table = paper.add_table(2, 2)
    for row, words in enumerate((("队", "数"), ("甲", "1"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    paper.add_heading("（一）目标", 2)
    paper.add_heading("要点", 3)
    paper.add_paragraph("")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def test_chapters_begin_at_the_two_upper_levels_of_headings() -> None:
    assert docx_pages(document()) == (
        OutlinePage("", ("封面",)),
        OutlinePage("一、概述", ("第一段 续",), (OutlineTable((("队", "数"), ("甲", "1"))),)),
        OutlinePage("（一）目标", ("要点",)),
    )


def test_a_table_of_contents_is_no_text() -> None:
    paper = docx.Document(io.BytesIO(document()))
    style = paper.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    paper.paragraphs[0].insert_paragraph_before("一、概述 … 3", style)
    out = io.BytesIO()
    paper.save(out)
    assert docx_pages(out.getvalue()) == docx_pages(document())


def test_a_hyphen_that_ends_no_line_is_a_hyphen() -> None:
    paper = docx.Document()
    run = paper.add_paragraph().add_run("见表 3")
    run._r.append(OxmlElement("w:noBreakHyphen"))
    run.add_text("2")
    out = io.BytesIO()
    paper.save(out)
    assert docx_pages(out.getvalue()) == (OutlinePage("", ("见表 3-2",)),)


@pytest.mark.parametrize("blob", [b"", b"PK\x03\x04 no archive"])
def test_other_bytes_are_no_document(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        docx_pages(blob)
