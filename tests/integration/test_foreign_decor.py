"""What templates that nobody here wrote draw below their slides, in deck PDFs by both engines. Skipped where the samples are absent."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckLayout
from engine.brand.deck_template import read_deck_template
from engine.layout.font_files import font_folders
from engine.model.deck import Deck, DeckMeta, Slide
from engine.probe.pdf_pages import pdf_facts
from engine.writers.pdf.engine import PdfEngine
from engine.writers.pdf.lettering import set_grounds
from engine.writers.pdf.typst_engine import TypstEngine
from engine.writers.pdf.weasy import WeasyPrintEngine
from tests.support.pdf_ua import ua_findings

FILES = sorted((Path(__file__).parents[3] / "shared" / "samples" / "pptx").glob("P*.p*"))
HOUSE = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))
META = DeckMeta("版式", "", "", "", "", "zh-CN", dt.datetime(2025, 7, 8, tzinfo=dt.UTC))
pytestmark = pytest.mark.skipif(not FILES, reason="no templates to try")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_layout_is_drawn_or_what_is_missing_is_named(file: Path, tmp_path: Path) -> None:
    template, brand, folders = read_deck_template(file, file.name).value, load_deck_brand(HOUSE, "harbor").value, font_folders(HOUSE)
    assert template is not None and brand is not None
    layouts = {
        str(number): DeckLayout(str(number), each.name, each.part, {}, each.decor, each.background)
        for number, each in enumerate(template.layouts)
    }
    assert all(each.name and each.why.zh and each.why.en for layout in template.layouts for each in layout.skipped)
    slides = tuple(Slide(f"s{key}", key, each.name, ()) for key, each in layouts.items())
    deck = Deck(META, template.size, slides, (), file.name, brand.theme)
    grounds = set_grounds(layouts, brand.theme, folders)
    engines: tuple[PdfEngine, ...] = (WeasyPrintEngine(), TypstEngine(folders))
    for engine in engines:
        made = engine.render_deck(deck, grounds)
        assert made == engine.render_deck(deck, grounds), engine.name
        assert len(pdf_facts(made).pages) == len(layouts)
        (tmp_path / f"{engine.name}.pdf").write_bytes(made)
        assert ua_findings(tmp_path / f"{engine.name}.pdf") == []
