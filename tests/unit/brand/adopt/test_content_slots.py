from __future__ import annotations

from pathlib import Path

import pptx
from pptx.util import Inches

from engine.brand.adopt.content_slots import content_slots
from tests.support.adopting import canvas_of, lines, room_of
from tests.support.company import band, stretched
from tests.support.templates import changed, layout_part, put_deck, swap


def slots(path: Path, number: str) -> list[str]:
    canvas = canvas_of(path, number)
    return lines(content_slots(canvas, room_of(canvas)))


def test_a_tall_title_box_holds_eyebrow_and_takeaway_too(tmp_path: Path) -> None:
    assert slots(put_deck(tmp_path / "x.pptx"), "1.2") == [
        "title: Title 1 (0.5, 0.75, 9.0, 0.65)",
        "takeaway: - (0.5, 1.45, 9.0, 0.2)",
        "eyebrow: - (0.5, 0.6, 9.0, 0.2)",
        "body_area: - (0.5, 1.75, 9.0, 4.95)",
        "source: - (0.5, 7.1, 4.5, 0.15)",
        "page_number: Slide Number Placeholder 5 (7.15, 6.95, 2.35, 0.4)",
    ]


def test_a_title_on_a_band_has_the_takeaway_below_it(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Title and Content", (0, 0, 10, 1.6), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    found = slots(tmp_path / "x.pptx", "1.2")
    assert found[:4] == [
        "title: Title 1 (0.5, 0.5, 9.0, 1.05)",
        "takeaway: - (0.5, 1.6, 9.0, 0.2)",
        "eyebrow: - (0.5, 0.3, 9.0, 0.2)",
        "body_area: - (0.5, 1.85, 9.0, 4.85)",
    ]


def test_a_title_keeps_some_air_from_the_logo_that_its_box_reaches_under(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Title and Content", (7.5, 0.3, 2, 1.2), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    title, *_ = content_slots(canvas := canvas_of(tmp_path / "x.pptx", "1.2"), room_of(canvas))
    assert title.frame.x.inches == 0.5
    assert 7.3 <= title.frame.right.inches <= 7.42


def test_a_flat_title_grows_for_the_eyebrow(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    title = deck.slide_layouts[1].placeholders[0]
    title.left, title.top, title.width, title.height = Inches(0.5), Inches(0.6), Inches(9), Inches(0.4)
    deck.save(str(tmp_path / "x.pptx"))
    assert slots(tmp_path / "x.pptx", "1.2")[:3] == [
        "title: Title 1 (0.5, 0.7, 9.0, 0.4)",
        "takeaway: - (0.5, 1.05, 9.0, 0.2)",
        "eyebrow: - (0.5, 0.5, 9.0, 0.2)",
    ]


def test_a_short_text_under_the_title_is_the_takeaway(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    subtitle = deck.slide_layouts[3].placeholders[1]  # of two content placeholders
    subtitle.left, subtitle.top, subtitle.width, subtitle.height = Inches(0.5), Inches(1.55), Inches(9), Inches(0.3)
    body = deck.slide_layouts[3].placeholders[2]
    body.left, body.top, body.width, body.height = Inches(0.5), Inches(1.9), Inches(9), Inches(4.8)
    deck.save(str(tmp_path / "x.pptx"))
    found = slots(tmp_path / "x.pptx", "1.4")
    assert found[1] == "takeaway: Content Placeholder 2 (0.5, 1.55, 9.0, 0.3)"


def test_a_layout_without_placeholders_has_boxes_of_its_own(tmp_path: Path) -> None:
    assert slots(put_deck(tmp_path / "x.pptx"), "1.7")[:4] == [
        "title: - (0.45, 0.85, 9.1, 0.4)?",
        "takeaway: - (0.45, 1.25, 9.1, 0.2)",
        "eyebrow: - (0.45, 0.65, 9.1, 0.2)",
        "body_area: - (0.45, 1.55, 9.1, 5.35)?",
    ]


def test_a_template_that_numbers_its_pages_gets_no_other_number(tmp_path: Path) -> None:
    words = '<p:txBody><a:bodyPr/><a:p><a:fld id="{0}" type="slidenum"><a:t>1</a:t></a:fld></a:p></p:txBody>'
    box = '<p:spPr><a:xfrm><a:off x="8600000" y="6500000"/><a:ext cx="300000" cy="200000"/></a:xfrm></p:spPr>'
    field = f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="No"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>{box}{words}</p:sp></p:spTree>'

    def own_number(blob: bytes) -> bytes:
        return swap("</p:spTree>", field)(swap('type="sldNum"', 'type="dt"')(blob))

    path = changed(put_deck(tmp_path / "x.pptx"), {layout_part(2): own_number})
    number = slots(path, "1.2")[-1]
    assert number.startswith("page_number: - ") and number.endswith("0.0, 0.0)")


def test_a_rule_across_a_tall_title_box_is_not_written_over(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Title and Content", (0.3, 1.2, 9.4, 0.06), "F77F00")
    deck.save(str(tmp_path / "x.pptx"))
    title, takeaway, eyebrow, *_ = content_slots(canvas := canvas_of(tmp_path / "x.pptx", "1.2"), room_of(canvas))
    assert max(title.frame.bottom.inches, eyebrow.frame.bottom.inches) <= 1.21
    assert takeaway.frame.bottom.inches <= 1.21 or takeaway.frame.y.inches >= 1.2
