"""The one door: six verbs that carry a report from its folder to finished files.

    load ─► compose ─► resolve ─► plan ─► emit ─► check

Everything a caller may want — the command line, the Python API, a batch — goes through here, so that all see the same findings.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engine.base.diagnostics import Diagnostic, Findings, Location, Phrase, error
from engine.base.garbage import search_put_off
from engine.base.records import dataclass, replace
from engine.base.workspace import Workspace
from engine.baseline.place import CHANGES_FILE
from engine.brand.deck_brand import load_deck_brand
from engine.brand.paper_brand import load_paper_brand
from engine.checks import check_composed, check_deck, check_file, check_plan
from engine.compose.composer import compose
from engine.heard import Heard
from engine.layout.font_files import font_folders
from engine.layout.fonts import FontBook, open_fonts
from engine.load.member import Member
from engine.load.places import ContentPlaces
from engine.load.report_spec import BatchSpec
from engine.load.source import Loader, Source
from engine.model.evidence import Shared
from engine.model.file_ledger import file_ledger, standings
from engine.model.ledger_json import LEDGER_FILE, ledger_json
from engine.model.report import Report
from engine.model.tables import DataTable
from engine.model.theme import FontFace
from engine.pictures import WorkspacePictures
from engine.plan.deck.planner import Wording, plan_deck
from engine.plan.glyphs import drawable, draws
from engine.plan.paper.planner import plan_paper
from engine.plan.paper.sheet import PaperFonts
from engine.planned import Planned, PlannedDeck, PlannedPaper, form_of, primary_form
from engine.probe.package_parts import parsed_once
from engine.resolve import resolve
from engine.writers import WRITERS, Form, WriterDef

if TYPE_CHECKING:
    from engine.baseline.look import Look

VERBS = ("load", "compose", "resolve", "plan", "emit", "check")
FACTS_FILE = LEDGER_FILE
Watch = Callable[[str], None]
"""Told the name of each verb as it begins: for progress displays."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """`formats` empty takes the report's own; `overrides` are `--set key=value`; `member` is the report of a batch that is meant.

    `baseline` is the folder of approved pages to compare with, None to compare with nothing; `looks` asks for the look of the pages.
    """

    formats: tuple[str, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    member: Member | None = None
    baseline: Path | None = None
    looks: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a report was made of, besides what every report of the workspace is: content files and pictures, records of tables by name."""

    files: tuple[Path, ...] = ()
    tables: Mapping[str, DataTable] = field(default_factory=dict)


NO_INPUTS = Inputs()


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file, not yet on disk."""

    format: str
    file_name: str
    blob: bytes


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What became of one report. `artifacts` is empty when errors stopped it; `seconds` by verb; `shared` are the metrics it prints; `look` is there
    where it was asked for.
    """

    name: str
    title: str
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: Mapping[str, float]
    slides: int = 0
    fact_count: int = 0
    inputs: Inputs = NO_INPUTS
    shared: tuple[Shared, ...] = ()
    look: Look | None = None

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.diagnostics)


class _Run:
    """Findings and timings of one report on its way through the verbs."""

    def __init__(self, workspace: Workspace, folder: Path, watch: Watch | None = None, loader: Loader | None = None) -> None:
        self.workspace, self.folder, self.watch, self.loader = workspace, folder, watch, loader
        self.pictures = WorkspacePictures(workspace)
        self.source: Source | None = None
        self.findings = Heard()
        self.judge: Callable[[], tuple[Diagnostic, ...]] | None = None
        self.seconds: dict[str, float] = {}
        self.approved: tuple[Path, ...] = ()

    @contextmanager
    def verb(self, name: str) -> Iterator[None]:
        if self.watch is not None:
            self.watch(name)
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    def report(self, request: BuildRequest) -> Report | None:
        with self.verb("load"):
            loader = self.loader or Loader(self.workspace, self.folder, request.overrides)
            source = loader.source(request.member)
            self.findings.extend(source.diagnostics)
        if source.value is None:
            return None
        self.source = source.value
        if request.member is None and (batch := source.value.report.batch) is not None:
            self.findings.add(_one_of_many(batch))
            return None
        self.findings.listen(source.value)
        with self.verb("compose"):
            composed = compose(source.value, self.workspace)
            self.findings.extend(composed.diagnostics)
        if composed.value is None:
            return None
        find, complete = ContentPlaces(source.value.texts).find, not self.findings.has_errors
        self.judge = partial(check_composed, composed.value, find, self.findings.settings, complete=complete)
        with self.verb("resolve"):
            return resolve(composed.value)

    def _judge(self) -> None:
        """Check what was composed, once: the first thing to check as soon as there is something to check."""
        if self.judge is not None:
            judge, self.judge = self.judge, None
            self.findings.extend(judge())

    def plan(self, report: Report, formats: tuple[str, ...] = ()) -> Planned | None:
        """Plan the forms that the formats need; none given means those of the report."""
        primary = primary_form(report)
        forms = {form_of(name, primary) for name in formats or report.meta.formats if name in WRITERS.names} or {primary}
        slides = self._deck(report) if Form.DECK in forms else None
        pages = self._paper(report) if Form.PAPER in forms else None
        if self.judge is not None:
            with self.verb("check"):
                self._judge()
        missing = (Form.DECK in forms and slides is None) or (Form.PAPER in forms and pages is None)
        if missing:
            return None
        planned = Planned(report, primary, slides, pages)
        self.findings.extend(check_plan(planned.shown, report, self.findings.settings))
        return planned

    def _deck(self, report: Report) -> PlannedDeck | None:
        with self.verb("plan"):
            brand = load_deck_brand(self.workspace, report.meta.theme, report.meta.theme_at)
            self.findings.extend(brand.diagnostics)
            if brand.value is None:
                return None
            book = self._fonts(brand.value.theme.body)
            look = brand.value
            wording = Wording.TOLD if primary_form(report) is Form.PAPER else Wording.WRITTEN
            deck = plan_deck(report, look, book, self.pictures, wording)
            if deck.value is None or not draws(deck.value, (book,)):
                deck = plan_deck(self._drawable(report, book), look, book, self.pictures, wording)
            self.findings.extend(deck.diagnostics)
        if deck.value is None:
            return None
        with self.verb("check"):
            self._judge()
            self.findings.extend(check_deck(deck.value))
        return PlannedDeck(deck.value, brand.value)

    def _paper(self, report: Report) -> PlannedPaper | None:
        with self.verb("plan"):
            brand = load_paper_brand(self.workspace, report.meta.theme, report.meta.theme_at)
            self.findings.extend(brand.diagnostics)
            if brand.value is None:
                return None
            theme = brand.value.theme
            fonts = PaperFonts(self._fonts(theme.body), self._fonts(theme.serif or theme.body))
            look = brand.value
            paper = plan_paper(report, look, fonts, self.pictures)
            if paper.value is None or not draws(paper.value.paged, (fonts.sans, fonts.serif)):
                paper = plan_paper(self._drawable(report, fonts.sans, fonts.serif), look, fonts, self.pictures)
            self.findings.extend(paper.diagnostics)
        if paper.value is None:
            return None
        with self.verb("check"):
            self._judge()
            self.findings.extend(check_deck(paper.value.paged))
        return PlannedPaper(paper.value, brand.value)

    def _drawable(self, report: Report, *books: FontBook) -> Report:
        """Return the report without the signs that its fonts lack."""
        shown = drawable(report, books)
        self.findings.extend(shown.diagnostics)
        return shown.value or report

    def _fonts(self, face: FontFace) -> FontBook:
        return open_fonts(face.pdf, font_folders(self.workspace))

    def result(self, planned: Planned | None, artifacts: tuple[Artifact, ...] = ()) -> ReportResult:
        title = planned.report.meta.title if planned else self.folder.name
        slides = len(planned.shown.slides) if planned else 0
        facts = len(planned.report.ledger.facts) if planned else 0
        shared = self.findings.shares(planned.report) if planned else ()
        return ReportResult(self.folder.name, title, artifacts, self.findings.told(), self.seconds, slides, facts, self._inputs(), shared)

    def _inputs(self) -> Inputs:
        if self.source is None:
            return NO_INPUTS
        return Inputs((*self.source.paths, *self.pictures.read_paths, *self.approved), self.source.tables.taken())


@search_put_off()
def check_report(
    workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, watch: Watch | None = None, loader: Loader | None = None
) -> ReportResult:
    """Run every verb but emit: what an author needs to know, without a heavy library. `loader` has read the folder before, for others."""
    run = _Run(workspace, folder, watch, loader)
    report = run.report(request or BuildRequest())
    return run.result(run.plan(report) if report else None)


def plan_report(workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, loader: Loader | None = None) -> Planned:
    """Return a report without errors in the forms that the formats need, those of the report when none is given.

    Raises ValueError with the messages otherwise.
    """
    run = _Run(workspace, folder, None, loader)
    request = request or BuildRequest()
    report = run.report(request)
    planned = run.plan(report, request.formats) if report else None
    if planned is None or run.findings.has_errors:
        raise ValueError("\n".join(f"{item.where}: {item.code} {item.message.en}" for item in run.findings))
    return planned


@search_put_off()
def build_report(
    workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, watch: Watch | None = None, loader: Loader | None = None
) -> ReportResult:
    """Build the files of one report in memory; any error means none. Raises EngineError for trouble outside the content."""
    request = request or BuildRequest()
    run = _Run(workspace, folder, watch, loader)
    report = run.report(request)
    looks = request.looks or request.baseline is not None
    planned = run.plan(report, _with_pdf(report, request) if looks else request.formats) if report else None
    if planned is None:
        return run.result(None)
    formats = _known_formats(request.formats or planned.report.meta.formats, planned.report.meta.where, run.findings)
    if any(item.is_error for item in run.findings.told()):
        return run.result(planned)
    artifacts = tuple(_emit(name, planned, run) for name in formats)
    with run.verb("check"), parsed_once():
        for artifact in artifacts:
            run.findings.extend(check_file(artifact.format, artifact.blob, artifact.file_name))
        run.findings.extend(_package_faults(artifacts))
        told = _told_of(artifacts, planned, run)
    look = _look_of(planned, artifacts, run) if looks else None
    changes = _changes(look, request.baseline, planned, run) if look and request.baseline else ()
    result = run.result(planned, (*artifacts, *told, *changes))
    return replace(result, look=look) if request.looks else result


def _with_pdf(report: Report, request: BuildRequest) -> tuple[str, ...]:
    """Return the formats to plan for where the look is asked for: that of the PDF, whether it is written or not."""
    return (*(request.formats or report.meta.formats), "pdf")


def _look_of(planned: Planned, artifacts: tuple[Artifact, ...], run: _Run) -> Look:
    from engine.baseline.looking import look_of

    pdf = next((artifact for artifact in artifacts if artifact.format == "pdf"), None) or _emit("pdf", planned, run)
    with run.verb("check"):
        return look_of(planned.shown, pdf.blob)


def _changes(look: Look, folder: Path, planned: Planned, run: _Run) -> tuple[Artifact, ...]:
    """Compare with what was approved; return the page that shows what changed, nothing when nothing did."""
    from engine.baseline.judged import inputs, judged

    run.approved = inputs(folder)
    palette = {name: color.hex for name, color in planned.shown.theme.colors.items()}
    with run.verb("check"):
        found, page = judged(look, folder, run.workspace, planned.report.meta.where, palette)
        run.findings.extend(found)
    return () if page is None else (Artifact("changes", CHANGES_FILE, page),)


def _package_faults(artifacts: tuple[Artifact, ...]) -> Iterator[Diagnostic]:
    """Yield what would make an Office program offer to repair a file that was just written."""
    from engine.checks.package import check_package
    from engine.checks.package.definition import Author  # rules by the dozen, for finished files only

    for artifact in artifacts:
        yield from check_package(artifact.format, artifact.blob, artifact.file_name, Author.DEBRIEF)


def _told_of(artifacts: tuple[Artifact, ...], planned: Planned, run: _Run) -> tuple[Artifact, ...]:
    """Open the files again; return the ledger with all places, and the reports of how the files agree with it."""
    from engine.checks.agreement_report import agreement_html, agreement_json
    from engine.checks.finished import reopened  # opens PDFs by a library that no other verb needs

    in_order = sorted(artifacts, key=lambda artifact: WRITERS.names.index(artifact.format))
    opened = [one for artifact in in_order if (one := reopened(artifact.format, artifact.blob, artifact.file_name)) is not None]
    for one in opened:
        run.findings.extend(one.findings)
    report = planned.report
    ledger = file_ledger(report.ledger, report.meta.title, tuple(printed for one in opened for printed in one.ledger.files))
    places = standings(ledger)
    palette = {name: color.hex for name, color in planned.shown.theme.colors.items()}
    return (
        Artifact("facts", FACTS_FILE, ledger_json(ledger, places)),
        Artifact("agreement", "agreement.json", agreement_json(opened)),
        Artifact("agreement", "agreement.html", agreement_html(opened, ledger, places, report.meta.language.value, palette)),
    )


def _one_of_many(batch: BatchSpec) -> Diagnostic:
    zh = f"这份内容按“{batch.table}”的每一行各出一份报告，要说是哪一份"
    en = f"this content makes one report for each row of {batch.table!r}: say which"
    hint = Phrase(f"用 --select {batch.variable}:名字", f"choose one by --select {batch.variable}:NAME")
    return error("FILE033", zh, en, batch.for_each[batch.variable].where, hint)


def _emit(name: str, planned: Planned, run: _Run) -> Artifact:
    writer = WRITERS[name]
    with run.verb(f"emit {name}"):
        blob = _written(writer, planned, run.workspace)
    return Artifact(name, f"{planned.report.meta.file_name}.{writer.suffix}", blob)


def _written(writer: WriterDef, planned: Planned, workspace: Workspace) -> bytes:
    """Return the bytes of one format, made of the primary form where it can be, else of the other."""
    if form_of(writer.name, planned.primary) is Form.DECK:
        assert writer.emit is not None and planned.slides is not None
        return writer.emit(planned.slides.deck, planned.slides.brand, workspace)
    assert writer.emit_paper is not None and planned.pages is not None
    return writer.emit_paper(planned.pages.paper, planned.pages.brand, workspace)


def _known_formats(wanted: tuple[str, ...], where: Location, findings: Findings) -> tuple[str, ...]:
    unknown = [name for name in wanted if WRITERS.get(name) is None]
    for name in unknown:
        known = "、".join(WRITERS.names)
        findings.add(
            error(
                "FILE010",
                f"不能生成格式“{name}”，可用：{known}",
                f"format {name!r} can't be written; there are {', '.join(WRITERS.names)}",
                where,
                Phrase("改写 formats 或 --format", "change `formats` or --format"),
            )
        )
    return tuple(name for name in wanted if name not in unknown)
