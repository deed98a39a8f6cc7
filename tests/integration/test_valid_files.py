"""What programs that are not ours say of the finished files: nothing."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from engine.probe.pdf_pages import pdf_facts
from tests.gate.office import audit_findings, embedded_workbooks
from tests.gate.pdf import accessibility_findings, font_findings
from tests.support.builds import Built


@pytest.fixture(scope="module")
def files(built: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("files")
    for name in ("pptx", "pdf"):
        (folder / f"report.{name}").write_bytes(built.blob(name))
    return {name: folder / f"report.{name}" for name in ("pptx", "pdf")}


def test_openxml_audit_finds_nothing_in_the_deck(files: dict[str, Path]) -> None:
    assert audit_findings(files["pptx"]) == []


def test_openxml_audit_finds_nothing_in_the_workbooks_behind_the_charts(files: dict[str, Path], tmp_path: Path) -> None:
    found = {workbook.name: audit_findings(workbook) for workbook in embedded_workbooks(files["pptx"], tmp_path)}
    assert len(found) >= 3
    assert {name: findings for name, findings in found.items() if findings} == {}


def test_every_font_of_the_pdf_is_embedded_as_a_subset_with_its_characters(built: Built, files: dict[str, Path]) -> None:
    assert font_findings(files["pdf"]) == []
    fonts = pdf_facts(built.blob("pdf")).fonts
    assert [font for font in fonts if not (font.embedded and font.subset)] == []
    assert {font.family for font in fonts} <= {"Noto Sans CJK SC", "Noto Serif CJK SC"}


def test_the_pdf_is_accessible_by_pdf_ua_1(files: dict[str, Path]) -> None:
    assert accessibility_findings(files["pdf"]) == []


def test_the_pdf_is_sound_and_carries_no_action(built: Built) -> None:
    with pikepdf.open(io.BytesIO(built.blob("pdf"))) as document:
        assert document.check_pdf_syntax() == []
        keys = {key for item in document.objects if isinstance(item, pikepdf.Dictionary) for key in item.keys()}  # noqa: SIM118  pikepdf's own
        assert keys & {"/JS", "/JavaScript", "/Launch", "/EmbeddedFiles", "/AA", "/OpenAction"} == set()
        assert document.Root.Lang == "zh-CN"
