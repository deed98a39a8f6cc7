"""Templates that nobody here made, adopted as they are: two sample reports in each, judged on drawn pages and beside the raw template.

A report is drawn twice: the Office file by LibreOffice, and the PDF that is ours. What is wrong with the template's own words is left out: slides
without anything of the report tell which those are.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Severity
from engine.base.records import replace
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.brand.adopt.adopt_paper import adopt_paper
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.roles import main_master
from engine.brand.inspect.seen_deck import SeenDeck
from engine.checks.rendered import check_rendered, check_rendered_document
from engine.layout.font_files import find_faces, font_folders
from engine.model.deck import Deck
from engine.model.inlines import EMPTY
from engine.pipeline import BuildRequest, plan_report
from engine.planned import PlannedDeck, PlannedPaper
from engine.probe.office_render import pdf_of
from engine.writers.docx.emit import emit as emit_docx
from engine.writers.pdf.emit import emit as emit_pdf
from engine.writers.pdf.emit import emit_paper as emit_paper_pdf
from engine.writers.pptx.emit import emit as emit_pptx
from tests.gate.drawn import deck_findings, paper_findings, words_of_pages
from tests.gate.office import audit_findings, rule_findings, sdk_findings
from tests.gate.page_laws import faults, said_in, where_on
from tests.gate.shown import shown_pages
from tests.support.unsaid import unsaid

REPORTS = ("midyear-2025", "campaign-autumn-2025")
DECKS, PAPERS = frozenset({".pptx", ".potx"}), frozenset({".docx", ".dotx"})
THEME = "company"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one judge finds about a report in a template; no findings is a pass."""

    template: str
    report: str
    judge: str
    findings: list[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A report in the workspace of an adopted template; `raw` are the findings about the template itself, by judge."""

    template: Path
    workspace: Workspace
    report: str
    raw: dict[str, list[str]]
    validator: Path | None

    def of(self, judge: str, findings: Sequence[str]) -> Judgement:
        return Judgement(self.template.name, self.report, judge, list(findings))

    @property
    def place(self) -> Path:
        """Where files of the report are written."""
        return self.workspace.out / self.report


def samples(folder: Path) -> list[Path]:
    """Return the templates below a folder that can be adopted."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix in DECKS | PAPERS]


def judged_template(path: Path, validator: Path | None, scratch: Path) -> Iterator[Judgement]:
    """Adopt a template in a fresh workspace below `scratch`, and judge both reports in it. `validator` None: the Open XML SDK is not asked."""
    workspace = Workspace(scratch / path.stem, scratch / path.stem / "out", Workspace.open(BUILTIN_ROOT).today)
    problems = adopt(path, workspace)
    yield Judgement(path.name, "", "adopt", problems)
    if problems:
        return
    raw = _office_findings(path, validator, workspace.root)
    for report in REPORTS:
        shutil.copytree(BUILTIN_ROOT / "content" / report, workspace.root / "content" / report)
        case = Case(path, workspace, report, raw, validator)
        case.place.mkdir(parents=True)
        yield from _judged_deck(case) if path.suffix in DECKS else _judged_paper(case)


def adopt(path: Path, workspace: Workspace) -> list[str]:
    """Write template, contract and theme; return what speaks against it."""
    folders = font_folders(workspace)
    is_deck = path.suffix in DECKS
    outcome = (adopt_deck if is_deck else adopt_paper)(path, path.name, THEME, lambda family: bool(find_faces(family, folders)))
    found = outcome.value
    if found is None:
        return [f"{item.code} {item.message.en}" for item in outcome.diagnostics]
    blob = path.read_bytes() if found.template is None else found.template
    files = {found.template_path: blob, found.contract_path: found.contract.encode(), found.theme_path: found.theme.encode()}
    workspace.write_together({workspace.root / name: content for name, content in files.items()})
    return []


def _judged_deck(case: Case) -> Iterator[Judgement]:
    try:
        slides = plan_report(case.workspace, case.workspace.root / "content" / case.report, _request("pptx")).slides
    except ValueError as fault:
        yield case.of("plan", str(fault).splitlines())
        return
    assert slides is not None, "a presentation was asked for"
    yield case.of("content", [f"lost: {sentence}" for sentence in unsaid(_plain(case.report), slides.deck)])
    yield case.of("master", _off_brand(case.template, slides))
    office, ours = case.place / "report.pptx", case.place / "report.pdf"
    office.write_bytes(emit_pptx(slides.deck, slides.brand, case.workspace))
    ours.write_bytes(emit_pdf(slides.deck, slides.brand, case.workspace))
    yield from _new_findings(case, office)
    drawn = _drawn(office)
    bare = _bare(slides.deck)
    empty = case.place / "empty.pptx"
    empty.write_bytes(emit_pptx(bare, slides.brand, case.workspace))
    frames = check_rendered(office.read_bytes(), drawn, office.name)
    yield case.of("frames, LibreOffice", [item.message.en for item in frames if item.severity is not Severity.INFO])
    for name, pdf, own in (
        ("LibreOffice", drawn, _drawn(empty)),
        ("our PDF", ours.read_bytes(), emit_pdf(bare, slides.brand, case.workspace)),
    ):
        yield case.of(f"words, {name}", deck_findings(slides.deck, words_of_pages(pdf)))
        yield case.of(f"pages, {name}", _page_faults(slides.deck, bare, pdf, own))


def _judged_paper(case: Case) -> Iterator[Judgement]:
    try:
        pages = plan_report(case.workspace, case.workspace.root / "content" / case.report, _request("docx")).pages
    except ValueError as fault:
        yield case.of("plan", str(fault).splitlines())
        return
    assert pages is not None, "a document was asked for"
    office, ours = case.place / "report.docx", case.place / "report.pdf"
    _write_paper(case, pages, office, ours)
    yield from _new_findings(case, office)
    drawn = _drawn(office)
    cut, known = _faults_of_frames(office, drawn), {_placeless(each) for each in _faults_of_frames(case.template, pdf_of(case.template))}
    yield case.of("frames, LibreOffice", [each for each in cut if _placeless(each) not in known])
    own = said_in(_running_words(case.template))
    for name, pdf in (("LibreOffice", drawn), ("our PDF", ours.read_bytes())):
        yield case.of(f"words, {name}", paper_findings(pages.paper, words_of_pages(pdf)))
        found = [f"page {page.number}: {fault}" for page in shown_pages(pdf) for fault in faults(page, own)]
        yield case.of(f"pages, {name}", found)


def _faults_of_frames(file: Path, drawn: bytes) -> list[str]:
    found = check_rendered_document(file.read_bytes(), drawn, file.name)
    return [item.message.en for item in found if item.severity is not Severity.INFO]


def _placeless(finding: str) -> frozenset[str]:
    """Return which words a finding is about, whichever comes first and on whatever page."""
    return frozenset(re.findall("“(.*?)”", finding))


def _running_words(template: Path) -> str:
    """Return the words of the headers and footers of a Word file."""
    with zipfile.ZipFile(template) as package:
        running = [name for name in package.namelist() if re.fullmatch(r"word/(header|footer)\d*\.xml", name)]
        return "|".join("".join(map(str, etree.fromstring(package.read(name)).itertext())) for name in running)


def _write_paper(case: Case, pages: PlannedPaper, office: Path, ours: Path) -> None:
    office.write_bytes(emit_docx(pages.paper, pages.brand, case.workspace))
    ours.write_bytes(emit_paper_pdf(pages.paper, pages.brand, case.workspace))


def _request(format_name: str) -> BuildRequest:
    return BuildRequest(formats=(format_name,), overrides={"theme": THEME})


@cache
def _plain(report: str) -> Deck:
    """Return a sample report as slides in its own theme."""
    planned = plan_report(Workspace.open(BUILTIN_ROOT), BUILTIN_ROOT / "content" / report, BuildRequest(formats=("pptx",)))
    return planned.deck


def _bare(deck: Deck) -> Deck:
    """Return a deck with the first slide of each layout, without anything of the report on it."""
    firsts = {slide.layout: slide for slide in reversed(deck.slides)}
    return replace(deck, slides=tuple(replace(slide, elements=(), notes=EMPTY) for slide in firsts.values()))


def _page_faults(deck: Deck, bare: Deck, pdf: bytes, own: bytes) -> list[str]:
    theirs = {slide.layout: where_on(page) for slide, page in zip(bare.slides, shown_pages(own), strict=True)}
    pages = zip(deck.slides, shown_pages(pdf), strict=True)
    return [f"slide {page.number} ({slide.id}): {fault}" for slide, page in pages for fault in faults(page, theirs[slide.layout])]


def _off_brand(template: Path, slides: PlannedDeck) -> list[str]:
    """Return the slides whose layout is not of the master that most sample slides of the template are on."""
    seen = inspect_template(template, template.name).value
    assert isinstance(seen, SeenDeck), "it was adopted as a deck"
    branded = {layout.part for layout in main_master(seen).layouts}
    return [f"{slide.id} is on {slide.layout}" for slide in slides.deck.slides if slides.brand.layout(slide.layout).part not in branded]


def _new_findings(case: Case, office: Path) -> Iterator[Judgement]:
    """Yield what validators find that they do not find in the template itself."""
    for judge, findings in _office_findings(office, case.validator, case.place).items():
        known = Counter(_plainly(each) for each in case.raw[judge])
        new = [each for each in findings if not known[_plainly(each)]]
        yield case.of(judge, new)


def _office_findings(path: Path, validator: Path | None, scratch: Path) -> dict[str, list[str]]:
    found = {"openxml-audit": audit_findings(path), "package rules": rule_findings(path)}
    return found if validator is None else {"Open XML SDK": sdk_findings(path, validator, scratch), **found}


def _plainly(finding: str) -> str:
    """Return a finding without the file it is in."""
    return finding.partition("!")[2] or finding


def _drawn(office: Path) -> bytes:
    """Return a file as LibreOffice draws it, which is kept beside it."""
    kept = office.with_name(f"{office.stem}.{office.suffix[1:]}.pdf")
    kept.write_bytes(pdf_of(office))
    return kept.read_bytes()
