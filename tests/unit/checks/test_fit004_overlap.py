"""FIT004: two texts stand on each other."""

from __future__ import annotations

from engine.base.units import Length, Rect, inch
from engine.checks.fit004_overlap import inked, run
from engine.model.blocks import Align
from engine.model.deck import Anchor, CellBox, Element, RowBox, Run, TableBox, TextBox, TextLine
from engine.model.theme import Color
from tests.support.checks import deck_of

INK = Color("14232F")


def words(text: str, align: Align = Align.LEFT, breaks: tuple[int, ...] = ()) -> TextLine:
    return TextLine((Run(text, 18, INK),), 24, align, breaks)


def box(name: str, frame: Rect, line: TextLine, anchor: Anchor = Anchor.TOP) -> TextBox:
    return TextBox(f"s/{name}", frame, (line,), anchor)


def found(*elements: Element) -> list[str]:
    return [item.message.en for item in run(deck_of(*elements))]


def test_overlapping_words_are_named_from_the_top_down() -> None:
    title = box("title", Rect.inches(1, 1, 6, 1), words("三行标题", breaks=(2, 3)))
    below = box("takeaway", Rect.inches(1, 1.5, 6, 0.4), words("证据一句"))
    assert found(below, title) == ["'s/title' and 's/takeaway' overlap on slide 1"]


def test_empty_room_of_a_frame_may_overlap() -> None:
    left = box("left", Rect.inches(1, 1, 10, 0.5), words("短"))
    right = box("right", Rect.inches(5, 1, 6, 0.5), words("短", Align.RIGHT))
    assert found(left, right) == []


def test_a_badge_over_an_empty_cell_is_fine_over_words_it_is_not() -> None:
    row = RowBox(inch(0.5), (CellBox(()), CellBox((words("渠道"),))))
    table = TableBox("s/table", Rect.inches(1, 1, 4, 0.5), (inch(2), inch(2)), (row,), Length(0))
    assert found(table, box("badge", Rect.inches(1.5, 1.1, 0.4, 0.3), words("A"))) == []
    assert found(table, box("badge", Rect.inches(3.1, 1.1, 0.4, 0.3), words("A"))) == ["'s/table' and 's/badge' overlap on slide 1"]


def test_ink_follows_anchor_and_alignment() -> None:
    frame = Rect.inches(1, 1, 4, 1)
    top_left = inked(box("a", frame, words("两字")))
    assert (top_left.x, top_left.y, top_left.width) == (frame.x, frame.y, inch(0.5))
    low_right = inked(box("a", frame, words("两字", Align.RIGHT), Anchor.BOTTOM))
    assert (low_right.right, low_right.bottom) == (frame.right, frame.bottom)


def test_the_longest_line_counts_not_the_whole_paragraph() -> None:
    title = box("title", Rect.inches(1, 1, 11, 1), words("一行标题\n二行标题"))
    beside = box("peak", Rect.inches(3, 1.2, 2, 0.3), words("峰值"))
    assert found(title, beside) == []
    assert found(box("title", Rect.inches(1, 1, 11, 1), words("一行标题二行标题", breaks=(4,))), beside) == []
