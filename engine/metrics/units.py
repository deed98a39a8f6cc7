"""Units in arithmetic: what can be added, and the unit of a sum, a product and a quotient. Raw numbers are in base units; None is a bare number."""

from __future__ import annotations

from engine.metrics.formula import Operator
from engine.metrics.numbers import MONEY_UNITS, PERCENT

UNKNOWN = ""
"""The unit of table cells and plain ratios: it goes with any other."""
_RATIOS = frozenset({PERCENT, "倍", "×", "x"})
_FAMILIES = (
    MONEY_UNITS,
    _RATIOS,
    frozenset({"人", "位", "名"}),
    frozenset({"单", "笔"}),
    frozenset({"件", "个"}),
)
"""Units that are words for one thing. 万元 is not 元: its raw numbers are ten thousand times smaller."""


class UnlikeUnits(ValueError):
    """Two units that cannot be added, or two amounts of money that are multiplied."""


def are_alike(one: str, other: str) -> bool:
    """Tell whether two units measure one thing; an unknown one may."""
    return one == other or UNKNOWN in (one, other) or any(one in family and other in family for family in _FAMILIES)


def unit_of_result(operator: Operator, left: str | None, right: str | None) -> str:
    """Return the unit of left operator right; raises UnlikeUnits. At least one side is no bare number."""
    match operator:
        case Operator.ADD | Operator.SUBTRACT:
            return _sum(left, right)
        case Operator.MULTIPLY:
            return _product(left, right)
        case Operator.DIVIDE:
            return _quotient(left, right)


def _sum(left: str | None, right: str | None) -> str:
    if left is not None and right is not None and not are_alike(left, right):
        raise UnlikeUnits
    return left or right or UNKNOWN


def _product(left: str | None, right: str | None) -> str:
    """元/单 × 单 and 元 × 单 are money, 单 × % are orders; what two other units make is not known."""
    known = [unit for unit in (left, right) if unit is not None]
    measured = [unit for unit in known if unit != UNKNOWN and unit not in _RATIOS]
    if len(measured) < 2:
        return measured[0] if measured else known[0]
    for one, other in (measured, reversed(measured)):
        whole, _, each = one.partition("/")
        if each and are_alike(each, other):
            return whole
    money = [unit for unit in measured if unit in MONEY_UNITS]
    if len(money) == 2:
        raise UnlikeUnits
    return money[0] if money else UNKNOWN


def _quotient(left: str | None, right: str | None) -> str:
    """元 ÷ 元 is a plain ratio, 元 ÷ % is money, 元 ÷ 元/单 are orders; 元 ÷ 单 is left to the author, who knows what it is called."""
    if left is None:
        return UNKNOWN
    if right is None or (left not in _RATIOS and (right == UNKNOWN or right in _RATIOS)):
        return left
    whole, _, each = right.partition("/")
    return each if each and whole == left else UNKNOWN
