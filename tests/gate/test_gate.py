"""The judges find what is wrong and leave alone what is right: a gate that cannot fail is none."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.gate.__main__ import VALIDATOR, Programs, Verdict, find_programs, judged, report
from tests.gate.office import audit_findings, drawn_findings, embedded_workbooks, sdk_findings, slide_count
from tests.gate.pdf import accessibility_findings, font_findings, qpdf_findings


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Two plain slides as python-pptx writes them, the second hidden."""
    presentation = Presentation()
    for _ in range(2):
        presentation.slides.add_slide(presentation.slide_layouts[6])
    presentation.slides[1]._element.set("show", "0")
    presentation.save(str(tmp_path / "deck.pptx"))
    return tmp_path / "deck.pptx"


@pytest.fixture
def chart_deck(tmp_path: Path) -> Path:
    """A chart as python-pptx writes it: known to break the schema, with a workbook inside."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    data = CategoryChartData()
    data.categories = ["一月", "二月"]
    data.add_series("曝光", (1, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1), Inches(5), Inches(3), data)
    presentation.save(str(tmp_path / "chart.pptx"))
    return tmp_path / "chart.pptx"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """One page whose only font is named and not embedded."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name("/MicrosoftYaHei"))
    pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    pdf.save(tmp_path / "a.pdf")
    return tmp_path / "a.pdf"


def replace_part(source: Path, target: Path, name: str, old: bytes, new: bytes) -> Path:
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for entry in before.namelist():
            blob = before.read(entry)
            assert entry != name or old in blob
            after.writestr(entry, blob.replace(old, new) if entry == name else blob)
    return target


def test_audit_passes_a_clean_deck_and_names_the_fault_of_a_broken_one(deck: Path, tmp_path: Path) -> None:
    assert audit_findings(deck) == []
    broken = replace_part(deck, tmp_path / "broken.pptx", "ppt/presentation.xml", b'<p:notesSz cx="', b'<p:notesSz cx="-')
    findings = audit_findings(broken)
    assert any("/ppt/presentation.xml" in finding and "cx" in finding for finding in findings)
    assert "Microsoft PowerPoint" in findings[-1]


def test_embedded_workbooks_are_judged_too(chart_deck: Path, tmp_path: Path) -> None:
    (workbook,) = embedded_workbooks(chart_deck, tmp_path)
    assert workbook.name == "chart--Microsoft_Excel_Sheet1.xlsx"
    assert audit_findings(workbook) == []


def test_hidden_slides_are_no_pages(deck: Path) -> None:
    assert slide_count(deck) == 1


def test_a_font_that_is_not_embedded_is_found(document: Path, tmp_path: Path) -> None:
    assert font_findings(document) == [
        "font MicrosoftYaHei is not embedded",
        "font MicrosoftYaHei does not say which characters its glyphs are",
    ]
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.save(tmp_path / "empty.pdf")
    assert font_findings(tmp_path / "empty.pdf") == ["has no font at all"]


def test_a_pdf_without_tags_is_found(document: Path) -> None:
    assert any(finding.startswith("PDFUA1-TAGGED-DOCUMENT-001") for finding in accessibility_findings(document))


def test_the_report_tells_every_verdict_and_cuts_long_lists(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = Verdict("a.pptx", "openxml-audit", []), Verdict("a.pdf", "fonts", [f"font {n}" for n in range(14)])
    assert report([good])
    assert not report([good, bad])
    lines = capsys.readouterr().out.splitlines()
    assert "ok    openxml-audit   a.pptx" in lines
    assert "FAIL  fonts           a.pdf" in lines
    assert lines[-3:] == ["  … and 2 more", "", "2 verdicts on 2 files, 1 with findings"]


@pytest.mark.office
def test_the_sdk_names_the_faults_of_raw_charts_and_passes_a_clean_deck(deck: Path, chart_deck: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    assert sdk_findings(deck, VALIDATOR, scratch) == []
    assert any("axId" in finding for finding in sdk_findings(chart_deck, VALIDATOR, scratch))


@pytest.mark.office
def test_libreoffice_counts_pages(deck: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    torn = tmp_path / "torn.pptx"
    torn.write_bytes(deck.read_bytes()[:2000])
    assert drawn_findings([deck, torn], find_programs().office, scratch) == {deck: [], torn: ["LibreOffice made no PDF of it"]}


@pytest.mark.office
def test_qpdf_finds_a_cut_file(document: Path) -> None:
    qpdf = find_programs().qpdf
    assert qpdf_findings(document, qpdf) == []
    document.write_bytes(document.read_bytes()[:-60])
    assert qpdf_findings(document, qpdf) != []


@pytest.mark.office
def test_each_file_meets_each_judge(deck: Path, chart_deck: Path, document: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    asked = [f"{verdict.judge}: {verdict.file}" for verdict in judged([deck, chart_deck, document], find_programs(), scratch)]
    assert asked == [
        "Open XML SDK: deck.pptx",
        "openxml-audit: deck.pptx",
        "Open XML SDK: chart.pptx",
        "openxml-audit: chart.pptx",
        "Open XML SDK: chart--Microsoft_Excel_Sheet1.xlsx",
        "openxml-audit: chart--Microsoft_Excel_Sheet1.xlsx",
        "qpdf: a.pdf",
        "fonts: a.pdf",
        "PDF/UA-1: a.pdf",
        "LibreOffice: deck.pptx",
        "LibreOffice: chart.pptx",
    ]


def test_an_absent_judge_is_no_content_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"run it as \./dev gate"):
        find_programs()
    assert Programs(VALIDATOR, "qpdf", "soffice").validator.name == "ooxml-validator"
