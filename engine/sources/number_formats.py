"""What a cell's number format makes of its figure: a date, a percentage or a plain number (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from enum import Enum


class Shown(Enum):
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


_PERCENT_IDS = frozenset({9, 10})
_DATE_IDS = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58})  # 27-58: what 年月日 formats are in a Chinese Excel
_QUOTED = re.compile(r'"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]')
_MARKS_OF_DATES = re.compile(r"[yde年月日]|m", re.IGNORECASE)
_MARKS_OF_TIMES = re.compile(r"[hs时分秒]", re.IGNORECASE)
_DAY_OR_YEAR = re.compile(r"[yd年月日]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_WORDS = re.compile(r"general|g/通用格式|am/pm|a/p|上午/下午|e\+|e-", re.IGNORECASE)


def shown_by_id(format_id: int) -> Shown:
    """Return what a built-in format shows; times of day without a date count as numbers."""
    if format_id in _PERCENT_IDS:
        return Shown.PERCENT
    return Shown.DATE if format_id in _DATE_IDS else Shown.NUMBER


def shown_by_code(code: str) -> Shown:
    """Return what a custom format code shows, judged by its first section without quoted text, colours and locale."""
    first = code.split(";", 1)[0]
    unit_is_percent = "%" in re.sub(r'"[^"]*"|\\.|!.', "", first)
    if unit_is_percent:
        return Shown.PERCENT
    if _ELAPSED.search(first):
        return Shown.NUMBER
    unquoted = first.replace('"年"', "年").replace('"月"', "月").replace('"日"', "日")
    bare = _WORDS.sub("", _QUOTED.sub("", unquoted))
    if re.search(r"[0#?]", bare):
        return Shown.NUMBER
    if _DAY_OR_YEAR.search(bare):
        return Shown.DATE
    if _MARKS_OF_DATES.search(bare) and not _MARKS_OF_TIMES.search(bare):
        return Shown.DATE  # months alone: `m` beside hours or seconds means minutes
    return Shown.NUMBER
