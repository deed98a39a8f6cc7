from __future__ import annotations

from pathlib import Path

from engine.brand.adopt.divider_slots import divider_slots
from tests.support.adopting import canvas_of, lines
from tests.support.company import band, stretched
from tests.support.templates import put_deck


def test_a_divider_has_its_questions_beside_the_title(tmp_path: Path) -> None:
    assert lines(divider_slots(canvas_of(put_deck(tmp_path / "x.pptx"), "1.3"))) == [
        "title: Title 1 (0.8, 4.85, 4.0, 0.85)",
        "number: - (0.8, 3.9, 4.0, 0.95)",
        "lead: Text Placeholder 2 (0.8, 5.7, 4.0, 0.65)",
        "body_area: - (5.15, 0.7, 4.3, 5.5)",
        "page_number: Slide Number Placeholder 5 (7.15, 6.95, 2.35, 0.4)",
    ]


def test_in_a_narrow_page_the_questions_stand_below(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Section Header", (6, 0, 4, 7.5), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    found = {slot.slot: slot for slot in divider_slots(canvas_of(tmp_path / "x.pptx", "1.3"))}
    title, lead, questions = found["title"].frame, found["lead"].frame, found["body_area"]
    assert title.right.inches <= 6 and questions.frame.y == lead.bottom and not questions.sure


def test_on_a_layout_for_content_the_title_stays_on_top(tmp_path: Path) -> None:
    found = lines(divider_slots(canvas_of(put_deck(tmp_path / "x.pptx"), "1.2")))
    assert found[:4] == [
        "title: Title 1 (0.5, 0.3, 9.0, 1.25)",
        "number: - (0.5, 1.9, 4.15, 0.95)",
        "lead: - (0.5, 2.85, 4.15, 0.65)",
        "body_area: - (5.0, 1.85, 4.4, 4.5)",
    ]


def test_where_there_is_no_room_no_questions_are_shown(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Section Header", (0, 0, 10, 3.5), "17375E")
    band(deck, "Section Header", (6, 3.5, 4, 4), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    questions = divider_slots(canvas_of(tmp_path / "x.pptx", "1.3"))[3]
    assert (questions.frame.width, questions.frame.height, questions.sure) == (0, 0, False)
    assert questions.why.en == "there is no room for the questions of the section: none are shown"


def test_without_a_title_there_is_a_box_for_one(tmp_path: Path) -> None:
    assert lines(divider_slots(canvas_of(put_deck(tmp_path / "x.pptx"), "1.7")))[0].startswith("title: - ")
