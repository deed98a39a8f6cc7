from __future__ import annotations

import pytest

from engine.probe.drawn_pdf import drawn_in_pdf
from tests.support.raw_pdf import RawPage, line, raw_pdf

BOX = "0 0 1 rg 50 600 300 150 re f\n"
ROUND = (
    "0 0 1 rg 60 600 m 340 600 l 345.5 600 350 604.5 350 610 c 350 740 l 350 745.5 345.5 750 340 750 c 60 750 l "
    "54.5 750 50 745.5 50 740 c 50 610 l 50 604.5 54.5 600 60 600 c f\n"
)
DISC = "0 0 1 rg 200 600 m 283 600 350 633 350 675 c 350 717 283 750 200 750 c 117 750 50 717 50 675 c 50 633 117 600 200 600 c f\n"
WORDS = f"1 1 1 rg {line('White words', 690)}"


def grounds(content: str, *, picture: tuple[int, int] | None = None) -> list[tuple[str, str]]:
    return [(ink.color, ink.ground) for ink in drawn_in_pdf(raw_pdf(RawPage(content), picture=picture)).inks]


def test_words_stand_on_paper_where_nothing_was_drawn() -> None:
    assert grounds(f"0 0 0 rg {line('Black words', 690)}") == [("000000", "FFFFFF")]
    assert grounds(f"{BOX}0 0 0 rg {line('Below the box', 500)}") == [("000000", "FFFFFF")]


@pytest.mark.parametrize("box", [BOX, ROUND])
def test_words_stand_on_the_last_box_below_them(box: str) -> None:
    assert grounds(box + WORDS) == [("FFFFFF", "0000FF")]
    assert grounds(f"{box}1 0 0 rg 60 680 200 30 re f\n{WORDS}") == [("FFFFFF", "FF0000")]


def test_what_is_drawn_later_or_as_an_outline_is_no_ground() -> None:
    assert grounds(f"{WORDS}\n{BOX}") == [("FFFFFF", "FFFFFF")]
    assert grounds(BOX.replace(" f\n", " S\n") + WORDS) == [("FFFFFF", "FFFFFF")]


def test_a_line_across_words_is_no_ground() -> None:
    assert grounds(f"0 0 1 rg 50 692 300 1 re f\n0 0 0 rg {line('Black words', 690)}") == [("000000", "FFFFFF")]


def test_nothing_is_said_of_words_on_pictures_and_other_shapes() -> None:
    assert grounds(DISC + WORDS) == []
    assert grounds(f"q 300 0 0 150 50 600 cm /Im1 Do Q\n{WORDS}", picture=(30, 15)) == []
