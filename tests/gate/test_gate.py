"""The judges find what is wrong and leave alone what is right: a gate that cannot fail is none."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from engine.base.errors import EnvironmentFault
from engine.base.units import Rect, mm
from engine.base.workspace import BUILTIN_ROOT
from engine.model.deck import Deck, TextBox
from engine.model.inlines import text
from engine.model.paper import Paper, PaperCallout, PaperChart, PaperParagraph, PaperTable
from engine.pipeline import BuildRequest, build_report, plan_report
from engine.project import Finished
from engine.writers import WRITERS
from tests.gate import __main__ as gate
from tests.gate.__main__ import VALIDATOR, Programs, Verdict, find_programs, judged, judged_sample, report
from tests.gate.drawn import chart_words, deck_findings, drawn_pages, paper_findings
from tests.gate.office import audit_findings, chart_findings, embedded_workbooks, sdk_findings
from tests.gate.pdf import (
    LARGEST,
    font_findings,
    paper_order_findings,
    qpdf_findings,
    size_findings,
    slide_order_findings,
    upside_down,
)
from tests.gate.samples import Sample
from tests.support.builds import workspace_of
from tests.support.pdf_ua import ua_findings
from tests.support.words_of import bare

ENGLISH = BUILTIN_ROOT / "content" / "weekly-review-en"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A plain slide as python-pptx writes it."""
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[6])
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


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The English report, built and planned in both forms, with its files on disk."""
    workspace = workspace_of(ENGLISH)
    result = build_report(workspace, ENGLISH)
    folder = tmp_path_factory.mktemp("sample")
    files = []
    for artifact in result.artifacts:
        if artifact.format in WRITERS.names:
            files.append(folder / artifact.file_name)
            files[-1].write_bytes(artifact.blob)
    return Sample(
        Finished(ENGLISH, ENGLISH.name, result.title, result.diagnostics),
        tuple(files),
        plan_report(workspace, ENGLISH, BuildRequest(("pptx", "docx", "pdf"))),
    )


def paper_of(sample: Sample) -> Paper:
    assert sample.planned is not None
    return sample.planned.paper


def deck_of(sample: Sample) -> Deck:
    assert sample.planned is not None
    return sample.planned.deck


def file_of(sample: Sample, suffix: str) -> Path:
    return next(path for path in sample.files if path.suffix == suffix)


def shown_words(paper: Paper) -> str:
    """Return the words of a document as a program would draw it that sets everything as planned."""
    words = [f"{entry.number}{entry.title}.....{entry.page}" for entry in (*paper.contents, *paper.figures)]
    for block in paper.flow:
        match block:
            case PaperParagraph():
                words.append(f"{block.number}{block.text.plain}")
            case PaperTable():
                words += [text.plain for row in block.rows for cell in row.cells if cell for text in cell.paragraphs]
            case PaperChart():
                words += chart_words(block.figure)
            case PaperCallout():
                words += [f"{paragraph.number}{paragraph.text.plain}" for paragraph in block.paragraphs]
        if isinstance(block, PaperTable | PaperChart) and block.caption:
            words.append(f"{block.caption.kind}{block.caption.number}{block.caption.title.plain}")
    return bare("\n".join(words))


def test_a_document_that_shows_everything_passes_and_each_loss_is_named(sample: Sample) -> None:
    paper = paper_of(sample)
    whole = shown_words(paper)
    blank = ("",) * (len(paper.pages) - 1)
    assert paper_findings(paper, (whole, *blank)) == []
    assert paper_findings(paper, (whole,)) == [f"LibreOffice drew 1 pages, {len(paper.pages)} were planned"]
    table = next(block for block in paper.flow if isinstance(block, PaperTable) and block.caption)
    assert table.caption is not None
    title = table.caption.title.plain
    assert any(
        f"caption not shown: '{table.caption.kind}" in finding
        for finding in paper_findings(paper, (whole.replace(bare(title), ""), *blank))
    )
    last = paper.contents[-1]
    unpaged = whole.replace(bare(f"{last.number}{last.title}.....{last.page}"), bare(f"{last.number}{last.title}....."), 1)
    assert f"page of the contents not shown: '{last.number}{last.title}'" in paper_findings(paper, (unpaged, *blank))
    assert {finding.split(" not shown")[0] for finding in paper_findings(paper, ("", *blank))} == {
        *("contents", "page of the contents", "heading", "caption", "text", "cell", "chart"),
    }


def test_a_text_in_which_a_page_turns_is_shown_in_two_parts(sample: Sample) -> None:
    paper = paper_of(sample)
    whole = shown_words(paper)
    long = max((bare(block.text.plain) for block in paper.flow if isinstance(block, PaperParagraph)), key=len)
    assert whole.count(long) == 1
    blank = ("",) * (len(paper.pages) - 2)
    first, second = whole.split(long)
    assert paper_findings(paper, (f"{first}{long[:-3]}footer", f"header{long[-3:]}{second}", *blank)) == []
    assert len(paper_findings(paper, (f"{first}{long[:9]}footer", f"header{long[-3:]}{second}", *blank))) == 1


def test_a_slide_that_lost_a_text_is_named(sample: Sample) -> None:
    deck = deck_of(sample)
    assert deck_findings(deck, ("",)) == [f"LibreOffice drew 1 pages of {len(deck.slides)} slides"]
    findings = deck_findings(deck, ("",) * len(deck.slides))
    assert any(finding.startswith("slide 1 lacks ") for finding in findings)


def test_the_text_of_a_pdf_comes_in_the_order_of_the_paper(sample: Sample) -> None:
    pdf, paper = file_of(sample, ".pdf"), paper_of(sample)
    assert paper_order_findings(pdf, paper) == []
    turned = replace(paper, flow=paper.flow[::-1])
    assert "comes too early" in paper_order_findings(pdf, turned)[0]
    typed = PaperParagraph(paper.flow[0].role, text("Never written")) if isinstance(paper.flow[0], PaperParagraph) else None
    assert typed is not None
    assert paper_order_findings(pdf, replace(paper, flow=(typed,))) == ["'Never written' is not there"]


def test_upper_texts_of_a_slide_come_before_lower_ones(sample: Sample) -> None:
    deck = deck_of(sample)
    assert "pages of" in slide_order_findings(file_of(sample, ".pdf"), deck)[0]
    line = next(box for box in deck.slides[0].elements if isinstance(box, TextBox)).paragraphs[0]

    def box(words: str, x: float, y: float) -> TextBox:
        said = replace(line, runs=(replace(line.runs[0], text=words),), breaks=())
        return TextBox(words, Rect(mm(x), mm(y), mm(80), mm(8)), (said,))

    upper, lower, beside = box("The first sentence.", 10, 10), box("The second sentence.", 10, 30), box("The second sentence.", 60, 30)
    assert list(upside_down((upper, lower), "Thefirstsentence.Thesecondsentence.")) == []
    assert list(upside_down((upper, lower), "Thesecondsentence.Thefirstsentence.")) == [("The first sentence.", "The second sentence.")]
    assert list(upside_down((upper, beside), "Thesecondsentence.Thefirstsentence.")) == []
    twice = "Thesecondsentence.Thefirstsentence.Thesecondsentence."
    assert list(upside_down((upper, lower), twice)) == []


def test_a_heavy_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"x" * LARGEST)
    assert size_findings(path) == []
    path.write_bytes(b"x" * (LARGEST + 1))
    assert size_findings(path) == ["1,500,001 bytes, more than 1,500,000"]


def test_a_chart_that_differs_from_its_workbook_is_named(chart_deck: Path, tmp_path: Path) -> None:
    assert chart_findings(chart_deck) == []
    part = next(name for name in zipfile.ZipFile(chart_deck).namelist() if "/charts/chart" in name and name.endswith(".xml"))
    changed = replace_part(chart_deck, tmp_path / "changed.pptx", part, b"<c:v>2</c:v>", b"<c:v>3</c:v>")
    assert len(chart_findings(changed)) == 1
    assert "workbook (1.0, 2.0)" in chart_findings(changed)[0]


def test_a_sample_that_fails_is_a_finding_without_files() -> None:
    failed = Sample(Finished(ENGLISH, ENGLISH.name, fault=EnvironmentFault("满", "the disk is full")), (), None)
    programs = Programs(VALIDATOR, "qpdf")
    assert list(judged_sample(failed, programs, Path())) == [Verdict("weekly-review-en", "build", ["the disk is full"])]


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
    assert any(finding.startswith("PDFUA1-TAGGED-DOCUMENT-001") for finding in ua_findings(document))


def test_the_report_tells_every_verdict_and_cuts_long_lists(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = Verdict("a.pptx", "openxml-audit", []), Verdict("a.pdf", "fonts", [f"font {n}" for n in range(14)])
    assert report([good])
    assert not report([good, bad])
    lines = capsys.readouterr().out.splitlines()
    assert "ok    openxml-audit     a.pptx" in lines
    assert "FAIL  fonts             a.pdf" in lines
    assert lines[-3:] == ["  … and 2 more", "", "2 verdicts on 2 files, 1 with findings"]


@pytest.mark.office
def test_the_sdk_names_the_faults_of_raw_charts_and_passes_a_clean_deck(deck: Path, chart_deck: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    assert sdk_findings(deck, VALIDATOR, scratch) == []
    assert any("axId" in finding for finding in sdk_findings(chart_deck, VALIDATOR, scratch))


@pytest.mark.office
def test_libreoffice_draws_every_page(deck: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.pptx"
    torn.write_bytes(deck.read_bytes()[:2000])
    assert [len(drawn_pages(path)) for path in (deck, torn)] == [1, 0]


@pytest.mark.office
def test_qpdf_finds_a_cut_file(document: Path) -> None:
    qpdf = find_programs().qpdf
    assert qpdf_findings(document, qpdf) == []
    document.write_bytes(document.read_bytes()[:-60])
    assert qpdf_findings(document, qpdf) != []


@pytest.mark.office
def test_each_file_meets_each_judge(chart_deck: Path, document: Path, tmp_path: Path) -> None:
    asked = [f"{verdict.judge}: {verdict.file}" for path in (chart_deck, document) for verdict in judged(path, find_programs(), tmp_path)]
    assert asked == [
        "Open XML SDK: chart.pptx",
        "openxml-audit: chart.pptx",
        "Open XML SDK: chart--Microsoft_Excel_Sheet1.xlsx",
        "openxml-audit: chart--Microsoft_Excel_Sheet1.xlsx",
        "package rules: chart.pptx",
        "chart = workbook: chart.pptx",
        "qpdf: a.pdf",
        "fonts: a.pdf",
        "PDF/UA-1: a.pdf",
    ]


@pytest.mark.office
def test_a_sample_meets_the_judges_that_know_its_plan(sample: Sample, tmp_path: Path) -> None:
    verdicts = list(judged_sample(sample, find_programs(), tmp_path))
    assert [verdict for verdict in verdicts if verdict.findings] == []
    asked = {f"{verdict.judge}: {Path(verdict.file).suffix or 'report'}" for verdict in verdicts}
    assert asked == {
        *("build: report", "Open XML SDK: .pptx", "Open XML SDK: .docx", "Open XML SDK: .xlsx"),
        *("openxml-audit: .pptx", "openxml-audit: .docx", "openxml-audit: .xlsx", "package rules: .pptx", "package rules: .docx"),
        *("chart = workbook: .pptx", "chart = workbook: .docx"),
        *("LibreOffice: .pptx", "LibreOffice: .docx", "qpdf: .pdf", "fonts: .pdf", "PDF/UA-1: .pdf", "size: .pdf", "reading order: .pdf"),
    }


def test_an_absent_judge_is_no_content_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"run it as \./dev gate"):
        find_programs()
    assert Programs(VALIDATOR, "qpdf").validator.name == "ooxml-validator"


def test_other_files_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "find_programs", lambda: Programs(VALIDATOR, "qpdf"))
    with pytest.raises(SystemExit, match=r"not facts\.json"):
        gate.main(["out/a/facts.json"])
