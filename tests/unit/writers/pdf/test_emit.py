from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.base.errors import EnvironmentFault
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand
from engine.model.deck import Deck, TextBox
from engine.model.paper import Paper
from engine.model.report import PdfMaker
from engine.probe.pdf_pages import pdf_facts
from engine.writers.pdf import emit as module
from engine.writers.pdf.emit import DEFINITION, emit, emit_paper
from tests.support import campaign_summary
from tests.support.papers import harbor, planned
from tests.support.pdf_fonts import called
from tests.support.pdf_links import links_of
from tests.support.pdf_ua import ua_findings


@pytest.fixture(scope="module")
def house() -> Workspace:
    return Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))


@pytest.fixture(scope="module")
def brand(house: Workspace) -> DeckBrand:
    brand = load_deck_brand(house, "harbor").value
    assert brand is not None
    return brand


def test_the_definition_says_what_the_file_is() -> None:
    assert (DEFINITION.name, DEFINITION.suffix, DEFINITION.emit) == ("pdf", "pdf", emit)


def test_a_deck_in_the_house_template_becomes_a_pdf(
    house: Workspace, brand: DeckBrand, deck: Callable[..., Deck], box: Callable[..., TextBox]
) -> None:
    plan = deck((box("上半年净超额 840 万元", slot="title"),))
    facts = pdf_facts(emit(replace(plan, size=brand.size), brand, house))
    assert (len(facts.pages), facts.tagged, facts.pages[0].text) == (1, True, "上半年净超额 840 万元")


def test_a_machine_without_typst_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "engine.writers.pdf.typst_engine", raising=False)
    monkeypatch.delitem(sys.modules, "engine.writers.pdf.typst_fonts", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)  # as Python marks what it could not find

    with pytest.raises(EnvironmentFault, match="Typst is not installed") as caught:
        module._typst(())
    assert caught.value.hint is not None
    assert 'pip install "debrief[typst]"' in caught.value.hint.en


def test_a_machine_without_pango_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __getattr__(self, name: str) -> object:
            raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setitem(sys.modules, "engine.writers.pdf.weasy", Broken())
    with pytest.raises(EnvironmentFault, match="Pango is missing") as caught:
        module._weasyprint(())
    assert caught.value.hint is not None


def test_fonts_of_the_workspace_are_offered(tmp_path: Path) -> None:
    folder = tmp_path / "assets" / "fonts"
    folder.mkdir(parents=True)
    for name in ("b.OTF", "a.ttf", "OFL.txt"):
        (folder / name).touch()
    assert [file.name for file in module._own_fonts(Workspace(tmp_path, tmp_path, dt.date(2025, 7, 8)))][:2] == ["a.ttf", "b.OTF"]


@pytest.fixture(scope="module")
def plain_paper() -> Paper:
    return planned(campaign_summary.report()).expect_clean()


@pytest.fixture(scope="module", params=PdfMaker, ids=lambda maker: maker.value)
def paper(request: pytest.FixtureRequest, plain_paper: Paper) -> Paper:
    """The paper, to be drawn by each engine."""
    return replace(plain_paper, meta=replace(plain_paper.meta, pdf_maker=request.param))


@pytest.fixture(scope="module")
def printed_paper(house: Workspace, paper: Paper) -> bytes:
    return emit_paper(paper, harbor()[0], house)


def test_a_paper_is_pages_of_its_sizes_with_an_outline_by_headings(paper: Paper, printed_paper: bytes) -> None:
    facts = pdf_facts(printed_paper)
    assert [page.width > page.height for page in facts.pages] == [page.size is not None for page in paper.pages]
    assert [entry.title for entry in facts.outline if entry.level == 0] == [
        "目录",
        *(e.number + e.title for e in paper.contents if e.level == 1),
    ]
    assert {(called(font.name), font.embedded, font.subset) for font in facts.fonts} == {
        (family, True, True) for family in ("NotoSansCJKSC", "NotoSerifCJKSC")
    }
    assert {"H1", "H2", "H3", "P", "L", "LI", "Table", "Figure", "Caption", "Link"} <= set(facts.tags)
    assert len(printed_paper) < 1_500_000


def test_contents_lead_to_their_pages(paper: Paper, printed_paper: bytes) -> None:
    begins = {box.bookmark: number for number, page in enumerate(paper.pages, 1) for box in page.elements if isinstance(box, TextBox)}
    led = [target for page, target in links_of(printed_paper) if page == 2]
    assert set(led) == {begins[entry.bookmark] for entry in (*paper.contents, *paper.figures)}
    assert len(led) >= len(paper.contents) + len(paper.figures)


def test_the_engines_draw_the_same_words_and_the_same_outline(house: Workspace, plain_paper: Paper, printed_paper: bytes) -> None:
    first, second = (pdf_facts(blob) for blob in (emit_paper(plain_paper, harbor()[0], house), printed_paper))
    assert first.outline == second.outline
    assert first.alt_texts == second.alt_texts
    assert ["".join(page.text.split()) for page in first.pages] == ["".join(page.text.split()) for page in second.pages]


def test_a_paper_is_accessible_and_repeatable(house: Workspace, paper: Paper, printed_paper: bytes, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(printed_paper)
    assert ua_findings(file) == []
    assert emit_paper(paper, harbor()[0], house) == printed_paper
