from __future__ import annotations

import datetime as dt

import pytest

from engine.base.units import Rect
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckLayout, Slot
from engine.brand.ground import Ground, GroundKind
from engine.layout.font_files import font_folders
from engine.model.blocks import Align
from engine.model.decor import Decor, LetteredLine, Lettering, Letters, PlacedPicture
from engine.model.theme import Color
from engine.writers.pdf.lettering import set_grounds
from engine.writers.pdf.marks import Words
from engine.writers.pdf.page_marks import GroundMark, TurnedWords
from engine.writers.pdf.scenes import PAGE_NUMBER

HOUSE = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))
INK = Color("14232F")
PLACE = (1.0, 0.0, 0.0, 1.0, 5.0, 5.0)


def set_marks(*decor: Decor) -> tuple[GroundMark, ...]:
    brand = load_deck_brand(HOUSE, "harbor").value
    assert brand is not None
    layout = DeckLayout("content", "", "", {}, decor, Color("FFFFFF"))
    ground = set_grounds({"content": layout}, brand.theme, font_folders(HOUSE))["content"]
    assert ground.background == Color("FFFFFF")
    return ground.decor


def words(*lines: LetteredLine, width: float = 100, height: float = 50, along: float = 0.0, wraps: bool = True) -> tuple[Words, ...]:
    (found,) = set_marks(Lettering("bar", lines, PLACE, width, height, along, wraps))
    assert isinstance(found, TurnedWords) and found.matrix == PLACE
    return found.words


def line(text: str, align: Align = Align.LEFT, size: float = 10) -> LetteredLine:
    return LetteredLine((Letters(text, size, INK),), align)


def places(found: tuple[Words, ...]) -> list[tuple[str, float, float]]:
    return [(each.text, round(each.x, 2), round(each.baseline, 2)) for each in found]


def test_lines_break_at_the_width_of_the_box() -> None:
    assert places(words(line("一二三四五六七八九十甲乙"))) == [("一二三四五六七八九十", 0, 9.7), ("甲乙", 0, 21.7)]
    assert places(words(line("一二三四五六七八九十甲乙"), wraps=False)) == [("一二三四五六七八九十甲乙", 0, 9.7)]


def test_a_line_that_is_hardly_too_long_is_not_broken() -> None:
    assert len(words(line("一二三四五六七八九十"), width=97)) == 1
    assert len(words(line("一二三四五六七八九十"), width=95)) == 2


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 0), (Align.CENTER, 40), (Align.RIGHT, 80)])
def test_alignment(align: Align, left: float) -> None:
    assert places(words(line("机密", align))) == [("机密", left, 9.7)]


def test_where_text_stands_in_its_box() -> None:
    assert [places(words(line("机密"), along=along))[0][2] for along in (0, 0.5, 1)] == [9.7, 28.7, 47.7]


def test_spacing_of_paragraphs_and_lines() -> None:
    first, second = line("一"), LetteredLine((Letters("二", 10, INK),), pitch=20, exact=True, before=3)
    assert places(words(first, second)) == [("一", 0, 9.7), ("二", 0, 32.7)]


def test_letters_of_several_looks_stand_side_by_side() -> None:
    both = LetteredLine((Letters("甲", 10, INK), Letters("乙", 10, Color("FF0000"), bold=True, opacity=0.5)))
    found = words(both)
    assert places(found) == [("甲", 0, 9.7), ("乙", 10, 9.7)]
    assert (found[1].bold, found[1].color.hex, found[1].opacity) == (True, "FF0000", 0.5)


def test_a_bullet_hangs_before_its_words() -> None:
    listed = LetteredLine((Letters("要点", 10, INK),), left=20, first=-10, mark=Letters("•", 10, INK))
    assert places(words(listed)) == [("•", 10, 9.7), ("要点", 20, 9.7)]


def test_numbers_of_pages_wait_for_their_page() -> None:
    assert words(LetteredLine((Letters("‹#›", 10, INK, number=True),)))[0].text == PAGE_NUMBER


def test_signs_of_symbol_fonts_are_left_out_and_apostrophes_are_narrow() -> None:
    assert [each.text for each in words(line("\uf0b7x’s"))] == ["x's"]


def test_flat_fills_of_placeholders() -> None:
    brand = load_deck_brand(HOUSE, "harbor").value
    assert brand is not None
    fill, area = Ground(GroundKind.FLAT, ("FF0000",)), Rect.inches(0, 0, 1, 1)
    slots = {
        "title": Slot("t", 0, "title", area, fill),
        "lead": Slot("l", 1, "body", area, Ground(GroundKind.PICTURE)),
        "x": Slot("", 0, "", area, fill),
    }
    grounds = set_grounds({"content": DeckLayout("content", "", "", slots, (), Color("FFFFFF"))}, brand.theme, ())
    assert grounds["content"].fills == {"title": Color("FF0000")}


def test_what_is_no_text_stays() -> None:
    logo = PlacedPicture("logo", b"", PLACE, (), Rect.inches(0, 0, 1, 1))
    assert set_marks(logo) == (logo,)


@pytest.mark.parametrize(("align", "place"), [(Align.LEFT, (0, "start")), (Align.CENTER, (50, "middle")), (Align.RIGHT, (100, "end"))])
def test_a_page_number_keeps_its_place_however_many_digits_it_has(align: Align, place: tuple[float, str]) -> None:
    found = words(LetteredLine((Letters("‹#›", 10, INK, number=True),), align=align))[0]
    assert (found.x, found.anchor) == place
