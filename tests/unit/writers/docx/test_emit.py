from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from engine.base.workspace import Workspace
from engine.brand.paper_brand import load_paper_brand
from engine.model.inlines import EMPTY, text
from engine.model.paper import PaperCover
from engine.writers.docx.emit import emit
from tests.gate.office import audit_findings, embedded_workbooks
from tests.support.paper_files import copy_harbor, rewrite, template_of
from tests.support.paper_sample import WORKSPACE, harbor, paper_sample
from tests.unit.writers.docx.xml_of import names, part, words


@pytest.fixture(scope="module")
def blob() -> bytes:
    return emit(paper_sample(), harbor(), WORKSPACE)


def test_the_same_paper_gives_the_same_bytes(blob: bytes) -> None:
    assert emit(paper_sample(), harbor(), WORKSPACE) == blob


def test_openxml_audit_finds_nothing_in_it_or_in_its_workbooks(blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(blob)
    assert audit_findings(path) == []
    workbooks = list(embedded_workbooks(path, tmp_path))
    assert len(workbooks) == 6
    assert [audit_findings(workbook) for workbook in workbooks] == [[]] * 6


def test_charts_are_charts_and_not_pictures(blob: bytes) -> None:
    assert len([name for name in names(blob) if name.startswith("word/charts/chart")]) == 6
    assert [name for name in names(blob) if name.startswith("word/media")] == ["word/media/picture1.png"]
    assert part(blob, "word/document.xml").count("<c:chart ") == 6


def test_no_two_drawings_or_bookmarks_share_a_number(blob: bytes) -> None:
    document = part(blob, "word/document.xml")
    for pattern in (r'<(?:wp:docPr|wps:cNvPr) id="(\d+)"', r'<w:bookmarkStart w:id="(\d+)"', r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"'):
        found = re.findall(pattern, document)
        assert len(found) == len(set(found)) > 0


def test_every_field_and_link_points_at_a_bookmark_that_is_there(blob: bytes) -> None:
    document = part(blob, "word/document.xml")
    marked = set(re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"', document))
    wanted = re.findall(r" (?:PAGEREF|REF) (\w+) ", document) + re.findall(r'w:anchor="(\w+)"', document)
    assert len(wanted) > 60
    assert set(wanted) <= marked
    assert document.count('"begin"') == document.count('"separate"') == document.count('"end"')


def test_every_relationship_that_is_named_exists(blob: bytes) -> None:
    relations = set(re.findall(r' Id="(\w+)"', part(blob, "word/_rels/document.xml.rels")))
    used = set(re.findall(r'r:(?:id|embed)="(\w+)"', part(blob, "word/document.xml")))
    assert used <= relations


def test_every_word_of_the_paper_is_in_it(blob: bytes) -> None:
    said = re.sub(r"\{[^}]*\}", "", words(part(blob, "word/document.xml").partition("<w:body>")[2].rpartition("</w:body>")[0]))
    paper = paper_sample()
    for block in paper.flow:
        for value in (getattr(block, "text", EMPTY), getattr(block, "source", EMPTY), getattr(block, "note", EMPTY)):
            assert value.plain in said
    for entry in (*paper.contents, *paper.figures):
        assert entry.title in said


def test_headers_name_report_and_chapter(blob: bytes) -> None:
    headers = [part(blob, name) for name in names(blob) if re.fullmatch(r"word/header\d+\.xml", name)]
    assert len(headers) == 7  # contents, five chapters, the landscape page
    assert all("2025 年 618 年中大促推广活动总结报告" in header for header in headers)
    assert [chapter for chapter in ("目录", "活动概述", "目标完成情况", "后续计划") if any(chapter in header for header in headers)] == [
        "目录", "活动概述", "目标完成情况", "后续计划",
    ]  # fmt: skip


def test_word_does_not_ask_to_update_fields(workspace: Workspace, blob: bytes) -> None:
    assert "updateFields" not in part(blob, "word/settings.xml")
    copy_harbor(workspace)
    rewrite(template_of(workspace), {"word/settings.xml": lambda old: old.replace(b"<w:zoom", b'<w:updateFields w:val="1"/><w:zoom')})
    again = emit(paper_sample(), load_paper_brand(workspace, "harbor").expect_clean(), workspace)
    assert "updateFields" not in part(again, "word/settings.xml")


def test_python_docx_reads_it(blob: bytes) -> None:
    document = docx.Document(io.BytesIO(blob))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style is not None and paragraph.style.name == "Heading 1"]
    assert headings == ["活动概述", "目标完成情况", "渠道表现与用户转化", "问题与改进", "后续计划"]
    assert document.core_properties.title == paper_sample().meta.title
    assert len(document.sections) == 8


def test_the_smallest_paper_is_whole_too(tmp_path: Path) -> None:
    cover = PaperCover("", text("报告"), EMPTY, ())
    smallest = replace(paper_sample(), cover=cover, contents=(), figures=(), flow=())
    path = tmp_path / "small.docx"
    path.write_bytes(emit(smallest, harbor(), WORKSPACE))
    assert audit_findings(path) == []
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
