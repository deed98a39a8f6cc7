"""Every report below content/ in every format: nothing that it says is lost, charts are charts, files are sound."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from engine.base.workspace import environment
from engine.compose.composer import compose
from engine.kinds import KINDS
from engine.load.source import load
from engine.model.blocks import Image
from engine.model.charts import ChartData
from engine.model.report import Report
from engine.pipeline import ReportResult, build_report
from engine.probe.chart_values import disagreements, native_charts
from engine.resolve import resolve
from engine.writers import WRITERS
from tests.gate.office import audit_findings, embedded_workbooks
from tests.gate.pdf import font_findings
from tests.integration.test_repeatable import ELSEWHERE, OTHER_TIMES
from tests.support.builds import ROOT, facts_by_id, first_member, request_of, told, workspace_of
from tests.support.pdf_ua import ua_findings
from tests.support.words_of import Said, bare, fact_spans, missing, said_in, words_in

FOLDERS = sorted(path.parent for path in (ROOT / "content").glob("*/report.yaml"))
FORMATS = ("pptx", "docx", "pdf")
OFFICE = ("pptx", "docx")
ENGLISH = ROOT / "content" / "weekly-review-en"


@dataclass(frozen=True, slots=True)
class Whole:
    """A report as it was composed, and what was made of it."""

    folder: Path
    report: Report
    result: ReportResult

    def blob(self, format_name: str) -> bytes:
        return next(artifact.blob for artifact in self.result.artifacts if artifact.format == format_name)

    @property
    def charts(self) -> int:
        return sum(1 for _ in _instances(self.report, ChartData))

    @property
    def images(self) -> int:
        return sum(1 for _ in _instances(self.report, Image))


@cache
def by_typst(folder: Path) -> Whole:
    """Build a report as a PDF drawn by Typst, once for all tests of a worker."""
    request = replace(request_of(folder, ("pdf",)), overrides={"pdf.engine": "typst"})
    made = build_report(workspace_of(folder), folder, request)
    return replace(whole(folder), result=made)


@cache
def whole(folder: Path) -> Whole:
    """Build a report in all formats, of a batch its first, once for all tests of a worker."""
    workspace = workspace_of(folder)
    source = load(workspace, folder, member=first_member(folder)).value
    composed = compose(source, workspace).value if source else None
    assert composed is not None
    return Whole(folder, resolve(composed), build_report(workspace, folder, request_of(folder, FORMATS)))


def _instances(value: object, wanted: type) -> Iterator[object]:
    if isinstance(value, wanted):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _instances(item, wanted)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _instances(getattr(value, field.name), wanted)


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def built(request: pytest.FixtureRequest) -> Whole:
    folder = request.param
    assert isinstance(folder, Path)
    return whole(folder)


@pytest.fixture(params=(whole, by_typst), ids=("weasyprint", "typst"))
def printed(request: pytest.FixtureRequest, built: Whole) -> Whole:
    """The report with its PDF drawn by either engine."""
    made = request.param(built.folder)
    assert isinstance(made, Whole)
    return made


def test_the_formats_are_all_there_are() -> None:
    assert set(WRITERS.names) == set(FORMATS)


def test_it_builds_without_an_error_or_a_warning(built: Whole) -> None:
    assert told(built.result.diagnostics) == []
    assert {artifact.format for artifact in built.result.artifacts} == {*FORMATS, "facts", "agreement"}


def belongs(said: Said, format_name: str) -> bool:
    """Tell whether a format has a place for these words: only slides have speaker notes, only native charts name a crowded axis whole."""
    if said.place == "Topic.notes":
        return format_name == "pptx"
    return format_name != "pdf" or "crowded" not in said.place


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_word_of_the_report_is_in_the_file(built: Whole, format_name: str) -> None:
    words = words_in(format_name, built.blob(format_name))
    wanted = [said for said in said_in(built.report) if belongs(said, format_name)]
    assert len(wanted) > 150
    assert {f"{said.place}: {lost}" for said in wanted for lost in missing(said, words)} == set()


@pytest.mark.parametrize("format_name", FORMATS)
def test_words_that_nobody_wrote_are_not_found(built: Whole, format_name: str) -> None:
    words = words_in(format_name, built.blob(format_name))
    assert missing(Said("Paragraph.text", ("此句无人写过，Nobody wrote this",)), words) == ["此句无人写过，", "Nobody wrote this"]


def test_every_fact_in_the_words_is_in_the_ledger_as_it_is_printed(built: Whole) -> None:
    facts = facts_by_id(built.blob("facts"))
    spans = list(fact_spans(built.report))
    assert len(spans) > 50
    assert [(span.fact, span.text) for span in spans if span.fact not in facts or bare(facts[span.fact]["text"]) != bare(span.text)] == []


@pytest.mark.parametrize("format_name", OFFICE)
def test_charts_are_native_and_the_only_pictures_are_those_of_the_content(built: Whole, format_name: str) -> None:
    blob = built.blob(format_name)
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        media = [name for name in package.namelist() if "/media/" in name]
    assert len(media) <= built.images
    assert len(native_charts(blob)) == built.charts


@pytest.mark.parametrize("format_name", OFFICE)
def test_edit_data_would_show_what_the_charts_remember(built: Whole, format_name: str) -> None:
    assert disagreements(built.blob(format_name)) == ()


@pytest.mark.parametrize("format_name", OFFICE)
def test_openxml_audit_finds_nothing_in_the_file_or_its_workbooks(built: Whole, format_name: str, tmp_path: Path) -> None:
    path = tmp_path / f"report.{format_name}"
    path.write_bytes(built.blob(format_name))
    judged = {part.name: audit_findings(part) for part in (path, *embedded_workbooks(path, tmp_path))}
    assert len(judged) == 1 + built.charts
    assert {name: findings for name, findings in judged.items() if findings} == {}


def test_the_pdf_is_sound_accessible_and_carries_its_fonts(printed: Whole, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(printed.blob("pdf"))
    assert ua_findings(path) == []
    assert font_findings(path) == []
    with pikepdf.open(path) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.Lang == printed.report.meta.language.value


def test_typst_says_every_word_and_agrees_with_the_ledger(built: Whole) -> None:
    drawn = by_typst(built.folder)
    assert told(drawn.result.diagnostics) == []
    words = words_in("pdf", drawn.blob("pdf"))
    wanted = [said for said in said_in(built.report) if belongs(said, "pdf")]
    assert {f"{said.place}: {lost}" for said in wanted for lost in missing(said, words)} == set()
    assert facts_by_id(drawn.blob("facts")).keys() == facts_by_id(built.blob("facts")).keys()


def test_every_kind_has_a_report() -> None:
    """A kind nobody wrote a report of would be tested by nothing here."""
    kinds = {whole(folder).report.meta.kind for folder in FOLDERS}
    assert kinds == set(KINDS.names)


def test_the_english_report_says_no_chinese_word() -> None:
    english = whole(ENGLISH)
    for format_name in FORMATS:
        words = words_in(format_name, english.blob(format_name))
        assert {char for char in words if "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uff5e"} == set(), format_name


def test_all_formats_have_the_same_bytes_in_another_process() -> None:
    command = [sys.executable, "-c", ELSEWHERE, str(ROOT), ENGLISH.name]
    variables = {**environment(), **OTHER_TIMES, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, env=variables, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    here = {artifact.file_name: hashlib.sha256(artifact.blob).hexdigest() for artifact in whole(ENGLISH).result.artifacts}
    assert json.loads(done.stdout) == here
