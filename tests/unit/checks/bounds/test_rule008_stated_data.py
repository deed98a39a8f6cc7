from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Location
from engine.checks.bounds.definition import Bounds
from engine.checks.bounds.rule008_stated_data import run
from engine.probe.measured import Measured, Stated

HALF = (dt.date(2025, 1, 1), dt.date(2025, 6, 30))


def deck(last: str, *, period: tuple[dt.date, dt.date] | None = HALF, saved: str = "2025-07-08", page: int = 3) -> Measured:
    stated = Stated(page, f"数据截至 {last}", dt.date.fromisoformat(last))
    return Measured("pptx", 20, period, dt.date.fromisoformat(saved) if saved else None, (stated,))


def told(found: Measured, bounds: Bounds | None = None) -> list[str]:
    return [f"{item.severity.value} {item.message.en}" for item in run(found, bounds or Bounds(), Location("review.pptx"))]


def test_data_that_end_before_the_period_does() -> None:
    assert told(deck("2025-05-31")) == ["warning “数据截至 2025-05-31” on slide 3: the data should reach to 2025-06-30"]
    assert told(deck("2025-05-31", page=0)) == ["warning “数据截至 2025-05-31”: the data should reach to 2025-06-30"]


@pytest.mark.parametrize(
    "found",
    [
        deck("2025-06-30"),
        deck("2025-06-29"),  # within the day that is allowed
        deck("2025-07-05"),
        deck("2025-05-31", saved="2025-06-01"),  # nobody could have newer ones
        deck("2024-12-31", saved="2024-12-31"),  # before its period: a plan
        deck("2025-05-31", period=None),
        Measured("pptx", 20, HALF),
    ],
    ids=["to the end", "a day less", "beyond", "saved the day after", "plan", "no period", "nothing stated"],
)
def test_data_that_reach_far_enough(found: Measured) -> None:
    assert told(found) == []


def test_a_file_that_says_not_when_it_was_saved_goes_by_its_period() -> None:
    assert told(deck("2025-05-31", saved="")) == ["warning “数据截至 2025-05-31” on slide 3: the data should reach to 2025-06-30"]


def test_the_day_that_the_user_names() -> None:
    autumn = Bounds(day=dt.date(2025, 9, 1))
    assert told(deck("2025-06-30"), autumn) == ["warning “数据截至 2025-06-30” on slide 3: the data should reach to 2025-08-31"]
    assert told(deck("2025-06-30", period=None), autumn) == told(deck("2025-06-30"), autumn)
    assert told(deck("2025-06-30"), Bounds(day=dt.date(2025, 9, 1), lag=70)) == []
    assert told(deck("2025-05-30"), Bounds(day=dt.date(2025, 6, 1))) == []


def test_a_file_that_states_nothing_is_a_note_when_a_day_is_named() -> None:
    assert told(Measured("pdf", 3), Bounds(day=dt.date(2025, 9, 1))) == ["info the file does not say up to which day its data reach"]
