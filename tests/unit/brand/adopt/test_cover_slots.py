from __future__ import annotations

from pathlib import Path

import pptx
from pptx.util import Inches

from engine.brand.adopt.cover_slots import cover_slots
from tests.support.adopting import canvas_of, lines
from tests.support.company import band, stretched
from tests.support.templates import changed, layout_part, put_deck, swap


def slots(path: Path, number: str = "1.1") -> list[str]:
    return lines(cover_slots(canvas_of(path, number)))


def test_the_title_slide_of_office(tmp_path: Path) -> None:
    assert slots(put_deck(tmp_path / "x.pptx")) == [
        "title: Title 1 (0.75, 2.35, 8.5, 1.6)",
        "subtitle: Subtitle 2 (1.5, 4.25, 7.0, 1.9)",
        "unit: - (0.75, 1.95, 8.5, 0.25)",
        "meta: - (0.75, 6.3, 8.5, 0.25)",
        "note: - (0.75, 7.25, 8.5, 0.15)",
    ]


def test_lines_keep_off_the_decor(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Title Slide", (0, 6.2, 10, 1.3), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    found = slots(tmp_path / "x.pptx")
    assert found[3] == "meta: - (0.75, 2.1, 8.5, 0.25)", "above the title, for the band is below the subtitle"


def test_a_cover_without_title_placeholder_takes_the_largest_text(tmp_path: Path) -> None:
    path = changed(put_deck(tmp_path / "x.pptx"), {layout_part(1): swap('type="ctrTitle"', 'type="body" idx="15"')})
    assert slots(path)[:2] == ["title: Title 1 (0.75, 2.35, 8.5, 1.6)?", "subtitle: Subtitle 2 (1.5, 4.25, 7.0, 1.9)"]
    (title,) = (line for line in slots(path) if line.startswith("title"))
    assert title.endswith("?")


def test_a_flat_title_grows_to_two_lines(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    title = deck.slide_layouts[0].placeholders[0]
    title.left, title.top, title.width, title.height = Inches(0.75), Inches(3), Inches(8.5), Inches(0.5)
    deck.save(str(tmp_path / "x.pptx"))
    assert slots(tmp_path / "x.pptx")[0] == "title: Title 1 (0.75, 3.0, 8.5, 0.95)"


def test_the_title_is_where_the_sample_slide_has_it(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.placeholders[1].text = "The real title"
    deck.save(str(tmp_path / "x.pptx"))
    assert slots(tmp_path / "x.pptx")[0] == "title: Subtitle 2 (1.5, 4.25, 7.0, 1.9)?"


def test_texts_in_the_colour_of_their_ground_are_tricks(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    deck.save(str(tmp_path / "x.pptx"))
    white = '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr><a:solidFill><a:schemeClr val="bg1"/>'
    plain = '<a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr><a:solidFill><a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>'
    path = changed(tmp_path / "x.pptx", {layout_part(1): swap(plain, white)})
    assert slots(path)[1].startswith("subtitle: -")


def test_a_layout_without_placeholders(tmp_path: Path) -> None:
    assert slots(put_deck(tmp_path / "x.pptx"), "1.7")[0] == "title: - (0.7, 2.4, 8.2, 1.5)?"
