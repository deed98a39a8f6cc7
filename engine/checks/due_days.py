"""The day that words name: 10 月 20 日, 9 月底, 10/20, 2025-10-20, 20 October, end of September."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(_MONTHS)
    return re.compile(
        r"(?P<year>(?:19|20)\d{2})\s*[-/.年]\s*(?P<m1>\d{1,2})(?:\s*[-/.月]\s*(?P<d1>\d{1,2})?)?"
        r"|(?P<m2>\d{1,2})\s*月\s*(?:(?P<d2>\d{1,2})\s*[日号]?|(?P<end2>底|末|内|前))?"
        r"|(?<![\d/])(?P<m3>\d{1,2})/(?P<d3>\d{1,2})(?![\d/])"
        rf"|(?P<d4>\d{{1,2}})(?:st|nd|rd|th)? (?P<m4>{month})[a-z]*\b"
        rf"|\b(?P<m5>{month})[a-z]*\.? (?P<d5>\d{{1,2}})(?!\d)"
        rf"|end of (?P<m6>{month})[a-z]*\b",
        re.IGNORECASE,
    )


def day_named(words: str, today: dt.date) -> dt.date | None:
    """Return the last day that `words` name, a month alone being its last day; None when they name none.

    A day without a year is the one nearest to `today`.
    """
    matches = list(_pattern().finditer(words.replace("\u00a0", " ")))
    return _day(matches[-1], today) if matches else None


def _day(match: re.Match[str], today: dt.date) -> dt.date | None:
    found = {name[0]: value for name, value in match.groupdict().items() if value and name not in {"year", "end2"}}
    month = int(found["m"]) if found["m"].isdigit() else _MONTHS[found["m"][:3].lower()]
    if not 1 <= month <= 12:
        return None
    day = int(found["d"]) if "d" in found else None
    years = (int(match["year"]),) if match["year"] else (today.year - 1, today.year, today.year + 1)
    days = [_date(year, month, day) for year in years]
    return min((each for each in days if each is not None), key=lambda each: abs(each - today), default=None)


def _date(year: int, month: int, day: int | None) -> dt.date | None:
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, last if day is None else day) if day is None or 1 <= day <= last else None
