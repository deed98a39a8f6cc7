"""Decks that nobody here made become templates as they are; the sample reports fit them without a word out of place, or a sentence lost."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.brand.adopt.adopted import Adopted
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.roles import main_master
from engine.brand.inspect.seen_deck import SeenDeck
from engine.model.deck import Deck
from engine.pipeline import BuildRequest, plan_report
from tests.support.unsaid import unsaid

SAMPLES = Path(__file__).resolve().parents[2].parent / "shared" / "samples" / "pptx"
DECKS = sorted(SAMPLES.glob("*.p*x")) if SAMPLES.is_dir() else []
REPORTS = ("midyear-2025", "campaign-autumn-2025")

pytestmark = pytest.mark.skipif(not DECKS, reason="the templates of others are not beside this project")


def adopted(path: Path) -> Adopted:
    outcome = adopt_deck(path, path.name, "company", lambda family: family.startswith("Noto"))
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem[:24])
def test_the_samples_fit(path: Path, tmp_path: Path) -> None:
    """Both reports plan without an error, on layouts of one master: that of the sample slides."""
    workspace = Workspace(tmp_path, tmp_path / "out", Workspace.open(BUILTIN_ROOT).today)
    found = adopted(path)
    files = {found.template_path: path.read_bytes(), found.contract_path: found.contract.encode(), found.theme_path: found.theme.encode()}
    workspace.write_together({tmp_path / name: blob for name, blob in files.items()})
    for report in REPORTS:
        shutil.copytree(BUILTIN_ROOT / "content" / report, tmp_path / "content" / report)
        planned = plan_report(workspace, tmp_path / "content" / report, BuildRequest(formats=("pptx",), overrides={"theme": "company"}))
        assert planned.slides is not None
        used = {planned.slides.brand.layout(slide.layout).part for slide in planned.slides.deck.slides}
        assert used <= branded(path)
        assert list(unsaid(plain(report), planned.slides.deck)) == []


@cache
def plain(report: str) -> Deck:
    """Return a sample report in its own theme."""
    workspace = Workspace.open(BUILTIN_ROOT)
    planned = plan_report(workspace, BUILTIN_ROOT / "content" / report, BuildRequest(formats=("pptx",)))
    assert planned.slides is not None
    return planned.slides.deck


def branded(path: Path) -> set[str]:
    """Return the layouts of the master that most sample slides are on."""
    seen = inspect_template(path, path.name).value
    assert isinstance(seen, SeenDeck)
    return {layout.part for layout in main_master(seen).layouts}
