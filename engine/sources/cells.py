"""The grammar of cells that are numbers, and the marks that mean "no data".

A number may be written with thousands separators (`1,234`, `1，234`, `1 234`), a money sign, 千 万 百万 亿, % or ‰, full-width characters,
and negative with a sign or in parentheses. Everything else is text: `1e5`, `1_000`, `nan`, `inf`, digits of other scripts, and codes
such as `017` or sixteen digits in a row, which would not survive being a number.
"""

from __future__ import annotations

import re
import unicodedata

from engine.base.records import dataclass

MISSING_ANYWHERE = frozenset({"", "-", "--", "—", "——", "–", "―", "−", "－", "N/A", "n/a", "暂无"})
"""Marks of a missing value in any column. In a text column `无` or `/` may be an answer, so those are in the wider set only."""

MISSING_IN_FIGURES = MISSING_ANYWHERE | {
    "/",
    "／",
    "\\",
    "NA",
    "空",
    "无",
    "暂无数据",
    "无数据",
    "未统计",
    "null",
    "NULL",
    "None",
    "待定",
    "TBD",
}
"""Marks of a missing value in columns of numbers or dates."""

ERROR_VALUES = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "#GETTING_DATA"})

_POWERS = {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12}
_RATES = {"%": -2, "‰": -3}
_LONGEST = 64
_MOST_DIGITS = 15  # a float keeps 15 decimal digits of a whole number exactly; longer ones are order numbers
_NUMBER = re.compile(
    r"""
    (?P<open>\()? \s*
    (?P<sign>[+-])? \s*
    (?P<money>¥|US\$|\$|€|£|RMB|CNY|人民币)? \s*
    (?P<late_sign>[+-])?
    (?P<whole>[0-9]{1,3}(?:,[0-9]{3})+ | [0-9]{1,3}(?:\ [0-9]{3})+ | [0-9]+ | (?=\.[0-9]))
    (?:\.(?P<fraction>[0-9]{1,30}))?
    \s* (?P<power>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?
    \s* (?P<suffix>%|‰|元|人民币|RMB)? \s*
    (?P<close>\))?
    """,
    re.VERBOSE,
)
_CODE = re.compile(r"0[0-9]+|[0-9]{16,}")
_SWAP_COMMA_AND_POINT = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in base units (1.2万 → 12000.0, 85% → 0.85). `rate` says it was written with % or ‰."""

    value: float
    rate: bool = False


def folded(text: str) -> str:
    """Return the cell with full-width characters made narrow and the minus sign made a hyphen. Never for prose: it flattens `，` too."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()


def read_number(text: str, *, decimal_comma: bool = False) -> Number | None:
    """Return the number a cell says, None when it says none. With `decimal_comma`, `1.234,5` is 1234.5."""
    if len(text) > _LONGEST or (not text.isascii() and any(unicodedata.category(character) == "No" for character in text)):
        return None  # ² and ① would fold into plain digits
    plain = folded(text)
    if decimal_comma:
        plain = plain.translate(_SWAP_COMMA_AND_POINT)
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    whole = match["whole"].replace(",", "").replace(" ", "")
    if len(whole) > _MOST_DIGITS or (len(whole) > 1 and whole[0] == "0"):
        return None
    signs = [sign for sign in (match["sign"], match["late_sign"]) if sign]
    in_parentheses = match["open"] is not None
    if in_parentheses != (match["close"] is not None) or len(signs) + in_parentheses > 1:
        return None
    suffix = match["suffix"] or ""
    rate = suffix in _RATES
    if rate and (match["power"] or match["money"]):
        return None
    exponent = _POWERS[match["power"] or ""] + _RATES.get(suffix, 0)
    # the scale goes into the exponent of the literal, so 0.29万 is 2900 and not 2899.9999999999995
    size = float(f"{whole or 0}.{match['fraction'] or 0}e{exponent}")
    negative = in_parentheses or "-" in signs
    return Number(-size if negative and size else size, rate)


def is_code(text: str) -> bool:
    """Tell whether a cell is a code made of digits: a leading zero (`017`) or more digits than a number keeps."""
    return _CODE.fullmatch(folded(text)) is not None


# Control characters, surrogates, non-characters; private use, which is ours for marks of facts; what turns the direction of the text behind it.
_HOSTILE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufffe\uffff"
    "\ue000-\uf8ff\U000f0000-\U0010ffff\u202a-\u202e\u2066-\u2069]"
)
_INVISIBLE_EDGES = "\u200b\u200c\u200d\ufeff\u2060"


def cleaned(text: str) -> str:
    """Return the text of a cell without surrounding blanks, invisible edges and characters that no document can hold."""
    if text.isprintable():  # neither control nor invisible characters nor line ends
        return text.strip()
    return _HOSTILE.sub("", text).replace("\r\n", "\n").strip().strip(_INVISIBLE_EDGES).strip()
