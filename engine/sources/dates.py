"""The grammar of cells that are dates: days, months and ISO weeks as Chinese teams and Excel write them.

`read_date` takes only what cannot be anything else; `read_declared` knows that the column holds dates and takes more: serials, 20250701,
2025.7, the first day of a range. A month is its first day, a week its Monday.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal

from engine.sources.cells import folded

DateWord = Literal["date", "month", "week"]

EXCEL_1900 = dt.date(1899, 12, 30)
EXCEL_1904 = dt.date(1904, 1, 1)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST = 64

_CLOCK = r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?"
_WEEKDAY = r"(?: ?\(?(?:周|星期)[一二三四五六日天]\)?)?"
_DAY = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_WEEKDAY}{_CLOCK}")
_DAY_ZH = re.compile(rf"([0-9]{{4}}) ?年 ?([0-9]{{1,2}}) ?月 ?([0-9]{{1,2}}) ?[日号]?{_WEEKDAY}{_CLOCK}")
_MONTH = re.compile(r"([0-9]{4})(?:[-/]| ?年 ?)([0-9]{1,2})(?: ?月份?)?")
_WEEK = re.compile(r"([0-9]{4})(?:-?W| ?年 ?第? ?)([0-9]{1,2})(?:(?<=W[0-9])|(?<=W[0-9]{2})| ?周)")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})?")
_DOTTED_MONTH = re.compile(r"([0-9]{4})\.([0-9]{1,2})")
_SERIAL = re.compile(r"[0-9]{5}")
_RANGE_MARK = re.compile(r"\s*[~–—至到]\s*|\s+-\s+|-")
_RANGE_END = re.compile(r"[0-9年月日号./ -]+")
_AMBIGUOUS = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}")


def read_date(text: str) -> dt.date | None:
    """Return the date a cell says beyond doubt, None when it says none (`2025.7` may be a number, `7月1日` has no year)."""
    if len(text) > _LONGEST:
        return None
    plain = folded(text)
    if match := _DAY.fullmatch(plain):
        return _day(match[1], match[3], match[4])
    if match := _DAY_ZH.fullmatch(plain):
        return _day(match[1], match[2], match[3])
    if match := _WEEK.fullmatch(plain):
        return _monday(match[1], match[2])
    if match := _MONTH.fullmatch(plain):
        return _day(match[1], match[2], "1")
    return None


def read_declared(text: str, word: DateWord, base_date: dt.date = EXCEL_1900) -> dt.date | None:
    """Return the date of a cell in a column declared as dates, months or weeks; None when it has none (a range without a year has none)."""
    day = read_date(text) or _read_short(folded(text), base_date) or _range_start(text)
    return None if day is None else snapped(day, word)


def snapped(day: dt.date, word: DateWord) -> dt.date:
    """Return the first day of the month or the Monday of the week that `day` is in, or the day itself."""
    match word:
        case "month":
            return day.replace(day=1)
        case "week":
            return day - dt.timedelta(days=day.weekday())
        case "date":
            return day


def from_serial(serial: float, base_date: dt.date = EXCEL_1900) -> dt.date | None:
    """Return the day of an Excel serial, without its time of day; None outside 1900-2199 and for the 29 Feb 1900 that Excel invented."""
    if not 1 <= serial < 110_000:
        return None
    days = int(serial)
    if base_date == EXCEL_1900 and days <= 60:
        if days == 60:
            return None
        days += 1  # Excel counts a 29 February 1900 that never was
    return base_date + dt.timedelta(days=days)


def is_ambiguous(text: str) -> bool:
    """Tell whether a cell is a date whose day and month could be swapped, such as 03/04/2025."""
    return _AMBIGUOUS.fullmatch(folded(text)) is not None


def reader_for(date_format: str) -> Callable[[str], dt.date | None]:
    """Return a reader of one declared format, e.g. `DD/MM/YYYY` or `%d.%m.%y`; years of two digits are 2000-2099."""
    pattern = re.escape(_spelled(date_format))
    for token, group in (
        ("YYYY", r"(?P<year>[0-9]{4})"), ("YY", r"(?P<year>[0-9]{2})"),
        ("MM", r"(?P<month>[0-9]{1,2})"), ("M", r"(?P<month>[0-9]{1,2})"),
        ("DD", r"(?P<day>[0-9]{1,2})"), ("D", r"(?P<day>[0-9]{1,2})"),
    ):  # fmt: skip
        if f"?P<{group[4:7]}" not in pattern:
            pattern = pattern.replace(token, group, 1)
    expression = re.compile(pattern)

    def read(text: str) -> dt.date | None:
        match = expression.fullmatch(folded(text))
        if match is None:
            return None
        year = match["year"]
        return _day(year if len(year) == 4 else f"20{year}", match["month"], match["day"])

    return read


def _spelled(date_format: str) -> str:
    """Return the format in Y, M, D tokens, whichever of the two habits it follows."""
    if "%" not in date_format:
        return date_format.upper()
    return date_format.replace("%Y", "YYYY").replace("%y", "YY").replace("%m", "MM").replace("%d", "DD")


def _read_short(plain: str, base_date: dt.date) -> dt.date | None:
    if match := _COMPACT.fullmatch(plain):
        return _day(match[1], match[2], match[3] or "1")
    if match := _DOTTED_MONTH.fullmatch(plain):
        return _day(match[1], match[2], "1")
    if _SERIAL.fullmatch(plain):
        return from_serial(int(plain), base_date)
    return None


def _range_start(text: str) -> dt.date | None:
    """Return the first day of a range whose start has a year; a bare hyphen ends only a whole day, so that 2025-07-45 is no range."""
    if len(text) > _LONGEST:
        return None
    plain = folded(text)
    for mark in reversed(list(_RANGE_MARK.finditer(plain))):
        start, end = plain[: mark.start()], plain[mark.end() :]
        whole_day = _DAY.fullmatch(start) or _DAY_ZH.fullmatch(start)
        if _RANGE_END.fullmatch(end) and (whole_day or mark[0] != "-") and (day := read_date(start)):
            return day
    return None


def _day(year: str, month: str, day: str) -> dt.date | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _monday(year: str, week: str) -> dt.date | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return dt.date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None
