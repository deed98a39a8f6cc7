from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.sources.dates import EXCEL_1900, EXCEL_1904, DateWord, from_serial, is_ambiguous, read_date, read_declared, reader_for

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025/7/1", "2025-07-01"),
        ("2025-07-01", "2025-07-01"),
        ("2025.7.1", "2025-07-01"),
        ("2025年7月1日", "2025-07-01"),
        ("2025 年 7 月 1 日", "2025-07-01"),
        ("２０２５年７月１日", "2025-07-01"),
        ("2025年7月1日（周二）", "2025-07-01"),
        ("2025-07-01 08:30:00", "2025-07-01"),
        ("2025-07-01T08:30", "2025-07-01"),
        ("2025年7月", "2025-07-01"),
        ("2025年07月份", "2025-07-01"),
        ("2025-07", "2025-07-01"),
        ("2025/7", "2025-07-01"),
        ("2025-W36", "2025-09-01"),
        ("2025W36", "2025-09-01"),
        ("2025年第36周", "2025-09-01"),
        ("2020-W53", "2020-12-28"),
    ],
)
def test_dates_beyond_doubt(text: str, day: str) -> None:
    assert str(read_date(text)) == day


@pytest.mark.parametrize(
    "text",
    ["", "2025", "2025.7", "20250701", "45839", "7月1日", "7.1-7.31", "2025-13-45", "2025-02-29", "2025-W54", "2025/7-1", "2025年36", "0001-01-01",
     "03/04/2025", "2025-07-01x", "明天"],
)  # fmt: skip
def test_what_may_be_something_else_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("20250701", "date", "2025-07-01"),
        ("45839", "date", "2025-07-01"),
        ("2025.7.1-7.31", "date", "2025-07-01"),
        ("2025-07-15~2025-07-31", "date", "2025-07-15"),
        ("2025-07-15 - 2025-07-31", "date", "2025-07-15"),
        ("2025年7月1日至7月31日", "date", "2025-07-01"),
        ("202507", "month", "2025-07-01"),
        ("2025.7", "month", "2025-07-01"),
        ("2025-07-18", "month", "2025-07-01"),
        ("2025-09-03", "week", "2025-09-01"),
        ("2025-W36", "week", "2025-09-01"),
    ],
)
def test_a_declared_column_takes_more(text: str, word: DateWord, day: str) -> None:
    assert str(read_declared(text, word)) == day


@pytest.mark.parametrize("text", ["7.1-7.31", "2025-07-45", "2025-07-abc", "W36", "36", "2025", "20251301", "x" * 1000])
def test_a_declared_column_is_not_credulous(text: str) -> None:
    assert read_declared(text, "date") is None


@given(DAYS)
def test_each_day_reads_back_from_every_spelling(day: dt.date) -> None:
    year, week, _ = day.isocalendar()
    monday = day - dt.timedelta(days=day.weekday())
    for text in (day.isoformat(), f"{day.year}/{day.month}/{day.day}", f"{day.year}年{day.month}月{day.day}日"):
        assert read_date(text) == day
    assert read_date(f"{year}-W{week:02d}") == monday
    assert read_declared(f"{day:%Y%m%d}", "date") == day
    assert from_serial((day - EXCEL_1900).days) == day


def test_excel_serials_know_the_leap_day_that_never_was() -> None:
    assert from_serial(1) == dt.date(1900, 1, 1)
    assert from_serial(59) == dt.date(1900, 2, 28)
    assert from_serial(60) is None
    assert from_serial(61) == dt.date(1900, 3, 1)
    assert from_serial(45839.75) == dt.date(2025, 7, 1)
    assert from_serial(45839 - 1462, EXCEL_1904) == dt.date(2025, 7, 1)
    assert from_serial(0) is None
    assert from_serial(20250701) is None


def test_a_format_settles_what_is_day_and_what_is_month() -> None:
    assert is_ambiguous("03/04/2025")
    assert reader_for("DD/MM/YYYY")("03/04/2025") == dt.date(2025, 4, 3)
    assert reader_for("MM/DD/YYYY")("03/04/2025") == dt.date(2025, 3, 4)
    assert reader_for("%d.%m.%y")("3.4.25") == dt.date(2025, 4, 3)
    assert reader_for("YYYY/MM/DD")("2025/04/03") == dt.date(2025, 4, 3)
    assert reader_for("DD/MM/YYYY")("31/02/2025") is None
    assert reader_for("DD/MM/YYYY")("2025-04-03") is None
