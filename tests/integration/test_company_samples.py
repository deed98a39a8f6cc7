"""The sample report in real templates of other people, by contracts written by hand. They are read in place, never copied here."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from engine.brand.deck_brand import load_deck_brand
from engine.layout.font_files import font_folders
from engine.layout.fonts import open_fonts
from tests.gate.office import audit_findings
from tests.integration.test_any_template import printed, put_report
from tests.support.builds import ROOT, Built, build_all
from tests.support.deck_file import read_deck
from tests.support.deck_laws import faults
from tests.support.unsaid import missing

SAMPLES = ROOT.parent / "shared/samples/pptx"
CONTRACTS = ROOT / "tests/support/company_contracts"
NAMES = ("p03", "p04", "p08", "p09", "p13", "p16")
"""10 × 5.62 in on the second master, A4, dark, 4:3 with pictures, without any placeholder, .potx."""

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside this checkout")


@pytest.fixture(scope="module", params=NAMES)
def worn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Built]:
    name, root = request.param, tmp_path_factory.mktemp(request.param)
    sample = next(path for path in sorted(SAMPLES.iterdir()) if path.name.casefold().startswith(f"{name}_"))
    for folder, file, source in (
        ("templates/pptx", f"{name}{sample.suffix}", sample),
        ("templates/pptx", f"{name}.yaml", CONTRACTS / f"{name}.yaml"),
        ("assets/themes", f"{name}.yaml", CONTRACTS / f"{name}-theme.yaml"),
    ):
        (root / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, root / folder / file)
    return name, sample, build_all(put_report(root, name))


def test_it_fits_and_can_be_read(worn: tuple[str, Path, Built]) -> None:
    name, _, built = worn
    brand = load_deck_brand(built.workspace, name).value
    assert brand is not None
    fonts = open_fonts(brand.theme.body.pdf, font_folders(built.workspace))
    assert list(faults(built.deck, fonts)) == []


def test_everything_is_said_on_the_company_s_layouts(worn: tuple[str, Path, Built], sample: Built) -> None:
    name, _, built = worn
    brand = load_deck_brand(built.workspace, name).value
    assert brand is not None
    inside = replace(sample.deck, slides=sample.deck.slides[1:])  # the skyline on the cover is harbor's own
    assert missing(inside, built.deck) == []
    assert printed(inside) <= printed(built.deck)
    slides = read_deck(built.blob("pptx")).slides
    assert {slide.layout for slide in slides} <= {layout.name for layout in brand.layouts.values()}
    assert [sum(shape.placeholder in ("title", "ctrTitle") for shape in slide.shapes) for slide in slides] == [1] * len(slides)


def test_nothing_is_wrong_that_is_not_wrong_with_the_template(worn: tuple[str, Path, Built], tmp_path: Path) -> None:
    _, sample, built = worn
    path = tmp_path / "report.pptx"
    path.write_bytes(built.blob("pptx"))
    assert len(audit_findings(path)) <= len(audit_findings(sample))
