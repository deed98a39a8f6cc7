from __future__ import annotations

import pytest

from engine.probe.fixed_frames import fixed_texts
from tests.support.foreign import boxed, document, exact_row
from tests.support.raw_pdf import RawPage, line, raw_pdf

DRAWN = raw_pdf(RawPage(f"{line('Two sentences in', 700)}\n{line('a text', 680)}"))


def test_how_much_of_a_text_box_is_drawn() -> None:
    (text,) = fixed_texts(document(boxed("Two sentences in a text box")), DRAWN)
    assert (text.in_cell, text.drawn, text.letters) == (False, 19, 22)


def test_rows_of_an_exact_height_are_looked_at() -> None:
    (text,) = fixed_texts(document(exact_row("a text")), DRAWN)
    assert (text.in_cell, text.drawn, text.letters) == (True, 5, 5)


def test_rows_that_grow_are_not() -> None:
    assert fixed_texts(document(exact_row("no such words", exact=False), lambda made: made.add_paragraph("nor these")), DRAWN) == ()


def test_what_is_no_pdf() -> None:
    with pytest.raises(ValueError, match="Failed to load document"):
        fixed_texts(document(boxed("Two")), b"no PDF")


def test_small_capitals_are_the_same_letters() -> None:
    (text,) = fixed_texts(document(boxed("Two Sentences In A Text")), DRAWN)
    assert text.drawn == text.letters
