"""How alike the deck PDF and LibreOffice's drawing of the same deck look: of a report in every theme, and of the layouts of any template.

LibreOffice stands for PowerPoint here: it is what a machine without a screen has. A template's layouts are compared as empty slides, so that
what differs is its ground and its static shapes; adopted as it is, it is compared with all content of the report, too.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from pptx import Presentation

from benchmarks.ssim import similarity
from engine.base.workspace import Workspace
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckLayout
from engine.brand.deck_template import read_deck_template
from engine.layout.font_files import find_faces, font_folders
from engine.model.deck import Deck, DeckMeta, Slide
from engine.pipeline import BuildRequest, build_report, plan_report
from engine.probe.office_render import pdf_of
from engine.probe.page_images import drawn_pages
from engine.writers.pdf.emit import emit as emit_pdf
from engine.writers.pdf.lettering import set_grounds
from engine.writers.pdf.typst_engine import TypstEngine
from engine.writers.pdf.weasy import WeasyPrintEngine
from engine.writers.pptx.emit import emit as emit_pptx

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 1000
"""Pixels across a page: about 75 to the inch, as on a screen."""

ENGINES = ("weasyprint", "typst")
_DAY = dt.datetime(2025, 7, 8, tzinfo=dt.UTC)
_MAIN = b"presentationml.presentation.main+xml"


@dataclass(frozen=True)
class Likeness:
    """`pages` are the similarities page by page, by what the page is."""

    name: str
    pages: tuple[tuple[str, float], ...]

    @property
    def mean(self) -> float:
        return sum(value for _, value in self.pages) / len(self.pages)

    def __str__(self) -> str:
        low, least = min(self.pages, key=lambda page: page[1])
        return f"{self.name:42} {len(self.pages):3} pages   SSIM {self.mean:.3f}   least {least:.3f} ({low})"


def compare(report: str, templates: Sequence[str], keep: Path | None = None) -> None:
    """Print the likeness of a report in every theme of the workspace, by both engines, and of the layouts of templates."""
    themes = sorted(path.stem for path in (ROOT / "assets/themes").glob("*.yaml"))
    for theme in themes:
        for engine in ENGINES:
            print(report_likeness(report, theme, engine, _below(keep, f"{theme}-{engine}")), flush=True)
    for template in map(Path, templates):
        for engine in ENGINES:
            print(template_likeness(template, engine, _below(keep, f"{template.stem}-{engine}")), flush=True)
        print(adopted_likeness(template, report, _below(keep, f"{template.stem}-filled")), flush=True)


def _below(folder: Path | None, name: str) -> Path | None:
    return None if folder is None else folder / name


def report_likeness(report: str, theme: str, engine: str = "weasyprint", keep: Path | None = None) -> Likeness:
    """Return how alike PPTX and PDF of a report are in a theme; pictures of both go into `keep`, None: nowhere."""
    overrides = {"theme": theme, "pdf.engine": engine}
    request = BuildRequest(formats=("pptx", "pdf"), overrides=overrides)
    workspace, folder = Workspace.open(ROOT), ROOT / "content" / report
    names = [slide.id for slide in plan_report(workspace, folder, request).deck.slides]
    blobs = {artifact.format: artifact.blob for artifact in build_report(workspace, folder, request).artifacts}
    return Likeness(f"{report}, {theme}, {engine}", tuple(_compared(names, blobs["pptx"], blobs["pdf"], keep)))


def adopted_likeness(path: Path, report: str, keep: Path | None = None) -> Likeness:
    """Return how alike PPTX and PDF of a report are in a template adopted as it is. Raises AssertionError for one that cannot be."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), Path(folder) / "out", Workspace.open(ROOT).today)
        folders = font_folders(workspace)
        adopted = adopt_deck(path, path.name, "company", lambda family: bool(find_faces(family, folders))).value
        assert adopted is not None, path
        files = {adopted.contract_path: adopted.contract.encode(), adopted.theme_path: adopted.theme.encode()}
        workspace.write_together(
            {workspace.root / name: blob for name, blob in {**files, adopted.template_path: path.read_bytes()}.items()}
        )
        shutil.copytree(ROOT / "content" / report, workspace.root / "content" / report)
        request = BuildRequest(formats=("pptx",), overrides={"theme": "company"})
        planned = plan_report(workspace, workspace.root / "content" / report, request)
        pptx, pdf = (emit(planned.deck, planned.brand, workspace) for emit in (emit_pptx, emit_pdf))
    return Likeness(f"{report}, {path.stem} adopted", tuple(_compared([slide.id for slide in planned.deck.slides], pptx, pdf, keep)))


def template_likeness(path: Path, engine: str = "weasyprint", keep: Path | None = None) -> Likeness:
    """Return how alike the empty slides of every layout of a template are. Raises AssertionError for one that cannot be read."""
    template = read_deck_template(path, path.name).value
    assert template is not None, path
    workspace = Workspace.open(ROOT)
    brand = load_deck_brand(workspace, "harbor").value
    assert brand is not None, "harbor is ours"
    layouts = {str(number): layout for number, layout in enumerate(template.layouts)}
    known = {key: DeckLayout(key, layout.name, layout.part, {}, layout.decor, layout.background) for key, layout in layouts.items()}
    slides = tuple(Slide(f"slide-{key}", key, layout.name, ()) for key, layout in layouts.items())
    deck = Deck(DeckMeta(path.stem, "", "", "", "", "zh-CN", _DAY), template.size, slides, (), path.name, brand.theme)
    folders = font_folders(workspace)
    maker = WeasyPrintEngine() if engine == "weasyprint" else TypstEngine(folders)
    pdf = maker.render_deck(deck, set_grounds(known, brand.theme, folders))
    return Likeness(f"{path.stem}, {engine}", tuple(_compared([each.title for each in slides], _empty_slides(path), pdf, keep)))


def _empty_slides(path: Path) -> bytes:
    """Return a presentation with one slide for each layout, without placeholders."""
    presentation = Presentation(io.BytesIO(_as_presentation(path)))
    listed = presentation.slides._sldIdLst  # noqa: SLF001  python-pptx deletes no slides
    for each in list(listed):
        presentation.part.drop_rel(each.rId)
        listed.remove(each)
    for section in list(listed.getparent().iter("{*}sectionLst")):
        section.getparent().remove(section)
    for master in presentation.slide_masters:
        for layout in master.slide_layouts:
            slide = presentation.slides.add_slide(layout)
            for shape in list(slide.placeholders):
                shape.element.getparent().remove(shape.element)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _as_presentation(path: Path) -> bytes:
    """Return a template as a presentation: python-pptx refuses the other content type."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            new.writestr(name, blob.replace(b"presentationml.template.main+xml", _MAIN) if name == "[Content_Types].xml" else blob)
    return out.getvalue()


def _compared(names: Sequence[str], pptx: bytes, pdf: bytes, keep: Path | None) -> Iterator[tuple[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.pptx"
        file.write_bytes(pptx)
        office = list(drawn_pages(pdf_of(file), WIDTH))
    ours = list(drawn_pages(pdf, WIDTH))
    assert len(office) == len(ours) == len(names), f"{len(office)} pages by LibreOffice, {len(ours)} ours, {len(names)} planned"
    for number, (name, one, other) in enumerate(zip(names, office, ours, strict=True), 1):
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            both = Image.new("RGB", (one.width * 2, one.height))
            both.paste(one, (0, 0))
            both.paste(other.resize(one.size), (one.width, 0))
            both.save(keep / f"{number:02}.png")
        yield f"{number} {name}", similarity(one, other)
