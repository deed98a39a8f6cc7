"""Dates that a file states in words: how far its data reach (数据截至 2025-06-30), and the period that its title names (2025 年上半年).

Only what leaves no doubt is taken: a date beside a word for data, a title with one period. A month reaches to its last day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence

_MONTHS = tuple(name.lower() for name in calendar.month_abbr)
_EN_MONTH = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = r"(?P<year>20\d{2})"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}\s*[-/.]\s*(?P<month>\d{{1,2}})\s*[-/.]\s*(?P<day>\d{{1,2}})(?!\d)",
        rf"{_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*[日号]",
        rf"{_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月(?:\s*[底末])?(?!\s*\d)",
        r"(?<![\d年])(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]",
        r"(?<![\d年])(?P<month>\d{1,2})\s*月(?:\s*[底末])?(?!\s*\d)",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_EN_MONTH},?\s+{_YEAR}",
        rf"{_EN_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_EN_MONTH},?\s+{_YEAR}",
    )
)
_LEADS = re.compile(
    r"(?:数据|统计|取数)[^，。；;,\n\d]{0,10}?(?:截[至止](?:到|于|日期|时间)?|更新[至到于]|更新(?:时间|日期))\s*[:：为是]?\s*(?=[\d])"
    r"|截[至止]到?\s*(?=20\d{2})(?=[^，。；;\n]{4,14}(?:的)?数据)"
    r"|(?:数据|统计)(?:周期|区间|时间|范围|期间|期)\s*[:：为是]?\s*(?:20\d{2}\s*[-/.年]\s*)?\d{1,2}\s*(?:[-/.月]\s*(?:\d{1,2}\s*[日号]?)?)?"
    r"\s*(?:至|到|[-—–~～]+)\s*(?=\d)"
    r"|\b(?:data|figures|source)\b[^.;\n]{0,40}?\b(?:as\s+(?:of|at)|through|thru|up\s+to|until|cut-?off(?:\s+date)?|updated(?:\s+(?:on|to))?)\s*:?\s*"
    r"(?=\d|[A-Z][a-z]{2})",
    re.IGNORECASE,
)
_OTHER = re.compile(r"去年|上年|同期|历史|基期|竞品|行业|对比期|上期|last year|prior|previous|baseline|industry|competitor", re.IGNORECASE)
"""Words of data that are meant to be older, or are somebody else's."""
_PLAN = re.compile(r"计划|规划|预算|展望|预测|目标|方案|\b(?:plan|planning|budget|outlook|forecast|roadmap)\b", re.IGNORECASE)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_PERIODS = re.compile(
    r"(?P<year>20\d{2})\s*年?\s*(?:(?P<half>[上下])半年|H(?P<h>[12])|第?(?P<q>[一二三四1-4])季度?|Q(?P<qq>[1-4])"
    r"|(?P<month>\d{1,2})月(?:份|报|度)?(?!\s*\d)|年?度?(?P<whole>年度|年终|全年))"
    r"|\bH(?P<h2>[12])\s*(?:of\s+)?(?P<year2>20\d{2})|\bQ(?P<q2>[1-4])\s*(?:of\s+)?(?P<year3>20\d{2})",
    re.IGNORECASE,
)


def stated_days(lines: Sequence[str], year: int | None) -> Iterator[tuple[str, dt.date]]:
    """Yield the days up to which data reach, as lines state them, with the words. `year` is that of dates without one; None leaves those out."""
    for line in lines:
        for lead in _LEADS.finditer(line):
            found = _date(line, lead.end(), year)
            if found is not None and not _OTHER.search(line[: lead.end()]):
                end, day = found
                yield line[lead.start() : end].strip(), day


def stated_period(lines: Sequence[str]) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of the one period that the lines of a title page name; None for none, several, or a plan."""
    if any(_PLAN.search(line) for line in lines):
        return None
    titles = [line for line in lines if not _LEADS.search(line)]
    found = {period for line in titles for match in _PERIODS.finditer(line) if (period := _period(match)) is not None}
    return found.pop() if len(found) == 1 else None


def _date(line: str, start: int, year: int | None) -> tuple[int, dt.date] | None:
    """Return where a date that begins at a place ends, and which it is."""
    for pattern in _DATES:
        match = pattern.match(line, start)
        if match is None:
            continue
        said = match.groupdict()
        number = int(said["year"]) if said.get("year") else year
        month = int(said["month"]) if said.get("month") else _MONTHS.index(str(said.get("name"))[:3].lower())
        if number is None or not 1 <= month <= len(_MONTHS) - 1:
            return None
        last = calendar.monthrange(number, month)[1]
        day = int(said["day"]) if said.get("day") else last
        return (match.end(), dt.date(number, month, day)) if 1 <= day <= last else None
    return None


def _period(match: re.Match[str]) -> tuple[dt.date, dt.date] | None:
    said = match.groupdict()
    year = int(said["year"] or said["year2"] or said["year3"])
    half = "2" if said["half"] == "下" else "1" if said["half"] else said["h"] or said["h2"]
    quarter = said["q"] or said["qq"] or said["q2"]
    if half:
        return _months(year, 6 * int(half) - 5, 6 * int(half))
    if quarter:
        number = _QUARTERS[quarter]
        return _months(year, 3 * number - 2, 3 * number)
    if said["month"]:
        month = int(said["month"])
        return _months(year, month, month) if 1 <= month <= len(_MONTHS) - 1 else None
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
