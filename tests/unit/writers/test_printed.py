from __future__ import annotations

import pytest

from engine.base.records import replace
from engine.model.inlines import Span, Text
from engine.model.printed import NOTES, TextPlace
from engine.writers.printed import cut_at_facts, note_lines, printed_deck
from tests.support.ledger_report import finished

DECK = finished().planned.deck


@pytest.mark.parametrize(
    ("pieces", "words", "facts"),
    [
        ([("完成 ", None), ("92.4%", "a"), ("。", None)], ("完成 ", "92.4%", "。"), ("a",)),
        ([("92", "a"), (".4%", "a")], ("", "92.4%", ""), ("a",)),
        ([("1", "a"), ("2", "b")], ("", "1", "", "2", ""), ("a", "b")),
        ([("1", "a"), ("、", None), ("1", "a")], ("", "1", "、", "1", ""), ("a", "a")),
        ([("无", None)], ("无",), ()),
    ],
)
def test_words_and_facts_take_turns(pieces: list[tuple[str, str | None]], words: tuple[str, ...], facts: tuple[str, ...]) -> None:
    assert cut_at_facts(pieces) == (words, facts)


def test_every_paragraph_with_a_fact_has_its_place() -> None:
    printed = printed_deck(DECK, "pptx")
    takeaway = next(place for place in printed.texts if place.shape == "topic-1-1/takeaway")
    assert takeaway == TextPlace(
        4,
        "topic-1-1/takeaway",
        ("订单 ", "1,040\u00a0单", "，其中第一周 ", "480\u00a0单", "。"),
        ("orders.actual", "orders[周次=W1].actual"),
    )


def test_cells_are_counted_from_one_with_the_header() -> None:
    cells = [place for place in printed_deck(DECK, "pptx").texts if place.row]
    assert [(place.row, place.column, place.plain) for place in cells[:3]] == [(2, 1, "W1"), (2, 2, "60.0"), (2, 3, "480")]


def test_charts_tell_their_columns_and_labels() -> None:
    column, pie = printed_deck(DECK, "pptx").charts
    assert column.shape == "topic-1-1/chart"
    assert [(one.name, one.role, one.values, one.derived) for one in column.columns] == [("每周 GMV", "values", (60.0, 45.0, 21.3), False)]
    assert [label.text for label in column.labels] == ["60.0", "45.0", "21.3"]
    assert [label.text for label in pie.labels] == ["46.2%", "41.6%", "12.2%"]


def test_on_pages_places_have_boxes_and_charts_their_drawn_words() -> None:
    printed = printed_deck(DECK, "pdf", lambda _: ("60.0", "W1"))
    assert all(text.box for text in printed.texts) and all(chart.box for chart in printed.charts)
    assert printed.charts[0].drawn == ("60.0", "W1")


def test_notes_are_printed_in_the_file_that_has_them() -> None:
    notes = Text((Span("\n先讲 "), Span("92.4%", fact="gmv"), Span("，\n\n再讲 "), Span("3\u00a0天", fact="days")))
    deck = replace(DECK, slides=(replace(DECK.slides[0], elements=(), notes=notes),))
    assert ["".join(span.text for span in line) for line in note_lines(deck.slides[0])] == ["先讲 92.4%，", "", "再讲 3\u00a0天"]
    assert printed_deck(deck, "pptx").texts == (
        TextPlace(1, NOTES, ("先讲 ", "92.4%", "，"), ("gmv",), 1),
        TextPlace(1, NOTES, ("再讲 ", "3\u00a0天", ""), ("days",), 3),
    )
    assert printed_deck(deck, "pdf", lambda _: ()).texts == ()
