"""Jinja filters for numbers: `wan yi pct pp money signed number`. On a fact they make another look of it, on a plain number text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from engine.base.diagnostics import Language, Phrase
from engine.metrics.numbers import format_number, money_style, percent_style, points_style, style_of, wan_style, yi_style
from engine.metrics.problems import wrong_type
from engine.metrics.quantity import Quantity
from engine.model.numbers import NumberStyle

MAX_DECIMALS = 6

Filter = Callable[..., object]


@cache
def filters(language: Language) -> Mapping[str, Filter]:
    """Return the filters by name, the very same for all reports of a language."""

    def wan(value: object, decimals: int | None = None) -> object:
        """In 万 with the unit."""
        return _restyle(value, "wan", decimals, lambda raw, unit: wan_style(unit, [raw], decimals))

    def yi(value: object, decimals: int | None = None) -> object:
        """In 亿 with the unit."""
        return _restyle(value, "yi", decimals, lambda raw, unit: yi_style(unit, [raw], decimals))

    def pct(value: object, decimals: int = 1) -> object:
        """A ratio in %, without a sign."""
        return _restyle(value, "pct", decimals, lambda _raw, _unit: percent_style(decimals))

    def pp(value: object, decimals: int = 1) -> object:
        """A difference of ratios in percentage points."""
        return _restyle(value, "pp", decimals, lambda _raw, _unit: points_style(language, decimals))

    def money(value: object, decimals: int = 0) -> object:
        """¥ and thousands."""
        return _restyle(value, "money", decimals, lambda _raw, _unit: money_style(decimals))

    def number(value: object, decimals: int = 0) -> object:
        """Digits only, with thousands commas."""
        return _restyle(value, "number", decimals, lambda _raw, _unit: style_of("", decimals=decimals))

    def signed(value: object) -> object:
        """With + or − in front."""
        if isinstance(value, Quantity):
            return value.with_sign()
        return format_number(_number(value), style_of("", decimals=0 if _number(value).is_integer() else 1), signed=True)

    return MappingProxyType({"wan": wan, "yi": yi, "pct": pct, "pp": pp, "money": money, "number": number, "signed": signed})


def _restyle(value: object, name: str, decimals: int | None, style: Callable[[float, str], NumberStyle]) -> object:
    if decimals is not None and not (type(decimals) is int and 0 <= decimals <= MAX_DECIMALS):
        raise wrong_type(
            str(decimals), Phrase(f"小数位是 0 到 {MAX_DECIMALS} 的整数", f"decimals are a whole number from 0 to {MAX_DECIMALS}")
        )
    if isinstance(value, Quantity):
        plain = value if not value.look.signed or name == "pp" else value.without_sign()
        chosen = style(value.value if value.value is not None else 0.0, value.unit)
        return plain.restyled(chosen, name if decimals is None else f"{name}{decimals}")
    raw = _number(value)
    return format_number(raw, style(raw, ""))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong_type(str(value), Phrase("数字格式只能用于数", "number filters need a number"))
    return float(value)
