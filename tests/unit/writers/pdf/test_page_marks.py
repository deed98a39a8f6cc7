from __future__ import annotations

from engine.base.units import Size, pt
from engine.writers.pdf.page_marks import Lines, Part, SetPage


def test_a_page_without_bookmarks_says_so() -> None:
    assert SetPage(Size(pt(720), pt(360)), ()).anchors == {}


def test_equal_parts_are_equal() -> None:
    assert Part("P", (Lines(()),)) == Part("P", (Lines(()),))
    assert Part("P") != Part("H1")
