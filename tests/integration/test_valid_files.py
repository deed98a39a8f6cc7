"""What programs that are not ours say of the finished files: nothing."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from engine.model.report import PdfMaker
from engine.probe.pdf_pages import pdf_facts
from tests.gate.office import audit_findings, embedded_workbooks
from tests.gate.pdf import font_findings
from tests.support.builds import Built
from tests.support.pdf_by import pdf_by
from tests.support.pdf_fonts import called
from tests.support.pdf_ua import ua_findings


@pytest.fixture(scope="module")
def deck_file(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "report.pptx"
    path.write_bytes(built.blob("pptx"))
    return path


@pytest.fixture(scope="module", params=PdfMaker, ids=lambda maker: maker.value)
def pdf_file(request: pytest.FixtureRequest, built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "report.pdf"
    path.write_bytes(pdf_by(request.param, built.planned, built.workspace))
    return path


def test_openxml_audit_finds_nothing_in_the_deck(deck_file: Path) -> None:
    assert audit_findings(deck_file) == []


def test_openxml_audit_finds_nothing_in_the_workbooks_behind_the_charts(deck_file: Path, tmp_path: Path) -> None:
    found = {workbook.name: audit_findings(workbook) for workbook in embedded_workbooks(deck_file, tmp_path)}
    assert len(found) >= 3
    assert {name: findings for name, findings in found.items() if findings} == {}


def test_every_font_of_the_pdf_is_embedded_as_a_subset_with_its_characters(pdf_file: Path) -> None:
    assert font_findings(pdf_file) == []
    fonts = pdf_facts(pdf_file.read_bytes()).fonts
    assert [font for font in fonts if not (font.embedded and font.subset)] == []
    assert {called(font.name) for font in fonts} <= {"NotoSansCJKSC", "NotoSerifCJKSC"}


def test_the_pdf_is_accessible_by_pdf_ua_1(pdf_file: Path) -> None:
    assert ua_findings(pdf_file) == []


def test_the_pdf_is_sound_and_carries_no_action(pdf_file: Path) -> None:
    with pikepdf.open(pdf_file) as document:
        assert document.check_pdf_syntax() == []
        keys = {key for item in document.objects if isinstance(item, pikepdf.Dictionary) for key in item.keys()}  # noqa: SIM118  pikepdf's own
        assert keys & {"/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/AA", "/OpenAction"} == set()
        assert document.Root.Lang == "zh-CN"
