from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Phrase
from engine.base.units import Rect
from engine.brand.adopt.placed import Canvas
from tests.support.adopting import canvas_of
from tests.support.company import band, stretched
from tests.support.templates import put_deck

WHY = Phrase("因为", "because")


@pytest.fixture
def banded(tmp_path: Path) -> Canvas:
    """A title slide whose upper part is a dark band, under everything that its placeholders say."""
    deck = stretched(10, 7.5)
    band(deck, "Title Slide", (0, 0, 10, 2), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    return canvas_of(tmp_path / "x.pptx", "1.1")


def test_measures_at_the_scale_of_the_page(tmp_path: Path) -> None:
    canvas = canvas_of(put_deck(tmp_path / "x.pptx"), "1.1", scale=0.5)
    assert (canvas.u(2).inches, canvas.lines(72).inches) == (1.0, 0.5)


def test_a_placeholder_that_stays_or_moves(banded: Canvas) -> None:
    title = banded.layout.title
    assert title is not None and title.frame is not None
    stays = banded.placed("title", title, title.frame, WHY)
    assert (stays.moved, stays.ground, stays.taken(banded.layout).en) == (False, "", "placeholder 'Title 1'")
    moved = banded.placed("title", title, Rect.inches(1, 0.2, 5, 1), WHY)
    assert (moved.moved, moved.ground) == (True, "dark"), "it now stands on the band"


def test_an_area_says_its_ground_where_the_background_does_not(banded: Canvas) -> None:
    on_band = banded.placed("unit", None, Rect.inches(1, 0.2, 5, 1), WHY)
    below = banded.placed("meta", None, Rect.inches(1, 6, 5, 1), WHY)
    assert (on_band.ground, below.ground, below.moved, below.taken(banded.layout).en) == ("dark", "", True, "a box of its own")


def test_the_template_knows_best_how_its_large_words_are_read(banded: Canvas) -> None:
    title = banded.layout.title
    frame = Rect.inches(1, 3, 5, 1)
    assert title is not None and not banded.seems_dark(frame, title) and not banded.seems_dark(frame, None)
    assert banded.seems_dark(Rect.inches(1, 0.2, 5, 1), None)
