"""Actual against target, against last year, against the whole: the field's own formulas, polarity and zero included.

Each function returns None where the figure does not exist; pages then print — and the ledger says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import Enum

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.model.facts import Better


class DeviationSign(Enum):
    """Which way 偏差值 counts: reviews print actual − target, the field's tracking table target − actual."""

    ACTUAL_MINUS_TARGET = "actual-target"
    TARGET_MINUS_ACTUAL = "target-actual"


class Change(Enum):
    """How a change over time is told: growth in %, percentage points for rates, or the plain difference for scores."""

    GROWTH = "growth"
    POINTS = "points"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Goal:
    """What a metric should reach: one value, or for `Better.RANGE` the bounds `low`–`high` (then `value` is None)."""

    better: Better
    value: float | None = None
    low: float | None = None
    high: float | None = None


NO_TARGET = Phrase("没有目标值", "there is no target")
NO_ACTUAL = Phrase("没有实际值", "there is no actual value")
ZERO_BASE = Phrase("基数为 0，比率无意义", "the base is 0, so a ratio has no meaning")
NEGATIVE_BASE = Phrase("对比期为负数，增长率无意义", "the base is negative, so a growth rate has no meaning")
NO_BASE = Phrase("没有对比期的数据", "there are no data for the period compared with")

NO_PERIOD = Phrase("日历上没有对应的期间（如去年没有第 53 周）", "the calendar has no such period (last year had no week 53, say)")


def partial_base(missing: Sequence[dt.date]) -> Phrase:
    """Return why a period with missing months or weeks is no base."""
    days = [day.isoformat() for day in missing[:3]]
    more_zh, more_en = (" 等", " and others") if len(missing) > 3 else ("", "")
    zh, en = "、".join(days), ", ".join(days)
    return Phrase(f"对比期缺 {zh}{more_zh} 的数据", f"the period compared with lacks {en}{more_en}")


def attainment(actual: float, goal: Goal) -> float | None:
    """Return 完成率 as a ratio (1.0: on target), None when it does not exist.

    Higher is better: actual ÷ target. Lower is better: target ÷ actual (board, DESIGN-SYSTEM §4). Range: 1 inside, else how near the
    missed bound is: actual ÷ low or high ÷ actual. With a negative number in it (a planned loss) the quotient would turn around, so the
    deviation is measured against the size of the target instead: 1 ± (actual − target) ÷ |target|, which is the same for positive numbers.
    """
    if goal.better is Better.RANGE:
        return _nearness(actual, goal)
    if goal.value is None:
        return None
    if goal.better is Better.LOWER:
        return _lower_attainment(actual, goal.value)
    return None if goal.value == 0 else 1 + (actual - goal.value) / abs(goal.value)


def attainment_formula(stem: str, actual: float | None, goal: Goal) -> str:
    """Return how `attainment` came about, for the ledger; the numbers decide, since a negative one or a target of 0 is reckoned otherwise."""
    gap = f"({stem}.actual − {stem}.target) ÷ |{stem}.target|"
    negative = goal.value is not None and goal.value < 0
    match goal.better:
        case Better.HIGHER:
            return f"1 + {gap} (negative target)" if negative else f"{stem}.actual ÷ {stem}.target"
        case Better.LOWER if goal.value == 0:
            return f"1 if {stem}.actual = 0 else 0 (lower is better, target 0)"
        case Better.LOWER if goal.value is not None and actual is not None and (negative or actual < 0):
            return f"1 − {gap} (lower is better, negative number)"
        case Better.LOWER:
            return f"{stem}.target ÷ {stem}.actual (lower is better)"
        case Better.RANGE:
            return f"1 inside {stem}.target, else nearness to the missed bound"


def deviation(actual: float, target: float, sign: DeviationSign = DeviationSign.ACTUAL_MINUS_TARGET) -> float:
    """Return 偏差值 in base units: actual − target, or target − actual where the tracking table's header says so (DOCUMENTS, vocabulary)."""
    return actual - target if sign is DeviationSign.ACTUAL_MINUS_TARGET else target - actual


def deviation_rate(actual: float, target: float) -> float | None:
    """Return 偏差率 = 实际 ÷ 目标 − 1 as a ratio (DOCUMENTS, vocabulary), None for a target of 0; polarity plays no part in it.

    From a negative target it is measured against its size, so that less of a planned loss is a positive rate.
    """
    return None if target == 0 else (actual - target) / abs(target)


def deviation_rate_formula(stem: str, target: float | None) -> str:
    """Return how `deviation_rate` came about, for the ledger."""
    if target is not None and target < 0:
        return f"({stem}.actual − {stem}.target) ÷ |{stem}.target| (negative target)"
    return f"{stem}.actual ÷ {stem}.target − 1"


def change(actual: float, base: float, kind: Change) -> float | None:
    """Return 同比 or 环比: growth = actual ÷ base − 1, or the difference in base units (rates: as a ratio).

    None for growth from 0 or from a negative base: from a loss of 2 to a gain of 1 is no −150 %.
    """
    if kind is Change.GROWTH:
        return None if base <= 0 else (actual - base) / base
    return actual - base


def no_growth(base: float) -> Phrase:
    """Return why there is no growth rate from this base."""
    return NEGATIVE_BASE if base < 0 else ZERO_BASE


def share(part: float, whole: float) -> float | None:
    """Return 贡献度: the part's share of the whole as a ratio, None for a whole of 0."""
    return None if whole == 0 else part / whole


def _lower_attainment(actual: float, target: float) -> float | None:
    if actual > 0 and target > 0:
        return target / actual
    if target == 0:
        return 1.0 if actual == 0 else 0.0 if actual > 0 else None
    return None if actual == 0 else 1 - (actual - target) / abs(target)


def _nearness(actual: float, goal: Goal) -> float | None:
    if goal.low is not None and actual < goal.low:
        return actual / goal.low if goal.low > 0 else None
    if goal.high is not None and actual > goal.high:
        return goal.high / actual if actual > 0 else None
    return 1.0
