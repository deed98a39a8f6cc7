from __future__ import annotations

import pytest

from engine.probe.drawn import DrawnStray
from engine.probe.pdf_lines import Ink, collisions, strays

WIDTH, HEIGHT = 595.0, 842.0
FULL, SHORT = 500.0, 160.0


def ink(words: str, left: float, bottom: float, right: float, size: float = 10.0) -> Ink:
    return Ink(words, left, bottom, right, bottom + size, size)


def page(*rights: float, gaps: tuple[int, ...] = (), indents: tuple[int, ...] = ()) -> tuple[float, float, list[Ink]]:
    """Return a page of lines that end so far right; before those of `gaps` is more room, those of `indents` begin further right."""
    bottom, lines = 760.0, []
    for number, right in enumerate(rights):
        bottom -= 26.0 if number in gaps else 16.0
        lines.append(ink(f"第 {number} 行", 90.0 if number in indents else 72.0, bottom, right))
    return WIDTH, HEIGHT, lines


BODY = page(FULL, FULL, FULL, SHORT, FULL, FULL, FULL, gaps=(4,))


def test_the_last_line_of_a_paragraph_alone_at_the_head_of_a_page() -> None:
    assert list(strays([BODY, page(SHORT, FULL, FULL, FULL, gaps=(1,))])) == [DrawnStray(2, "第 0 行", is_last=True)]


def test_the_first_line_of_a_paragraph_alone_at_the_foot_of_a_page() -> None:
    before = page(FULL, FULL, FULL, SHORT, FULL, gaps=(4,))
    assert list(strays([before, page(FULL, FULL, SHORT)])) == [DrawnStray(1, "第 4 行", is_last=False)]
    indented = page(FULL, FULL, FULL, SHORT, FULL, indents=(0, 4))
    assert [each.words for each in strays([indented, page(FULL, FULL, SHORT)])] == ["第 4 行"]


@pytest.mark.parametrize(
    "after",
    [
        page(FULL, SHORT, FULL, FULL, gaps=(2,)),  # two lines of it
        page(SHORT, SHORT, SHORT, FULL),  # a list
        page(FULL, FULL, FULL),
        page(),
    ],
)
def test_pages_that_break_well(after: tuple[float, float, list[Ink]]) -> None:
    assert list(strays([BODY, after])) == []


def test_a_line_is_full_where_the_next_word_found_no_room() -> None:
    """English is not set flush: the line before the break ends 50 pt from the edge, and the word that follows is longer."""
    before, after = page(FULL, FULL, FULL, FULL, FULL - 50), page(SHORT, FULL, FULL, FULL, gaps=(1,))
    long_word = [ink("improvements everywhere", 72, 744, 190), *after[2][1:]]
    assert [each.words for each in strays([before, (WIDTH, HEIGHT, long_word)])] == ["improvements everywhere"]
    short_word = [ink("in the member sales now", 72, 744, 190), *after[2][1:]]
    assert list(strays([before, (WIDTH, HEIGHT, short_word)])) == []


def test_a_list_item_at_the_head_of_a_page_begins_something() -> None:
    after = page(SHORT, FULL, FULL, FULL, gaps=(1,))
    assert list(strays([BODY, (WIDTH, HEIGHT, [ink("• 会员", 72, 744, SHORT), *after[2][1:]])])) == []


def test_slides_and_pages_without_a_column_are_not_judged() -> None:
    assert list(strays([(960, 540, BODY[2]), (960, 540, page(SHORT, FULL, gaps=(1,))[2])])) == []
    assert list(strays([page(90, 140, 200), page(120, 220)])) == []
    assert list(strays([])) == []


def test_words_on_words_are_told() -> None:
    (pair,) = collisions(3, [ink("1,234", 100, 100, 130), ink("1,235", 110, 102, 140), ink("9", 300, 100, 306)])
    assert (pair.page, {pair.one, pair.other}) == (3, {"1,234", "1,235"})


@pytest.mark.parametrize(
    "other",
    [
        ink("1,235", 132, 100, 160),  # beside it
        ink("1,235", 100, 108, 130),  # above it, and touching
        ink("1,234", 101, 100, 131),  # its shadow
        ink("机密", 50, 50, 400, 90.0),  # a mark behind it
    ],
)
def test_what_only_touches_shadows_and_marks_pass(other: Ink) -> None:
    assert list(collisions(1, [ink("1,234", 100, 100, 130), other])) == []
