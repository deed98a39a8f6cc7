"""The same report in templates of other sizes: everything is said, fits, can be read, and stands on the company's own layouts."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.layout.font_files import font_folders
from engine.layout.fonts import open_fonts
from engine.model.deck import ChartBox, Deck, fact_places
from tests.gate.office import audit_findings
from tests.support.builds import SAMPLE, Built, build_all, told
from tests.support.company import CONTENT, COVER, SECTION, put_company
from tests.support.deck_file import read_deck
from tests.support.deck_laws import faults
from tests.support.small_report import TODAY
from tests.support.unsaid import missing

SIZES = {"4:3": (10.0, 7.5), "small": (10.0, 5.625), "a4": (11.693, 8.268), "upright": (8.268, 11.693), "wide": (26.667, 15.0)}


def put_report(root: Path, theme: str) -> Path:
    """Copy the sample's content and let it wear a theme."""
    folder = root / "content" / SAMPLE.name
    shutil.copytree(SAMPLE, folder)
    report = folder / "report.yaml"
    text = re.sub(r"(?m)^theme: .*$", f"theme: {theme}", report.read_text(encoding="utf-8"))
    report.write_text(re.sub(r"(?m)^formats: .*$", "formats: [pptx]", text), encoding="utf-8")
    return folder


def company(root: Path, width: float, height: float, suffix: str = "pptx") -> Built:
    put_company(Workspace(root, root / "out", TODAY), width, height, suffix=suffix)
    return build_all(put_report(root, "company"))


@pytest.fixture(scope="module", params=list(SIZES.values()), ids=list(SIZES))
def worn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return company(tmp_path_factory.mktemp("company"), *request.param)


def printed(deck: Deck) -> set[str]:
    return {fact for slide in deck.slides for _, fact in fact_places(slide)}


def test_it_builds_without_warnings(worn: Built) -> None:
    assert told(worn.result.diagnostics) == []


def test_nothing_leaves_its_box_or_is_too_small(worn: Built) -> None:
    brand = load_deck_brand(worn.workspace, "company").expect_clean()
    fonts = open_fonts(brand.theme.body.pdf, font_folders(worn.workspace))
    assert list(faults(worn.deck, fonts)) == []


def test_everything_is_said(worn: Built, sample: Built) -> None:
    inside = replace(sample.deck, slides=sample.deck.slides[1:])  # the skyline on the cover is harbor's own
    assert missing(inside, worn.deck) == []
    assert printed(inside) <= printed(worn.deck)


def test_every_slide_is_on_a_layout_of_the_company_and_has_a_title(worn: Built) -> None:
    slides = read_deck(worn.blob("pptx")).slides
    assert {slide.layout for slide in slides} == {COVER, CONTENT, SECTION}
    titles = [[shape for shape in slide.shapes if shape.placeholder in ("title", "ctrTitle")] for slide in slides]
    assert [len(found) for found in titles] == [1] * len(slides)


def test_other_programs_find_nothing_wrong(worn: Built, tmp_path: Path) -> None:
    path = tmp_path / "report.pptx"
    path.write_bytes(worn.blob("pptx"))
    assert audit_findings(path) == []


def test_a_potx_becomes_a_presentation(tmp_path: Path) -> None:
    built = company(tmp_path, 10.0, 7.5, suffix="potx")
    assert len(read_deck(built.blob("pptx")).slides) == len(built.deck.slides)


def test_charts_grow_with_the_page(worn: Built, sample: Built) -> None:
    sizes = [
        {element.figure.category_axis.size for slide in deck.slides for element in slide.elements if isinstance(element, ChartBox)}
        for deck in (sample.deck, worn.deck)
    ]
    scale = load_deck_brand(worn.workspace, "company").expect_clean().theme.scale
    assert {round(size * scale, 1) for size in sizes[0]} >= sizes[1]
