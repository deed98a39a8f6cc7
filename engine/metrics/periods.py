"""Reporting periods: what a code such as `2025H1` means, the period before it, and how much of it has passed."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import Enum

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass
from engine.model.report import Period

ONE_DAY = dt.timedelta(days=1)
DAILY = 0.8
"""Share of the days between first and last that a daily series names at least; the rest are days without business."""
MOST_MISSING = 0.1
"""Share of the days of a daily base that may lack: days without business."""
_HALVES = {1: Phrase("上半年", "H1"), 2: Phrase("下半年", "H2")}
_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_PATTERN = re.compile(
    r"(?P<year>\d{4})(?:年|"
    r"[-年]?H(?P<half>[12])|"
    r"[-年]?Q(?P<quarter>[1-4])|"
    r"-W(?P<week>\d{2})|"
    r"-(?P<month>\d{2}))?"
)
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


class Step(Enum):
    """What a shift counts in; PERIOD is the length of the period itself."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    PERIOD = "period"


class Rhythm(Enum):
    """How the dates of a table go on: a row a day, a week, a month, or as things happen."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far back a comparison looks: `count` steps."""

    count: int
    step: Step


ONE_YEAR = Shift(1, Step.YEAR)
ONE_PERIOD = Shift(1, Step.PERIOD)
_STEP_WORDS = {
    "天": Step.DAY,
    "日": Step.DAY,
    "周": Step.WEEK,
    "月": Step.MONTH,
    "个月": Step.MONTH,
    "季": Step.QUARTER,
    "季度": Step.QUARTER,
    "个季度": Step.QUARTER,
    "年": Step.YEAR,
    "期": Step.PERIOD,
}
_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}


def parse_period(code: str, language: Language = Language.ZH) -> Period | None:
    """Return the period that `code` names (2025 · 2025H1 · 2025Q3 · 2025-09 · 2025-W36 · from..to), None when it names none."""
    code = code.strip()
    if (span := _RANGE.fullmatch(code)) is not None:
        return _range(code, span[1], span[2])
    match = _PATTERN.fullmatch(code.upper())
    if match is None or not _FIRST_YEAR <= int(match["year"]) <= _LAST_YEAR:
        return None
    year = int(match["year"])
    zh = language is Language.ZH
    if match["half"]:
        half = int(match["half"])
        return _months(code, f"{year} 年{_HALVES[half].zh}" if zh else f"H{half} {year}", year, 6 * half - 5, 6)
    if match["quarter"]:
        quarter = int(match["quarter"])
        return _months(code, f"{year} 年第 {quarter} 季度" if zh else f"Q{quarter} {year}", year, 3 * quarter - 2, 3)
    if match["week"]:
        return _week(code, year, int(match["week"]), zh=zh)
    if match["month"]:
        month = int(match["month"])
        if not 1 <= month <= 12:
            return None
        return _months(code, f"{year} 年 {month} 月" if zh else f"{_MONTH_NAMES[month - 1]} {year}", year, month, 1)
    return _months(code, f"{year} 年" if zh else str(year), year, 1, 12)


def parse_shift(text: str) -> Shift | None:
    """Return `1 month`, `2 weeks`, `1 个月`, `1 period` as a shift, None when it is none or not positive."""
    match = re.fullmatch(r"(\d{1,3})\s*(\S+)", text.strip())
    if match is None or int(match[1]) == 0:
        return None
    word = match[2].lower()
    names = {step.value: step for step in Step} | {f"{step.value}s": step for step in Step} | _STEP_WORDS
    step = names.get(word)
    return None if step is None else Shift(int(match[1]), step)


def shifted(period: Period, shift: Shift) -> Period | None:
    """Return the period that lies `shift` earlier; None when the calendar has none (week 53 in a year of 52, before year 1).

    Whole months stay whole months (28 February ↔ 29 February), an ISO week moved by years keeps its number, any other range keeps
    its length when moved by days and clamps to the month's end when moved by months.
    """
    try:
        return _shifted(period, shift)
    except (ValueError, OverflowError):  # the calendar of the standard library ends at year 1
        return None


def _shifted(period: Period, shift: Shift) -> Period | None:
    if shift.step is Step.PERIOD:
        return _back_by_own_length(period, shift.count)
    if shift.step in (Step.DAY, Step.WEEK):
        days = dt.timedelta(days=shift.count * (7 if shift.step is Step.WEEK else 1))
        return _dated(period.start - days, period.end - days)
    if _is_iso_week(period) and shift.step is Step.YEAR:
        year, week, _ = period.start.isocalendar()
        return parse_period(f"{year - shift.count}-W{week:02}")
    return _back_by_months(period, shift.count * _MONTHS[shift.step])


def shifted_until(period: Period, shift: Shift, day: dt.date | None, rhythm: Rhythm = Rhythm.DAYS) -> Period | None:
    """Return the period that lies `shift` earlier, no longer than what has passed of this one by `day`; None: all of it.

    Months are cut at the same date (the last of a month at the last), weeks at the same weekday, other ranges after as many days; weekly
    data of a year ago after as many weeks, for the same date would cut one in two.
    """
    earlier = shifted(period, shift)
    if earlier is None or day is None or not period.start <= day < period.end:
        return earlier
    if not _is_whole_months(period):
        return until(earlier, earlier.start + (day - period.start))
    if rhythm is Rhythm.WEEKS and shift.step is Step.YEAR:
        return until(earlier, day - shift.count * 52 * 7 * ONE_DAY)
    months = (period.start.year - earlier.start.year) * 12 + period.start.month - earlier.start.month
    cut = _add_months(day, -months)
    return until(earlier, _month_end(cut) if day == _month_end(day) else cut)


def elapsed(period: Period, today: dt.date) -> float:
    """Return 时间进度: the share of the period's days that have passed, the day itself included; 0 before it, 1 after it."""
    total = (period.end - period.start).days + 1
    passed = (min(today, period.end) - period.start).days + 1
    return max(0, passed) / total


def until(period: Period, day: dt.date) -> Period:
    """Return the part of the period up to `day`, the day inside; the whole period when it ends earlier or begins later."""
    if not period.start <= day < period.end:
        return period
    return _dated(period.start, day)


def year_of(period: Period) -> Period:
    """Return the calendar year that the period belongs to; an ISO week belongs to the year of its Thursday (ISO 8601)."""
    year = (period.start + 3 * ONE_DAY).year if _is_iso_week(period) else period.start.year
    return Period(str(year), str(year), dt.date(year, 1, 1), dt.date(year, 12, 31))


def rhythm_of(days: Iterable[dt.date]) -> Rhythm:
    """Return the rhythm in which a column of dates goes on."""
    known = set(days)
    if len(known) < 2:
        return Rhythm.NONE
    if all(day.day == 1 for day in known):
        return Rhythm.MONTHS
    if len({day.isoweekday() for day in known}) == 1:
        return Rhythm.WEEKS
    return Rhythm.DAYS if len(known) >= DAILY * ((max(known) - min(known)).days + 1) else Rhythm.NONE


def reach(days: Collection[dt.date], period: Period) -> dt.date | None:
    """Return the last day that a column of dates has data for, None when the dates follow no rhythm (events, not a series).

    Firsts of months stand for whole months, Mondays for whole weeks; the same other weekday for the week that ends there, and a week
    cut by the period's end counts as complete.
    """
    rhythm, last = rhythm_of(days), max(days, default=None)
    if last is None or rhythm is Rhythm.NONE:
        return None
    if rhythm is Rhythm.MONTHS:
        return _month_end(last)
    if rhythm is Rhythm.DAYS:
        return last
    if last.isoweekday() == 1:
        return last + 6 * ONE_DAY
    return period.end if last <= period.end < last + 7 * ONE_DAY else last


def gaps(days: Collection[dt.date], period: Period) -> tuple[dt.date, ...]:
    """Return the days of a period that a column of dates should have and has not; none where dates follow no rhythm (events).

    Of a daily column, a weekday that it mostly lacks is expected nowhere.
    """
    known, whole = set(days), (period.end - period.start).days + 1
    expected = (period.start + step * ONE_DAY for step in range(whole))
    match rhythm_of(known):
        case Rhythm.MONTHS:
            return tuple(day for day in expected if day.day == 1 and day not in known)
        case Rhythm.WEEKS:
            weekday = next(iter(known)).isoweekday()
            return tuple(day for day in expected if day.isoweekday() == weekday and day not in known)
        case Rhythm.DAYS:
            usual = _usual_weekdays(known)
            return tuple(day for day in expected if day.isoweekday() in usual and day not in known)
        case Rhythm.NONE:
            return ()


def is_base(missing: Sequence[dt.date], days: Collection[dt.date], period: Period) -> bool:
    """Tell whether a period that lacks some days can be compared with: no month or week may be missing, of its days one in ten."""
    whole = (period.end - period.start).days + 1
    return not missing or (rhythm_of(days) is Rhythm.DAYS and len(missing) <= MOST_MISSING * whole)


def _usual_weekdays(days: Collection[dt.date]) -> frozenset[int]:
    """Return the weekdays (1 is Monday) that a daily series has at least every second time."""
    first, whole = min(days), (max(days) - min(days)).days + 1
    there = Counter(day.isoweekday() for day in days)
    possible = Counter((first + step * ONE_DAY).isoweekday() for step in range(whole))
    return frozenset(weekday for weekday, count in there.items() if count * 2 >= possible[weekday])


def _months(code: str, label: str, year: int, first: int, count: int) -> Period:
    start = dt.date(year, first, 1)
    return Period(code, label, start, _month_end(_add_months(start, count - 1)))


def _week(code: str, year: int, week: int, *, zh: bool) -> Period | None:
    try:
        start = dt.date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    label = f"{year} 年第 {week} 周" if zh else f"Week {week}, {year}"
    return Period(code, label, start, start + 6 * ONE_DAY)


def _range(code: str, first: str, last: str) -> Period | None:
    try:
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        return None
    if not _FIRST_YEAR <= start.year <= end.year <= _LAST_YEAR or start > end:
        return None
    return Period(code, f"{first} – {last}", start, end)


def _dated(start: dt.date, end: dt.date) -> Period:
    return Period(f"{start}..{end}", f"{start} – {end}", start, end)


def _is_whole_months(period: Period) -> bool:
    return period.start.day == 1 and period.end == _month_end(period.end)


def _is_iso_week(period: Period) -> bool:
    return period.start.isoweekday() == 1 and period.end - period.start == 6 * ONE_DAY


def _back_by_own_length(period: Period, count: int) -> Period:
    if _is_whole_months(period):
        months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
        return _back_by_months(period, count * months)
    days = (period.end - period.start + ONE_DAY) * count
    return _dated(period.start - days, period.end - days)


def _back_by_months(period: Period, months: int) -> Period:
    start, end = _add_months(period.start, -months), _add_months(period.end, -months)
    return _dated(start, _month_end(end) if _is_whole_months(period) else end)


def _add_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
