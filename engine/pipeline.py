"""The one door: six verbs that carry a report from its folder to finished files.

    load ─► compose ─► resolve ─► plan ─► emit ─► check

Everything a caller may want — the command line, the Python API, a batch — goes through here, so that all see the same findings.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Findings, Location, Phrase, error, sorted_diagnostics
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand
from engine.checks import check_deck, check_file
from engine.compose.composer import compose
from engine.layout.font_files import font_folders
from engine.layout.fonts import open_fonts
from engine.load.source import load
from engine.metrics.ledger_json import ledger_json
from engine.model.deck import Deck, fact_places
from engine.model.facts import Ledger
from engine.model.report import Report
from engine.pictures import WorkspacePictures
from engine.plan.deck.planner import plan_deck
from engine.resolve import resolve
from engine.writers import WRITERS, Form

VERBS = ("load", "compose", "resolve", "plan", "emit", "check")
FACTS_FILE = "facts.json"
Watch = Callable[[str], None]
"""Told the name of each verb as it begins: for progress displays."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """`formats` empty takes the report's own; `overrides` are `--set key=value`."""

    formats: tuple[str, ...] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Artifact:
    """One finished file, not yet on disk."""

    format: str
    file_name: str
    blob: bytes


@dataclass(frozen=True, slots=True)
class ReportResult:
    """What became of one report. `artifacts` is empty when errors stopped it; `seconds` by verb."""

    name: str
    title: str
    artifacts: tuple[Artifact, ...]
    diagnostics: tuple[Diagnostic, ...]
    seconds: Mapping[str, float]
    slides: int = 0
    fact_count: int = 0

    @property
    def has_errors(self) -> bool:
        return any(item.is_error for item in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Planned:
    """A report placed on slides in the look of its brand."""

    report: Report
    deck: Deck
    brand: DeckBrand


class _Run:
    """Findings and timings of one report on its way through the verbs."""

    def __init__(self, workspace: Workspace, folder: Path, watch: Watch | None = None) -> None:
        self.workspace, self.folder, self.watch = workspace, folder, watch
        self.findings = Findings()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def verb(self, name: str) -> Iterator[None]:
        if self.watch is not None:
            self.watch(name)
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started

    def report(self, overrides: Mapping[str, str]) -> Report | None:
        with self.verb("load"):
            source = load(self.workspace, self.folder, overrides)
            self.findings.extend(source.diagnostics)
        if source.value is None:
            return None
        with self.verb("compose"):
            composed = compose(source.value, self.workspace)
            self.findings.extend(composed.diagnostics)
        if composed.value is None:
            return None
        with self.verb("resolve"):
            return resolve(composed.value)

    def plan(self, report: Report) -> Planned | None:
        with self.verb("plan"):
            brand = load_deck_brand(self.workspace, report.meta.theme)
            self.findings.extend(brand.diagnostics)
            if brand.value is None:
                return None
            fonts = open_fonts(brand.value.theme.body.pdf, font_folders(self.workspace))
            deck = plan_deck(report, brand.value, fonts, WorkspacePictures(self.workspace))
            self.findings.extend(deck.diagnostics)
        if deck.value is None:
            return None
        with self.verb("check"):
            self.findings.extend(check_deck(deck.value))
        return Planned(report, deck.value, brand.value)

    def result(self, planned: Planned | None, artifacts: tuple[Artifact, ...] = ()) -> ReportResult:
        title = planned.report.meta.title if planned else self.folder.name
        slides = len(planned.deck.slides) if planned else 0
        facts = len(planned.report.ledger.facts) if planned else 0
        return ReportResult(self.folder.name, title, artifacts, sorted_diagnostics(self.findings), self.seconds, slides, facts)


def check_report(
    workspace: Workspace, folder: Path, overrides: Mapping[str, str] | None = None, *, watch: Watch | None = None
) -> ReportResult:
    """Run every verb but emit: what an author needs to know, without a heavy library."""
    run = _Run(workspace, folder, watch)
    report = run.report(overrides or {})
    return run.result(run.plan(report) if report else None)


def plan_report(workspace: Workspace, folder: Path, overrides: Mapping[str, str] | None = None) -> Planned:
    """Return a report without errors on its slides (for benchmarks and tests). Raises ValueError with the messages otherwise."""
    run = _Run(workspace, folder, None)
    report = run.report(overrides or {})
    planned = run.plan(report) if report else None
    if planned is None or run.findings.has_errors:
        raise ValueError("\n".join(f"{item.where}: {item.code} {item.message.en}" for item in run.findings))
    return planned


def build_report(workspace: Workspace, folder: Path, request: BuildRequest | None = None, *, watch: Watch | None = None) -> ReportResult:
    """Build the files of one report in memory; any error means none. Raises EngineError for trouble outside the content."""
    request = request or BuildRequest()
    run = _Run(workspace, folder, watch)
    report = run.report(request.overrides)
    planned = run.plan(report) if report else None
    if planned is None:
        return run.result(None)
    formats = _known_formats(request.formats or planned.report.meta.formats, planned.report.meta.where, run.findings)
    if run.findings.has_errors:
        return run.result(planned)
    artifacts = tuple(_emit(name, planned, run) for name in formats)
    with run.verb("check"):
        for artifact in artifacts:
            run.findings.extend(check_file(artifact.format, artifact.blob, artifact.file_name))
    facts = Artifact("facts", FACTS_FILE, ledger_json(planned.report.ledger, pages_of_facts(planned.deck, planned.report.ledger)))
    return run.result(planned, (*artifacts, facts))


def _emit(name: str, planned: Planned, run: _Run) -> Artifact:
    writer = WRITERS[name]
    assert writer.emit is not None, "_known_formats let it pass"
    with run.verb(f"emit {name}"):
        blob = writer.emit(planned.deck, planned.brand, run.workspace)
    return Artifact(name, f"{planned.report.meta.file_name}.{writer.suffix}", blob)


def _known_formats(wanted: tuple[str, ...], where: Location, findings: Findings) -> tuple[str, ...]:
    made = tuple(writer.name for writer in WRITERS if Form.DECK in writer.forms)
    unknown = [name for name in wanted if name not in made]
    for name in unknown:
        known = "、".join(made)
        findings.add(
            error(
                "FILE010",
                f"不能生成格式“{name}”，可用：{known}",
                f"format {name!r} can't be written; there are {', '.join(made)}",
                where,
                Phrase("改写 formats 或 --format", "change `formats` or --format"),
            )
        )
    return tuple(name for name in wanted if name not in unknown)


def pages_of_facts(deck: Deck, ledger: Ledger) -> dict[str, tuple[str, ...]]:
    """Return the shapes that print each fact, as `slide id/shape`, by fact id."""
    found: dict[str, list[str]] = {fact.id: [] for fact in ledger.facts}
    for slide in deck.slides:
        for shape, fact in fact_places(slide):
            if fact in found and shape not in found[fact]:
                found[fact].append(shape)
    return {fact: tuple(shapes) for fact, shapes in found.items()}
