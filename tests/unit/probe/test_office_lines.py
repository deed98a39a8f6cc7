from __future__ import annotations

import pytest

from engine.base.records import replace
from engine.probe.drawn import DrawnFile, DrawnPage, Kind
from engine.probe.office_lines import office_lines
from tests.support.raw_pdf import RawPage, line, raw_pdf
from tests.support.shown import thing

SIZE = (960, 540)


def shown(*said: str) -> DrawnFile:
    return DrawnFile("pptx", (DrawnPage(1, 960, 540, 0.5),), tuple(thing(Kind.TEXT, 72, 40, 300, 100, words) for words in said))


def drawn(*lines: str) -> bytes:
    return raw_pdf(RawPage("\n".join(lines), size=SIZE))


def test_lines_stand_where_they_were_drawn() -> None:
    (text,) = office_lines(shown("Three lines of words"), drawn(line("Three lines", 480, 20), line("of words", 455, 20)))
    assert [round(box.y / 5) for box in text.lines] == [9, 14]  # from the top, in steps of five points
    assert all(72 <= box.x < 76 for box in text.lines)


def test_a_short_text_is_not_taken_for_a_part_of_a_long_one() -> None:
    found = office_lines(shown("words", "Many words"), drawn(line("Many words", 480, 20), line("words", 400, 20)))
    assert {text.object.words: round(text.lines[0].y / 10) for text in found} == {"Many words": 5, "words": 13}


def test_of_the_same_words_those_in_the_shape_are_its_own() -> None:
    (found,) = office_lines(shown("Stores"), drawn(line("Stores", 100, 20), line("Stores", 480, 20), line("Stores", 60, 20)))
    assert round(found.lines[0].y / 10) == 5


def test_hidden_slides_are_not_drawn() -> None:
    hidden, seen = DrawnPage(1, 960, 540, 0.5, is_hidden=True), DrawnPage(2, 960, 540, 0.5)
    words = (
        replace(thing(Kind.TEXT, 72, 40, 300, 100, "Hidden words"), page=1),
        replace(thing(Kind.TEXT, 72, 40, 300, 100, "Seen"), page=2),
    )
    assert [text.object.page for text in office_lines(DrawnFile("pptx", (hidden, seen), words), drawn(line("Seen", 480, 20)))] == [2]
    assert office_lines(DrawnFile("pptx", (hidden,)), drawn()) == ()


def test_what_was_not_drawn_in_these_letters_is_left_out() -> None:
    assert office_lines(shown("Page 3"), drawn(line("Page 7", 480, 20))) == ()


def test_other_files_are_refused() -> None:
    with pytest.raises(ValueError, match="2 pages for 1 slides"):
        office_lines(shown(), raw_pdf(RawPage(), RawPage()))
    with pytest.raises(ValueError, match=r"."):
        office_lines(shown(), b"no PDF")
