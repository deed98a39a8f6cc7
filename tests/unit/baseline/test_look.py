from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Rect
from engine.baseline.look import Look, folios_of, is_folio, without_folios
from engine.model.deck import Shape, TextBox
from tests.support.checks import deck_of

BODY = TextBox("s/body", Rect.inches(1, 1, 3, 1), ())
NUMBER = TextBox("s/page-number", Rect.inches(12, 7, 1, 0.25), ())


def test_page_numbers_are_left_out_of_texts_and_known_on_pictures() -> None:
    deck = deck_of(BODY, NUMBER)
    (slide,) = without_folios(deck).slides
    assert slide.elements == (BODY,)
    assert (is_folio(NUMBER), is_folio(BODY)) == (True, False)
    ((left, top, right, bottom),) = (box for box in folios_of(deck) if box is not None)
    assert (round(left, 3), round(top, 3), round(right, 3), round(bottom, 3)) == (0.9, 0.933, 0.975, 0.967)
    assert folios_of(deck_of(BODY)) == (None,)


def test_a_look_from_disk_knows_no_page_numbers() -> None:
    assert Look((), ()).folio(3) is None
    assert replace(Look((), ()), folios=((0.0, 0.0, 1.0, 1.0),)).folio(0) == (0.0, 0.0, 1.0, 1.0)


def test_other_elements_are_kept() -> None:
    shape = Shape("s/page-number-ground", Rect.inches(1, 1, 1, 1))
    assert without_folios(deck_of(shape)).slides[0].elements == (shape,)
