from __future__ import annotations

from pathlib import Path

import pptx
import pytest
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from engine.base.units import Rect, Size, inch
from engine.brand.deck_layout import Slot
from engine.brand.ground import Beneath, Ground, GroundKind
from engine.brand.sample_slide import SamplePage, SampleSlide, read_sample_slide
from tests.support.small_pictures import page, png
from tests.support.templates import put_deck

BODY = Slot("", 0, "", Rect.inches(1, 2, 8, 4))
TITLE = Slot("", 0, "", Rect.inches(1, 1, 8, 0.6))
WHITE = Ground(GroundKind.FLAT, ("FFFFFF",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck whose one slide has a logo, a band, a note of its own and a picture among its content."""
    file = put_deck(tmp_path / "x.pptx")
    (tmp_path / "logo.png").write_bytes(png(page()))
    deck = pptx.Presentation(str(file))
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Sample"
    put = slide.shapes
    put.add_picture(str(tmp_path / "logo.png"), Inches(8.8), Inches(0.2), Inches(1)).name = "Logo"
    put.add_picture(str(tmp_path / "logo.png"), Inches(2), Inches(3), Inches(4)).name = "Photo"
    band = put.add_shape(MSO_SHAPE.RECTANGLE, 0, Inches(7), Inches(10), Inches(0.5))
    band.name, band.text_frame.text = "Band", "ACME"
    band.fill.solid()
    band.fill.fore_color.rgb = RGBColor(0x12, 0x34, 0x56)
    note = put.add_textbox(Inches(1), Inches(1.1), Inches(3), Inches(0.4))
    note.name, note.text_frame.text = "Note", "Click here"
    put.add_table(2, 2, Inches(1), Inches(6.2), Inches(8), Inches(0.5))
    deck.save(str(file))
    return file


def read(path: Path) -> SampleSlide:
    return read_sample_slide(path, SamplePage("ppt/slides/slide1.xml", Size(inch(10), inch(7.5))), (TITLE, BODY))


def names(sample: SampleSlide) -> list[str]:
    return [shape.split(' name="')[1].split('"')[0] for shape in sample.shapes.shapes]


def test_the_brand_is_kept_and_the_sample_s_content_is_not(path: Path) -> None:
    assert names(read(path)) == ["Logo", "Band"]


def test_what_is_kept_comes_with_its_pictures(path: Path) -> None:
    sample = read(path)
    assert list(sample.shapes.relations.values()) == ["ppt/media/image1.png"]
    assert sample.shapes.shows_master and not sample.shapes.color_map


def test_text_knows_what_it_stands_on(path: Path) -> None:
    page = Beneath(WHITE, read(path).covers)
    assert page.colors(Rect.inches(1, 7.1, 3, 0.3)) == ("123456",)
    assert page.colors(BODY.frame) == ("FFFFFF",)


def test_the_background_of_the_slide_hides_that_of_the_layout(path: Path) -> None:
    deck = pptx.Presentation(str(path))
    fill = deck.slides[0].background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0, 0, 0x33)
    deck.save(str(path))
    sample = read(path)
    assert sample.background is not None and sample.background.hex == "000033"
    assert sample.below == Ground(GroundKind.FLAT, ("000033",))
    assert sample.shapes.background.startswith("<p:bg ")


def test_a_gradient_behind_the_slide_is_drawn_below_its_shapes(path: Path) -> None:
    deck = pptx.Presentation(str(path))
    deck.slides[0].background.fill.gradient()
    deck.save(str(path))
    sample = read(path)
    assert sample.background is not None and sample.ground is not None
    assert [each.name for each in sample.ground] == ["背景 background"]
    assert [each.name for each in sample.decor] == ["Logo", "Band", "Band", "Band"]  # fill, line and words


def test_without_a_background_of_its_own(path: Path) -> None:
    sample = read(path)
    assert (sample.ground, sample.below) == (None, None)
    assert (sample.background, sample.shapes.background) == (None, "")
