from __future__ import annotations

from pathlib import Path

from engine.brand.adopt.body_room import title_on_top
from tests.support.adopting import canvas_of, inches, room_of
from tests.support.company import band, stretched
from tests.support.templates import put_deck


def test_the_largest_placeholder(tmp_path: Path) -> None:
    room = room_of(canvas_of(put_deck(tmp_path / "x.pptx"), "1.2"))
    assert (room.sure, room.why.en) == (True, "the largest placeholder for content, 'Content Placeholder 2'")
    assert inches(room.frame) == (0.5, 1.75, 9.0, 4.95)


def test_without_one_what_is_free_under_the_title(tmp_path: Path) -> None:
    deck = stretched(10, 7.5)
    band(deck, "Title Only", (0, 6.5, 10, 1), "17375E")
    band(deck, "Title Only", (8, 0, 2, 7.5), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    room = room_of(canvas_of(tmp_path / "x.pptx", "1.6"))
    assert not room.sure and room.holder is None
    assert inches(room.frame) == (0.5, 1.65, 7.5, 4.7), "left of one band and above the other, with a margin"


def test_a_title_in_mid_page_leaves_nothing_below(tmp_path: Path) -> None:
    path = put_deck(tmp_path / "x.pptx")
    content, section = canvas_of(path, "1.2"), canvas_of(path, "1.3")
    assert title_on_top(content.layout, content.page) is content.layout.title
    assert title_on_top(section.layout, section.page) is None
