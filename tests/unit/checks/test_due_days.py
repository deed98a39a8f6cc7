from __future__ import annotations

import datetime as dt

import pytest

from engine.checks.due_days import day_named

TODAY = dt.date(2025, 11, 12)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("12 月 10 日", "2025-12-10"),
        ("12\u00a0月\u00a010\u00a0日", "2025-12-10"),
        ("1 月 15 日", "2026-01-15"),
        ("9 月底", "2025-09-30"),
        ("2026 年 2 月", "2026-02-28"),
        ("2025-12-01", "2025-12-01"),
        ("12/20", "2025-12-20"),
        ("20 December", "2025-12-20"),
        ("by Dec 20", "2025-12-20"),
        ("end of November", "2025-11-30"),
        ("9 月 1 日至 10 月 31 日", "2025-10-31"),
    ],
)
def test_days_are_read(words: str, day: str) -> None:
    assert day_named(words, TODAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("words", ["", "双 11 前", "尽快", "13 月", "2 月 30 日", "1/3/5"])
def test_other_words_name_no_day(words: str) -> None:
    assert day_named(words, TODAY) is None
