"""The themes that come with the program: complete, readable, and in templates that have their fonts and colours."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.paper_brand import load_paper_brand
from engine.brand.theme import load_theme
from engine.model.theme import Color, Theme, contrast

NAMES = sorted(path.stem for path in (BUILTIN_ROOT / "assets/themes").glob("*.yaml"))
ROOT = Path("/nowhere")
WORKSPACE = Workspace(root=ROOT, out=ROOT / "out", today=dt.date(2025, 7, 8))

LIGHT_TEXT = [
    (text, ground) for text in ("ink", "ink2", "ink3", "primary", "exceed", "met", "improve", "missed") for ground in ("bg", "surface")
]
STATUS_TEXT = [(status, f"{status}_tint") for status in ("exceed", "met", "improve", "missed")]
SERIES_TEXT = [("ink", ground) for ground in ("p400", "p200", "p100", "muted", "surface2")]
DARK_TEXT = [("ondeep", "deep"), ("ondeep2", "deep"), ("ondeep3", "deep"), ("accent", "deep"), ("ondeep", "primary"), ("ondeep", "deep2")]


def theme(name: str) -> Theme:
    return load_theme(WORKSPACE, name).expect_clean()


def test_there_are_three() -> None:
    assert NAMES == ["ember", "harbor", "slate"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("text", "ground"), [*LIGHT_TEXT, *STATUS_TEXT, *SERIES_TEXT, *DARK_TEXT])
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    assert contrast(theme(name).color(text), theme(name).color(ground)) >= 4.5


@pytest.mark.parametrize("name", NAMES)
def test_the_theme_has_templates_in_its_fonts_and_colours(name: str) -> None:
    own = theme(name)
    deck, paper = load_deck_brand(WORKSPACE, name).expect_clean(), load_paper_brand(WORKSPACE, name).expect_clean()
    for office in (deck.office, paper.office):
        assert office.major.are(own.heading)
        assert office.minor.are(own.body)
        assert all(office.has(color) for color in own.colors.values() if color.slot)
    serif = own.serif or own.body
    assert (paper.style("heading_1").font, paper.style("table_cell").font, paper.style("body").font) == (
        own.heading.ea,
        own.body.ea,
        serif.ea,
    )


def lightness(color: Color) -> float:
    """Return L* of CIELAB: what a black-and-white printer keeps of a colour."""
    luminance = 1.05 / contrast(color, Color("FFFFFF")) - 0.05
    return float(116 * luminance ** (1 / 3) - 16)


def test_slate_survives_a_black_and_white_printer() -> None:
    slate = theme("slate")
    series = sorted(lightness(slate.color(token)) for token in ("primary", "ink3", "p400", "p200", "muted", "p100"))
    assert min(high - low for low, high in pairwise(series)) >= 8
    tints = [lightness(slate.color(f"{status}_tint")) for status in ("exceed", "met", "improve", "missed")]
    assert tints == sorted(tints, reverse=True)  # the graver, the darker
