"""How numbers are printed: 万 and 亿, %, 百分点, ¥, ×, signs and gaps; and one style for all numbers of an axis or column.

Every number is computed from raw values and rounded once, half away from zero; sums and differences of printed numbers may so differ by one in
the last digit, but a deviation never contradicts the actual value and the target beside it (`agreeing`).

Rules (board, §1 numbers and §7): U+2212 for minus, thousands commas, U+00A0 between number and unit, none before % × 万 亿; amounts of money
in 万元 up to 100 000 万元, then 亿元; other counts in 万 up to 10 000 万, then 亿; one decimal for rates, two for ratios.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from engine.base.diagnostics import Language
from engine.base.records import dataclass, replace
from engine.model.numbers import NumberStyle

MINUS = "\u2212"
NBSP = "\u00a0"
NO_VALUE = "—"
PERCENT = "%"
WAN, YI = 1e4, 1e8
MONEY_UNITS = frozenset({"元", "人民币", "¥", "CNY", "RMB"})
RATIO_UNITS = frozenset({"", "倍", "×", "x"})
SCORE_UNITS = frozenset({"分"})
_TIGHT = frozenset({"", "%", "‰", "×", "x", "°", "万", "亿", "K", "M", "B"})
_SCALED_UNITS = ("万", "亿", "千", "百万")


@dataclass(frozen=True, slots=True)
class _Step:
    """One scale: numbers from `start` on are divided by `divisor` and named `word`."""

    divisor: float
    start: float
    word: str


_ONE = _Step(1.0, 0.0, "")
_COUNTS_ZH = (_ONE, _Step(WAN, WAN, "万"), _Step(YI, YI, "亿"))
_MONEY_ZH = (_ONE, _Step(WAN, WAN, "万"), _Step(YI, 1e9, "亿"))
_COUNTS_EN = (_ONE, _Step(1e3, 1e4, "K"), _Step(1e6, 1e6, "M"), _Step(1e9, 1e9, "B"))


def format_number(raw: float | None, style: NumberStyle, *, signed: bool = False) -> str:
    """Return the number with its unit as pages print it; — when there is none. `signed` writes + before a positive number."""
    if raw is None:
        return NO_VALUE
    bare = format_bare(raw, replace(style, prefix="") if style.prefix else style, signed=signed)
    sign = bare[0] if bare[0] in "+" + MINUS else ""
    gap = "" if style.unit.split(" ")[0] in _TIGHT else NBSP
    return f"{sign}{style.prefix}{bare.removeprefix(sign)}{gap}{style.unit}"


def format_bare(raw: float | None, style: NumberStyle, *, signed: bool = False) -> str:
    """Return the number in the style's scale without the unit: for columns and axes that print the unit once."""
    if raw is None:
        return NO_VALUE
    rounded = rounded_half_up(style.scaled(raw), style.decimals)
    digits = f"{abs(rounded):,.{style.decimals}f}"
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}{style.prefix}{digits}"


def rounded_half_up(value: float, decimals: int) -> Decimal:
    """Round as people and spreadsheets do: half away from zero, on the decimal digits that would be shown."""
    return Decimal(repr(value)).quantize(_place(decimals), ROUND_HALF_UP)


@cache
def _place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


MOST_MORE = 2
"""Decimals that a style may gain so that printed figures agree."""


def agreeing(style: NumberStyle, pairs: Iterable[tuple[float | None, float | None]]) -> NumberStyle:
    """Return the style in which the printed difference of every pair of raw values is that of the printed values.

    Each number is computed from raw values and rounded once, so a deviation of −24.5 beside 120 and 95.5 would be printed −25 beside 120 and 96.
    Then all three get one decimal more, two at most; where even these do not agree the style stays. Rates keep their one decimal, and so do the
    parts of a metric, which share its style: with them the deviation alone gets another.
    """
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    for more in range(MOST_MORE + 1):
        decimals = style.decimals + more
        if all(_agree(a, b, style, decimals) for a, b in known):
            return style if not more else replace(style, decimals=decimals, office=office_format(decimals))
    return style


def _agree(a: float, b: float, style: NumberStyle, decimals: int) -> bool:
    printed = [rounded_half_up(style.scaled(raw), decimals) for raw in (a, b, a - b)]
    return printed[0] - printed[1] == printed[2]


def office_format(decimals: int) -> str:
    """Return the Excel number format for a scaled number of that many decimals."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def style_of(unit: str, *, divisor: float = 1.0, decimals: int = 0, prefix: str = "") -> NumberStyle:
    return NumberStyle(divisor, decimals, unit, office_format(decimals), prefix)


def percent_style(decimals: int = 1) -> NumberStyle:
    return style_of(PERCENT, divisor=0.01, decimals=decimals)


def points_style(language: Language, decimals: int = 1) -> NumberStyle:
    """Return the style of a difference between two rates: percentage points."""
    return style_of("个百分点" if language is Language.ZH else "pp", divisor=0.01, decimals=decimals)


def money_style(decimals: int = 0) -> NumberStyle:
    return style_of("", decimals=decimals, prefix="¥")


def wan_style(unit: str, values: Iterable[float], decimals: int | None = None) -> NumberStyle:
    """Return the style that prints in 万 whatever the size; `decimals` None: by the size."""
    return _scaled_style(unit, list(values), _COUNTS_ZH[1], decimals)


def yi_style(unit: str, values: Iterable[float], decimals: int | None = None) -> NumberStyle:
    """Return the style that prints in 亿 whatever the size; `decimals` None: two."""
    return _scaled_style(unit, list(values), _COUNTS_ZH[2], decimals)


FEW, READABLE = 10.0, 100.0
"""A number this many times the divisor of a scale is too long for the scale below it."""


def axis_style(values: Iterable[float | None], unit: str, language: Language, decimals: int | None = None) -> NumberStyle:
    """Return the one style that fits all these raw values: the scale of the greatest, decimals enough for the smallest.

    A unit that already names a scale (万元) is printed as it is; `%` takes ratios. `decimals` None: by unit and size.
    """
    if unit == PERCENT:
        return percent_style(1 if decimals is None else decimals)
    return _axis_style(tuple(value for value in values if value is not None), unit, _steps(unit, language), decimals)


@lru_cache(maxsize=256)
def _axis_style(known: tuple[float, ...], unit: str, steps: tuple[_Step, ...], decimals: int | None) -> NumberStyle:
    """Return the style of an axis; a metric asks with the same values for each of its parts."""
    chosen = steps[0]
    peak = max((abs(value) for value in known), default=0.0)
    for step in steps:
        style = _scaled_style(unit, known, chosen, decimals)
        reached = abs(float(rounded_half_up(style.scaled(peak), style.decimals))) * style.divisor
        if max(reached, peak) >= step.start and not _loses_small_values(known, step):
            chosen = step
    return _scaled_style(unit, known, chosen, decimals)


def _loses_small_values(values: Sequence[float], step: _Step) -> bool:
    """Tell whether a scale would print the smallest value with too few digits while a smaller one prints the greatest readably.

    A funnel from 2.3 亿 to 20 万 is told in 万: 23,000 … 20, not 2.30 … 0.00; a column from 1,234 to 49,360 as it is, not as 0.1 … 4.9 万.
    """
    smallest = min((abs(value) for value in values if value), default=0.0)
    greatest = max((abs(value) for value in values), default=0.0)
    if smallest < 0.5 * step.divisor and greatest < FEW * step.divisor:
        return True
    return smallest < 0.1 * step.divisor and greatest < READABLE * step.divisor


def _steps(unit: str, language: Language) -> tuple[_Step, ...]:
    if unit.startswith(_SCALED_UNITS):
        return (_ONE,)
    if language is Language.EN:
        return _COUNTS_EN
    return _MONEY_ZH if unit in MONEY_UNITS else _COUNTS_ZH


def _scaled_style(unit: str, values: Sequence[float], step: _Step, decimals: int | None) -> NumberStyle:
    scaled = [abs(value) / step.divisor for value in values]
    if decimals is None:
        decimals = _decimals(unit, scaled, step)
    name = step.word + unit if step.word in ("", "万", "亿") else f"{step.word} {unit}".rstrip()
    return style_of(name, divisor=step.divisor, decimals=decimals)


def _decimals(unit: str, scaled: list[float], step: _Step) -> int:
    peak = max(scaled, default=0.0)
    if not step.word and all(value == round(value) for value in scaled):
        return 0
    decimals = _decimals_at(unit, peak, step)
    smallest = min((value for value in scaled if value), default=1.0)
    while decimals < 2 and smallest < 10.0**-decimals:
        decimals += 1
    return decimals


def _decimals_at(unit: str, peak: float, step: _Step) -> int:
    match step.word:
        case "亿" | "B":
            return 2 if peak < 100 else 1
        case "万" if unit in MONEY_UNITS:
            return 1 if peak < 100 else 0
        case "M" if peak < 10:
            return 2
        case "万" | "K" | "M":
            return 1 if peak < 1000 else 0
    if unit in RATIO_UNITS:
        return 2 if peak < 100 else 1
    if unit in MONEY_UNITS:
        return 2 if peak < 10 else 1 if peak < 100 else 0
    return 2 if peak < 10 else 1 if peak < 1000 else 0
