"""Printed numbers of headings, lists and pages: 一、（一） 1. （1） in Chinese, 1 1.1 and so on in English; roman numerals for front matter."""

from __future__ import annotations

from engine.base.diagnostics import Language

_DIGITS = "零一二三四五六七八九"
_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int) -> str:
    """Return 1 to 99 in Chinese characters (十二, 二十); larger numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def heading_number(level: int, path: tuple[int, ...], language: Language) -> str:
    """Return what stands before a heading of a level from 1 to 4; `path` are its counters from level 1 down."""
    number = path[level - 1]
    if language is Language.ZH:
        return (f"{chinese(number)}、", f"（{chinese(number)}）", f"{number}. ", f"（{number}）")[level - 1]
    return f"({number}) " if level == 4 else ".".join(map(str, path[:level])) + " "


def item_number(number: int, language: Language) -> str:
    """Return the number of a list item."""
    return f"（{number}）" if language is Language.ZH else f"({number})"


def roman(number: int) -> str:
    """Return a small number in lower-case roman numerals."""
    out = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        out += sign * count
    return out
