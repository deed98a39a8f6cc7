from __future__ import annotations

from engine.model.printed import Printed, TextPlace
from engine.probe.found_pdf import found_in_pdf
from tests.support.ledger_report import finished

BLOB = finished().blobs["pdf"]
PRINTED = finished().ledger("pdf").files[0]


def test_the_words_of_a_place_are_those_in_its_box() -> None:
    found = found_in_pdf(BLOB, PRINTED)
    cells = [(place.plain, words) for place, words in zip(PRINTED.texts, found.texts, strict=True) if place.row]
    assert [(plain, [text.strip() for text in words or ()]) for plain, words in cells[:3]] == [
        ("W1", ["W1"]),
        ("60.0", ["60.0"]),
        ("480", ["480"]),
    ]


def test_all_the_words_of_a_drawn_chart_are_in_its_frame() -> None:
    found = found_in_pdf(BLOB, PRINTED)
    for place, words in zip(PRINTED.charts, found.drawn, strict=True):
        assert [label.text for label in place.labels if label.text not in words] == []


def test_a_page_or_box_that_is_not_there_has_none() -> None:
    box = (0.0, 0.0, 10.0, 10.0)
    places = (TextPlace(99, "s", ("",), (), box=box), TextPlace(1, "s", ("",), ()), TextPlace(0, "s", ("",), (), box=box))
    assert found_in_pdf(BLOB, Printed("pdf", places)).texts == (None, None, None)
