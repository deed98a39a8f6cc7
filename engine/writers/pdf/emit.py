"""Deck → .pdf. The engine behind it is WeasyPrint, or Typst where the report says so; another needs only to be a `PdfEngine`."""

from __future__ import annotations

from pathlib import Path
from typing import assert_never

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_layout import DeckBrand
from engine.brand.paper_style import PaperBrand
from engine.layout.font_files import font_folders
from engine.model.deck import Deck
from engine.model.paper import Paper
from engine.model.report import PdfMaker
from engine.writers.definition import WriterDef
from engine.writers.pdf.engine import PdfEngine
from engine.writers.pdf.lettering import paper_grounds, set_grounds

_FONTS = (".ttc", ".ttf", ".otf", ".otc")


def emit(deck: Deck, brand: DeckBrand, workspace: Workspace) -> bytes:
    """Return the deck as a tagged PDF (PDF/UA-1), byte for byte the same for the same deck, template and fonts.

    Raises EnvironmentFault when a font or a library is missing, TemplateError when something in the deck cannot be drawn.
    """
    grounds = set_grounds(brand.layouts, deck.theme, font_folders(workspace))
    return _engine(deck.meta.pdf_maker, workspace).render_deck(deck, grounds)


def emit_paper(paper: Paper, brand: PaperBrand, workspace: Workspace) -> bytes:
    """Return the measured pages of a paper as a tagged PDF with links and an outline by its headings. Raises what `emit` does."""
    return _engine(paper.meta.pdf_maker, workspace).render_deck(paper.paged, paper_grounds(brand.sections))


def _engine(maker: PdfMaker, workspace: Workspace) -> PdfEngine:
    match maker:
        case PdfMaker.WEASYPRINT:
            return _weasyprint(_own_fonts(workspace))
        case PdfMaker.TYPST:
            return _typst(font_folders(workspace))
        case _:
            assert_never(maker)


def _own_fonts(workspace: Workspace) -> tuple[Path, ...]:
    """Return the font files that come with the workspace or with us, which no font service knows."""
    folders = dict.fromkeys(root / "assets" / "fonts" for root in (workspace.root, BUILTIN_ROOT))
    return tuple(file for folder in folders for file in sorted(folder.glob("**/*")) if file.suffix.lower() in _FONTS)


def _weasyprint(fonts: tuple[Path, ...]) -> PdfEngine:
    try:
        from engine.writers.pdf.weasy import WeasyPrintEngine  # WeasyPrint takes most of a second to import
    except OSError as missing:  # cffi found no Pango
        raise EnvironmentFault(
            "缺少系统库 Pango，不能生成 PDF",
            "the system library Pango is missing: no PDF can be made",
            Phrase("运行 debrief doctor", "run debrief doctor"),
        ) from missing
    return WeasyPrintEngine(fonts)


def _typst(folders: tuple[Path, ...]) -> PdfEngine:
    try:
        from engine.writers.pdf.typst_engine import TypstEngine  # a compiler of 80 MB
    except ModuleNotFoundError as missing:
        if missing.name != "typst":
            raise
        raise EnvironmentFault(
            "没有安装 Typst，而报告要用它生成 PDF（pdf: {engine: typst}）",
            "Typst is not installed, and the report wants its PDF made by it (pdf: {engine: typst})",
            Phrase('运行 pip install "debrief[typst]"，或去掉这项设置', 'run pip install "debrief[typst]", or take that setting out'),
        ) from missing
    return TypstEngine(folders)


DEFINITION = WriterDef(name="pdf", suffix="pdf", emit=emit, emit_paper=emit_paper)
