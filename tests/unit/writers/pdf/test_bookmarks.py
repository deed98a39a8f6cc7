from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.base.units import Rect
from engine.model.deck import Deck, TextBox, TextTag
from engine.writers.pdf.bookmarks import Bookmark, bookmarks, slide_level

MakeDeck = Callable[..., Deck]


def test_slides_stand_below_their_sections(deck: MakeDeck) -> None:
    assert bookmarks(deck((), (), (), sections=(("业绩", 1), ("计划", 2)))) == (
        (Bookmark(1, "第 1 页"),),
        (Bookmark(1, "业绩"), Bookmark(2, "第 2 页")),
        (Bookmark(1, "计划"), Bookmark(2, "第 3 页")),
    )


def test_without_sections_all_slides_are_at_the_top(deck: MakeDeck) -> None:
    plan = deck((), ())
    assert [entry.level for page in bookmarks(plan) for entry in page] == [1, 1]
    assert slide_level(plan, 1) == 1


def test_boxes_that_say_what_they_are_make_the_outline(deck: MakeDeck, box: Callable[..., TextBox]) -> None:
    first = replace(box("一、\n概述"), tag=TextTag.HEADING_1, bookmark="one")
    second = replace(box("（一）背景", frame=Rect.inches(1, 2, 4, 0.5)), tag=TextTag.HEADING_2, bookmark="two")
    unnamed = replace(box("续"), tag=TextTag.HEADING_2)
    assert bookmarks(deck((first, second), (unnamed,), sections=(("封面", 0),))) == (
        (Bookmark(1, "一、概述", 63.0, unfolded=True), Bookmark(2, "（一）背景", 135.0, unfolded=False)),
        (),
    )


def test_no_place_is_above_the_page(deck: MakeDeck, box: Callable[..., TextBox]) -> None:
    heading = replace(box("一", frame=Rect.inches(0, 0, 1, 1)), tag=TextTag.HEADING_1, bookmark="one")
    assert bookmarks(deck((heading,)))[0][0].top == 0
