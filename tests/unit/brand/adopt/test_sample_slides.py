from __future__ import annotations

import io
from pathlib import Path

import pptx
from PIL import Image
from pptx.presentation import Presentation
from pptx.util import Inches

from engine.brand.adopt.sample_slides import cloned_slides
from engine.brand.template_package import PRESENTATION, open_template
from tests.support.company import band, stretched
from tests.support.templates import seen_deck


def cloned(deck: Presentation, path: Path) -> dict[str, int]:
    deck.save(str(path))
    package = open_template(path, path.name, PRESENTATION).value
    assert package is not None
    return dict(cloned_slides(package, seen_deck(path)))


def add(deck: Presentation, layout: int, title: str, *, logo: bool = True, words: str = "") -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    assert slide.shapes.title is not None
    slide.shapes.title.text = title
    if logo:
        blob = io.BytesIO()
        Image.new("RGB", (20, 10), "red").save(blob, "PNG")
        blob.seek(0)
        slide.shapes.add_picture(blob, Inches(8.5), Inches(0.2), Inches(1), Inches(0.5))
    if words:
        slide.shapes.add_textbox(Inches(5), Inches(5), Inches(2), Inches(1)).text_frame.text = words


def branded(deck: Presentation) -> Presentation:
    add(deck, 0, "Cover")
    add(deck, 1, "One", words="figures")
    add(deck, 1, "Two")
    add(deck, 1, "Three", words="more")
    return deck


def test_the_brand_stands_on_sample_slides_only(tmp_path: Path) -> None:
    """The slide without words of its own is taken for content, the first for the cover."""
    assert cloned(branded(pptx.Presentation()), tmp_path / "x.pptx") == {"cover": 1, "agenda": 3, "content": 3, "closing": 3}


def test_a_template_whose_layouts_draw_something_needs_no_slide(tmp_path: Path) -> None:
    deck = branded(stretched(10, 7.5))
    band(deck, "Title and Content", (0, 0, 10, 0.5), "17375E")
    assert cloned(deck, tmp_path / "x.pptx") == {}


def test_slides_without_a_common_shape(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    add(deck, 0, "Cover", logo=False)
    for title in ("One", "Two", "Three"):
        add(deck, 1, title, logo=False)
    assert cloned(deck, tmp_path / "x.pptx") == {}


def test_one_slide_with_a_picture_and_no_title_is_no_cover(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    add(deck, 0, "")
    assert cloned(deck, tmp_path / "x.pptx") == {}


def test_words_on_every_slide_are_no_brand(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    add(deck, 0, "Cover")
    for title in ("One", "Two", "Three"):
        add(deck, 1, title, words="words")
    assert cloned(deck, tmp_path / "x.pptx") == {"cover": 1}
