from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Language
from engine.metrics.periods import (
    ONE_PERIOD,
    ONE_YEAR,
    Rhythm,
    Shift,
    Step,
    elapsed,
    gaps,
    is_base,
    parse_period,
    parse_shift,
    reach,
    rhythm_of,
    shifted,
    shifted_until,
    until,
    year_of,
)
from engine.model.report import Period


def period(code: str) -> Period:
    found = parse_period(code)
    assert found is not None
    return found


def days(found: Period | None) -> str:
    return "none" if found is None else f"{found.start}..{found.end}"


@pytest.mark.parametrize(
    ("code", "expected", "zh", "en"),
    [
        ("2025", "2025-01-01..2025-12-31", "2025 年", "2025"),
        ("2025H1", "2025-01-01..2025-06-30", "2025 年上半年", "H1 2025"),
        ("2025h2", "2025-07-01..2025-12-31", "2025 年下半年", "H2 2025"),
        ("2025Q3", "2025-07-01..2025-09-30", "2025 年第 3 季度", "Q3 2025"),
        ("2024-02", "2024-02-01..2024-02-29", "2024 年 2 月", "February 2024"),
        ("2025-W36", "2025-09-01..2025-09-07", "2025 年第 36 周", "Week 36, 2025"),
        ("2025-W01", "2024-12-30..2025-01-05", "2025 年第 1 周", "Week 1, 2025"),
        ("2025-09-01..2025-10-31", "2025-09-01..2025-10-31", "2025-09-01 – 2025-10-31", "2025-09-01 – 2025-10-31"),
    ],
)
def test_each_code_names_its_days(code: str, expected: str, zh: str, en: str) -> None:
    assert days(period(code)) == expected
    assert period(code).label == zh
    english = parse_period(code, Language.EN)
    assert english is not None and english.label == en


@pytest.mark.parametrize(
    "code", ["", "2025H3", "2025Q5", "2025-13", "2025-00", "2025-W54", "2025-9", "1899", "2025-10-31..2025-09-01", "x"]
)
def test_what_is_no_period_is_none(code: str) -> None:
    assert parse_period(code) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 month", Shift(1, Step.MONTH)),
        ("2 weeks", Shift(2, Step.WEEK)),
        ("1 个月", Shift(1, Step.MONTH)),
        ("1 year", ONE_YEAR),
        ("3 季度", Shift(3, Step.QUARTER)),
        ("1 period", Shift(1, Step.PERIOD)),
        ("0 month", None),
        ("month", None),
        ("1 fortnight", None),
    ],
)
def test_shifts(text: str, expected: Shift | None) -> None:
    assert parse_shift(text) == expected


@pytest.mark.parametrize(
    ("code", "shift", "expected"),
    [
        ("2025-09", Shift(1, Step.MONTH), "2025-08-01..2025-08-31"),
        ("2025-03", Shift(1, Step.MONTH), "2025-02-01..2025-02-28"),
        ("2025-02", ONE_YEAR, "2024-02-01..2024-02-29"),
        ("2024-02", ONE_YEAR, "2023-02-01..2023-02-28"),
        ("2025H1", ONE_YEAR, "2024-01-01..2024-06-30"),
        ("2025H1", Shift(1, Step.PERIOD), "2024-07-01..2024-12-31"),
        ("2025Q1", Shift(1, Step.QUARTER), "2024-10-01..2024-12-31"),
        ("2025-W36", ONE_YEAR, "2024-09-02..2024-09-08"),
        ("2025-W36", Shift(1, Step.WEEK), "2025-08-25..2025-08-31"),
        ("2020-W53", ONE_YEAR, "none"),
        ("2025-03-10..2025-03-31", Shift(1, Step.MONTH), "2025-02-10..2025-02-28"),
        ("2025-03-10..2025-03-19", Shift(1, Step.PERIOD), "2025-02-28..2025-03-09"),
        ("1900-01-01..2900-01-01", Shift(3, Step.PERIOD), "none"),
    ],
)
def test_the_period_before(code: str, shift: Shift, expected: str) -> None:
    assert days(shifted(period(code), shift)) == expected


@given(st.integers(1990, 2100), st.integers(1, 12), st.integers(1, 40))
def test_months_moved_back_one_by_one_arrive_where_one_long_step_does(year: int, month: int, count: int) -> None:
    start = here = period(f"{year}-{month:02}")
    for _ in range(count):
        before = shifted(here, Shift(1, Step.MONTH))
        assert before is not None and before.end + dt.timedelta(1) == here.start
        here = before
    assert days(shifted(start, Shift(count, Step.MONTH))) == days(here)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(dt.date(2024, 12, 31), 0.0), (dt.date(2025, 1, 1), 1 / 31), (dt.date(2025, 1, 31), 1.0), (dt.date(2025, 7, 8), 1.0)],
)
def test_elapsed_share_counts_the_day_itself(today: dt.date, expected: float) -> None:
    assert elapsed(period("2025-01"), today) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("code", "shift", "day", "expected"),
    [
        ("2025", ONE_YEAR, "2025-08-31", "2024-01-01..2024-08-31"),
        ("2025", ONE_YEAR, "2025-02-28", "2024-01-01..2024-02-29"),
        ("2025H2", ONE_PERIOD, "2025-08-15", "2025-01-01..2025-02-15"),
        ("2025Q2", Shift(1, Step.YEAR), "2025-06-30", "2024-04-01..2024-06-30"),
        ("2025-W36", ONE_YEAR, "2025-09-03", "2024-09-02..2024-09-04"),
        ("2025-09-06..2025-09-15", ONE_PERIOD, "2025-09-10", "2025-08-27..2025-08-31"),
        ("2025", ONE_YEAR, "2026-03-01", "2024-01-01..2024-12-31"),
        ("2025", ONE_YEAR, "2024-03-01", "2024-01-01..2024-12-31"),
        ("2026-W53", ONE_YEAR, "2026-12-30", "none"),
    ],
)
def test_an_unfinished_period_is_compared_with_as_much_of_the_earlier_one(code: str, shift: Shift, day: str, expected: str) -> None:
    assert days(shifted_until(period(code), shift, dt.date.fromisoformat(day))) == expected
    assert days(shifted_until(period(code), shift, None)) == days(shifted(period(code), shift))


def test_what_has_passed_of_a_period() -> None:
    assert days(until(period("2025H1"), dt.date(2025, 2, 3))) == "2025-01-01..2025-02-03"
    assert until(period("2025H1"), dt.date(2025, 6, 30)) == until(period("2025H1"), dt.date(2024, 1, 1)) == period("2025H1")


@pytest.mark.parametrize(
    ("code", "year"), [("2025Q3", "2025"), ("2025-W01", "2025"), ("2026-W53", "2026"), ("2025-12-20..2026-01-05", "2025")]
)
def test_the_year_a_period_belongs_to(code: str, year: str) -> None:
    assert days(year_of(period(code))) == days(period(year))


def series(start: str, step: int, count: int) -> list[dt.date]:
    return [dt.date.fromisoformat(start) + dt.timedelta(days=step * index) for index in range(count)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (series("2025-01-01", 1, 90), dt.date(2025, 3, 31)),
        ([dt.date(2025, month, 1) for month in range(1, 6)], dt.date(2025, 5, 31)),
        (series("2025-01-06", 7, 10), dt.date(2025, 3, 16)),
        (series("2025-01-05", 7, 26), dt.date(2025, 6, 30)),
        (series("2025-01-05", 7, 10), dt.date(2025, 3, 9)),
        ([dt.date(2025, 1, 15), dt.date(2025, 2, 11), dt.date(2025, 5, 2)], None),
        ([dt.date(2025, 1, 15)], None),
    ],
)
def test_how_far_the_data_reach(found: list[dt.date], expected: dt.date | None) -> None:
    assert reach(found, period("2025H1")) == expected


def test_weekly_data_are_compared_with_as_many_weeks() -> None:
    sunday = dt.date(2025, 6, 29)
    assert days(shifted_until(period("2025"), ONE_YEAR, sunday, Rhythm.WEEKS)) == "2024-01-01..2024-06-30"
    assert days(shifted_until(period("2025"), ONE_YEAR, sunday)) == "2024-01-01..2024-06-29"


def test_rhythms() -> None:
    assert rhythm_of(series("2025-01-05", 7, 9)) is Rhythm.WEEKS
    assert rhythm_of(series("2025-01-05", 1, 9)) is Rhythm.DAYS
    assert rhythm_of([dt.date(2025, 1, 1), dt.date(2025, 3, 1)]) is Rhythm.MONTHS
    assert rhythm_of([dt.date(2025, 1, 1), dt.date(2025, 3, 9)]) is rhythm_of([]) is Rhythm.NONE


def test_a_period_that_lacks_a_month_or_a_week_tells_which() -> None:
    quarter = parse_period("2025Q2")
    assert quarter is not None
    months = [dt.date(2025, month, 1) for month in (1, 2, 3, 4, 5, 7)]
    assert gaps(months, quarter) == (dt.date(2025, 6, 1),)
    weeks = [dt.date(2025, 3, 31) + dt.timedelta(weeks=number) for number in range(14) if number != 5]
    assert gaps(weeks, quarter) == (dt.date(2025, 5, 5),)
    assert gaps([dt.date(2025, 4, 3), dt.date(2025, 6, 20)], quarter) == ()


def test_a_daily_period_tells_which_days_it_lacks() -> None:
    quarter = parse_period("2025Q2")
    assert quarter is not None
    every = [dt.date(2025, 4, 1) + dt.timedelta(days=number) for number in range(91)]
    known = [day for day in every if day not in {dt.date(2025, 5, 3), dt.date(2025, 6, 30)}]
    assert gaps(known, quarter) == (dt.date(2025, 5, 3), dt.date(2025, 6, 30))
    assert gaps([day for day in known if day.isoweekday() != 7], quarter) == (dt.date(2025, 5, 3), dt.date(2025, 6, 30))


@pytest.mark.parametrize(("lacking", "expected"), [(0, True), (9, True), (10, False)])
def test_a_daily_base_may_lack_one_day_in_ten(lacking: int, expected: bool) -> None:
    quarter = parse_period("2025Q2")
    assert quarter is not None
    every = [dt.date(2025, 4, 1) + dt.timedelta(days=number) for number in range(91)]
    known = [every[0], *every[1 + lacking :]]
    assert is_base(gaps(known, quarter), known, quarter) is expected


def test_no_month_may_lack_in_a_base() -> None:
    year = parse_period("2025")
    assert year is not None
    months = [dt.date(2025, month, 1) for month in range(1, 12)]
    assert not is_base(gaps(months, year), months, year)
