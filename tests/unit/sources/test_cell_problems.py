from __future__ import annotations

import pytest

from engine.base.diagnostics import Location, Phrase, Severity
from engine.sources import cell_problems
from engine.sources.dates import DateWord

CELL = Location("data/kpi.xlsx", 17, 3, cell="kpi.xlsx!目标!C17")


def test_an_unreadable_number_names_column_text_and_both_mends() -> None:
    found = cell_problems.not_a_number("消耗", "１２Ａ", CELL)
    assert str(found.where) == "kpi.xlsx!目标!C17"
    assert found.message == Phrase("「消耗」应为数字，得到“１２Ａ”", "消耗 should be a number, found '１２Ａ'")
    assert found.hint == Phrase(
        "改正单元格；若这一列是文字，写 types: {消耗: text}", "mend the cell; if the column is text, say types: {消耗: text}"
    )


def test_guesses_are_notes() -> None:
    for found in (
        cell_problems.header_guessed(3, CELL),
        cell_problems.two_row_header(3, CELL),
        cell_problems.total_dropped("9", CELL),
        cell_problems.footnote_dropped("9", CELL),
        cell_problems.percent_read("率", as_points=True, where=CELL),
    ):
        assert found.severity is Severity.INFO


def test_an_error_value_says_how_to_declare_it_missing() -> None:
    assert cell_problems.error_value("#N/A", CELL).hint == Phrase(
        '改正公式；若表示没有数据，写 missing: ["#N/A"]', 'mend the formula; if it means no data, say missing: ["#N/A"]'
    )


def test_the_tail_of_a_list_keeps_place_and_severity() -> None:
    warning = cell_problems.merged_figure("预算", CELL)
    tail = cell_problems.more(7, warning)
    assert (tail.severity, tail.where, tail.message.en) == (Severity.WARNING, CELL, "7 more like DATA038")


@pytest.mark.parametrize(
    ("word", "kind", "example"), [("date", "date", "2025-07-01"), ("month", "month", "2025-07"), ("week", "week", "2025-W27")]
)
def test_the_mend_of_a_date_is_of_its_kind(word: DateWord, kind: str, example: str) -> None:
    found = cell_problems.not_a_date("w", "W31", word, Location("a.csv", 3, 5))
    assert found.message.en == f"w should be a {kind}, found 'W31'"
    assert found.hint is not None
    assert found.hint.en == f"write it as {example}; if the column is text, say types: {{w: text}}"
