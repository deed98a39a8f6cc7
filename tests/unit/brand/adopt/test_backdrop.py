from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest
from PIL import Image
from pptx.util import Inches

from engine.base.units import Rect
from engine.brand.adopt.backdrop import Backdrop
from engine.brand.adopt.deck_pages import DeckPages
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.template_package import PRESENTATION, open_template
from tests.support.company import band, stretched
from tests.support.templates import layout, seen_deck


def picture(color: str, size: tuple[int, int] = (40, 20)) -> io.BytesIO:
    blob = io.BytesIO()
    Image.new("RGB", size, color).save(blob, "PNG")
    blob.seek(0)
    return blob


def painted(path: Path, slide: int | None = None, number: str = "1.1") -> Backdrop:
    deck = seen_deck(path)
    package = open_template(path, path.name, PRESENTATION).value
    assert package is not None
    return DeckPages(package, deck).drop(RoleLayout("cover", layout(deck, number), sure=True, reasons=(), slide=slide))


@pytest.fixture
def banded(tmp_path: Path) -> Path:
    deck = stretched(10, 7.5)
    band(deck, "Title Slide", (0, 0, 10, 2.5), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    return tmp_path / "x.pptx"


def test_shapes_lie_on_the_background(banded: Path) -> None:
    drop = painted(banded)
    assert drop.color_under(Rect.inches(0, 0, 10, 2.4)) == "17375E"
    assert drop.color_under(Rect.inches(0, 3, 10, 4)) == "FFFFFF"
    assert [(color, round(share, 1)) for color, share in drop.colors_under(Rect.inches(0, 0, 10, 7.5), 0.1)] == [
        ("FFFFFF", 0.7),
        ("17375E", 0.3),
    ]


def test_a_frame_off_the_page_shows_its_edge(banded: Path) -> None:
    assert painted(banded).color_under(Rect.inches(-3, -3, 1, 1)) == "17375E"


def test_a_sample_slide_with_a_logo_and_words(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.add_picture(picture("red"), Inches(1), Inches(1), Inches(2), Inches(1))
    slide.shapes.add_textbox(Inches(5), Inches(5), Inches(2), Inches(1)).text_frame.text = "words"
    deck.save(str(tmp_path / "x.pptx"))
    drop = painted(tmp_path / "x.pptx", slide=1)
    assert drop.color_under(Rect.inches(1.2, 1.2, 1, 0.5)) == "FF0000"
    assert drop.is_busy(Rect.inches(1, 1, 2, 1)) and drop.is_busy(Rect.inches(5, 5, 2, 1))
    assert not drop.is_busy(Rect.inches(7.5, 1, 1, 1))
    assert not painted(tmp_path / "x.pptx").is_busy(Rect.inches(0, 0, 10, 7.5)), "the layout alone has nothing"


def test_a_picture_across_the_page_is_a_ground(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.add_picture(picture("navy"), 0, 0, Inches(10), Inches(1))
    deck.save(str(tmp_path / "x.pptx"))
    drop = painted(tmp_path / "x.pptx", slide=1)
    assert drop.color_under(Rect.inches(0, 0, 10, 0.9)) == "000080"
    assert not drop.is_busy(Rect.inches(0, 0, 10, 1))


def test_readable_dots(banded: Path) -> None:
    grid = painted(banded).readable("FFFFFF")
    assert grid[0][0] and not grid[-1][0]
