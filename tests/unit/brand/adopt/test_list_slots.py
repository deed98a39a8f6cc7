from __future__ import annotations

from pathlib import Path

from engine.brand.adopt.list_slots import agenda_slots, blank_slots
from tests.support.adopting import canvas_of, lines, room_of
from tests.support.templates import put_deck


def test_an_agenda_is_a_title_and_the_area_below(tmp_path: Path) -> None:
    canvas = canvas_of(put_deck(tmp_path / "x.pptx"), "1.2")
    assert lines(agenda_slots(canvas, room_of(canvas))) == [
        "title: Title 1 (0.5, 0.3, 9.0, 1.25)",
        "body_area: - (0.5, 1.8, 9.0, 4.85)",
        "page_number: Slide Number Placeholder 5 (7.15, 6.95, 2.35, 0.4)",
    ]


def test_a_blank_page_keeps_the_foot_of_the_content(tmp_path: Path) -> None:
    canvas = canvas_of(put_deck(tmp_path / "x.pptx"), "1.6")
    found = lines(blank_slots(canvas, room_of(canvas)))
    assert [line.split(":")[0] for line in found] == ["title", "body_area", "source", "page_number"]
    assert found[0] == "title: Title 1 (0.5, 0.3, 9.0, 1.25)"


def test_without_a_title_there_is_a_box_for_one(tmp_path: Path) -> None:
    canvas = canvas_of(put_deck(tmp_path / "x.pptx"), "1.7")
    assert lines(agenda_slots(canvas, room_of(canvas)))[0].startswith("title: - ")
