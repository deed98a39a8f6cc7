"""The verbs of one report on its way from its folder to files, with what each finds and takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from engine.base.beside import beside
from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.paper_brand import load_paper_brand
from engine.checks import check_composed, check_deck, check_plan
from engine.compose.composer import compose
from engine.heard import Heard
from engine.layout.font_files import font_folders
from engine.layout.fonts import FontBook, open_fonts
from engine.load.places import ContentPlaces
from engine.load.report_spec import BatchSpec
from engine.load.source import Loader, Source
from engine.model.deck import Deck
from engine.model.report import Report
from engine.model.theme import FontFace, Theme
from engine.pictures import WorkspacePictures
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.planner import Wording, plan_deck
from engine.plan.glyphs import drawable, draws
from engine.plan.paper.planner import plan_paper
from engine.plan.paper.sheet import PaperFonts
from engine.planned import Planned, PlannedDeck, PlannedPaper, form_of, primary_form
from engine.resolve import resolve
from engine.results import NO_INPUTS, Artifact, BuildRequest, Inputs
from engine.writers import WRITERS, Form, WriterDef

Watch = Callable[[str], None]
"""Told the name of each verb as it begins: for progress displays."""


class Verbs:
    """Findings and timings of one report on its way through the verbs."""

    def __init__(self, workspace: Workspace, folder: Path, watch: Watch | None = None, loader: Loader | None = None) -> None:
        self.workspace, self.folder, self.watch, self.loader = workspace, folder, watch, loader
        self.pictures = WorkspacePictures(workspace)
        self.source: Source | None = None
        self.findings = Heard()
        self._judge: Callable[[], tuple[Diagnostic, ...]] | None = None
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
        self._judge = partial(check_composed, composed.value, find, self.findings.settings, complete=complete)
        with self.verb("resolve"):
            return resolve(composed.value)

    def _judge_once(self) -> None:
        """Check what was composed, once: the first thing to check as soon as there is something to check."""
        if self._judge is not None:
            judge, self._judge = self._judge, None
            self.findings.extend(judge())

    def plan(self, report: Report, formats: tuple[str, ...] = ()) -> Planned | None:
        """Plan the forms that the formats need; none given means those of the report."""
        return self._planned(report, forms_of(report, formats))

    def plan_to_judge(self, report: Report) -> Planned | None:
        """Plan the forms of the report's formats for what there is to find: one is returned, the other is looked at beside."""
        forms = forms_of(report, ())
        shown = primary_form(report) if len(forms) > 1 else next(iter(forms))
        others = [beside(partial(self._found_in, report, form)) for form in sorted(forms - {shown}, key=lambda form: form.name)]
        planned = self._planned(report, {shown})
        for told, seconds, complete in (other() for other in others):
            self.findings.extend(told)
            for verb, taken in seconds.items():
                self.seconds[verb] = self.seconds.get(verb, 0.0) + taken
            planned = planned if complete else None
        return planned

    def _found_in(self, report: Report, form: Form) -> tuple[tuple[Diagnostic, ...], Mapping[str, float], bool]:
        """Return what is found in planning a form and in its pages, the time it took, and whether it could be planned."""
        apart = Verbs(self.workspace, self.folder)
        planned = apart._planned(report, {form}, judge_plan=False)
        return tuple(apart.findings), apart.seconds, planned is not None

    def _planned(self, report: Report, forms: AbstractSet[Form], *, judge_plan: bool = True) -> Planned | None:
        slides = self._deck(report) if Form.DECK in forms else None
        pages = self._paper(report) if Form.PAPER in forms else None
        if self._judge is not None:
            with self.verb("check"):
                self._judge_once()
        if (Form.DECK in forms and slides is None) or (Form.PAPER in forms and pages is None):
            return None
        planned = Planned(report, primary_form(report), slides, pages)
        if judge_plan:
            self.findings.extend(check_plan(planned.shown, report, self.findings.settings))
        return planned

    def _deck(self, report: Report) -> PlannedDeck | None:
        with self.verb("plan"):
            brand = load_deck_brand(self.workspace, report.meta.theme, report.meta.theme_at)
            self.findings.extend(brand.diagnostics)
            if brand.value is None:
                return None
            look = brand.value
            fonts = self._deck_fonts(look.theme)
            wording = Wording.TOLD if primary_form(report) is Form.PAPER else Wording.WRITTEN
            deck = plan_deck(report, look, fonts, self.pictures, wording)
            if deck.value is None or not draws(deck.value, fonts.books):
                deck = plan_deck(self._drawable(report, *fonts.books), look, fonts, self.pictures, wording)
            self.findings.extend(deck.diagnostics)
        if deck.value is None:
            return None
        with self.verb("check"):
            self._judge_once()
            self.findings.extend(_seen_on(deck.value, deck.diagnostics))
        return PlannedDeck(deck.value, brand.value)

    def _paper(self, report: Report) -> PlannedPaper | None:
        with self.verb("plan"):
            brand = load_paper_brand(self.workspace, report.meta.theme, report.meta.theme_at)
            self.findings.extend(brand.diagnostics)
            if brand.value is None:
                return None
            theme = brand.value.theme
            fonts = self._paper_fonts(theme)
            look = brand.value
            paper = plan_paper(report, look, fonts, self.pictures)
            if paper.value is None or not draws(paper.value.paged, fonts.books):
                paper = plan_paper(self._drawable(report, *fonts.books), look, fonts, self.pictures)
            self.findings.extend(paper.diagnostics)
        if paper.value is None:
            return None
        with self.verb("check"):
            self._judge_once()
            self.findings.extend(_seen_on(paper.value.paged, paper.diagnostics))
        return PlannedPaper(paper.value, brand.value)

    def _drawable(self, report: Report, *books: FontBook) -> Report:
        """Return the report without the signs that its fonts lack."""
        shown = drawable(report, books)
        self.findings.extend(shown.diagnostics)
        return shown.value or report

    def _deck_fonts(self, theme: Theme) -> DeckFonts:
        body, heading = (open_fonts(face.pdf, font_folders(self.workspace), face.latin) for face in (theme.body, theme.heading))
        same = (body.requested, body.widening) == (heading.requested, heading.widening)
        return DeckFonts(body, None if same else heading)

    def _paper_fonts(self, theme: Theme) -> PaperFonts:
        serif = self._fonts(theme.serif or theme.body)
        return PaperFonts(self._fonts(theme.body), serif, None if theme.heading.pdf == theme.body.pdf else self._fonts(theme.heading))

    def _fonts(self, face: FontFace) -> FontBook:
        return open_fonts(face.pdf, font_folders(self.workspace))

    def inputs(self) -> Inputs:
        if self.source is None:
            return NO_INPUTS
        return Inputs((*self.source.paths, *self.pictures.read_paths, *self.approved), self.source.tables.taken())

    def emit(self, name: str, planned: Planned) -> Artifact:
        """Return one format of a report as a finished file."""
        writer = WRITERS[name]
        with self.verb(f"emit {name}"):
            blob = _written(writer, planned, self.workspace)
        return Artifact(name, f"{planned.report.meta.file_name}.{writer.suffix}", blob)


def _seen_on(deck: Deck, planned: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Return what is seen on planned pages; what no page holds reaches over edges and neighbours, which is told once, as what it is."""
    overflows = any(item.code in {"FIT002", "FIT006"} for item in planned)
    return (item for item in check_deck(deck) if not (overflows and item.code in {"FIT003", "FIT004"}))


def forms_of(report: Report, formats: tuple[str, ...]) -> frozenset[Form]:
    """Return the forms that formats need, those of the report where none is given; the primary one where none is known."""
    primary = primary_form(report)
    return frozenset(form_of(name, primary) for name in formats or report.meta.formats if name in WRITERS.names) or frozenset({primary})


def _one_of_many(batch: BatchSpec) -> Diagnostic:
    zh = f"这份内容按“{batch.table}”的每一行各出一份报告，要说是哪一份"
    en = f"this content makes one report for each row of {batch.table!r}: say which"
    hint = Phrase(f"用 --select {batch.variable}:名字", f"choose one by --select {batch.variable}:NAME")
    return error("FILE033", zh, en, batch.for_each[batch.variable].where, hint)


def _written(writer: WriterDef, planned: Planned, workspace: Workspace) -> bytes:
    """Return the bytes of one format, made of the primary form where it can be, else of the other."""
    if form_of(writer.name, planned.primary) is Form.DECK:
        assert writer.emit is not None and planned.slides is not None
        return writer.emit(planned.slides.deck, planned.slides.brand, workspace)
    assert writer.emit_paper is not None and planned.pages is not None
    return writer.emit_paper(planned.pages.paper, planned.pages.brand, workspace)
