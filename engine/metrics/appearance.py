"""How a metric's numbers look: one style for actual, target and deviation, chosen by unit, size and the definition's wishes."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Language
from engine.metrics.compare import Change
from engine.metrics.definition import Metric, NumberForm
from engine.metrics.literals import POINT_UNITS
from engine.metrics.numbers import (
    MONEY_UNITS,
    PERCENT,
    SCORE_UNITS,
    axis_style,
    money_style,
    percent_style,
    points_style,
    style_of,
    wan_style,
    yi_style,
)
from engine.model.numbers import NumberStyle


def metric_style(metric: Metric, values: Sequence[float | None], language: Language) -> NumberStyle:
    """Return the style that fits all of a metric's numbers (actual and target, in base units)."""
    known = [value for value in values if value is not None]
    decimals = metric.format.decimals
    if metric.unit in POINT_UNITS:
        return points_style(language, 1 if decimals is None else decimals)
    match metric.format.form:
        case NumberForm.AUTO:
            return axis_style(known, base_unit(metric), language, decimals)
        case NumberForm.PERCENT:
            return percent_style(1 if decimals is None else decimals)
        case NumberForm.WAN:
            return wan_style(metric.unit, known, decimals)
        case NumberForm.YI:
            return yi_style(metric.unit, known, decimals)
        case NumberForm.MONEY:
            return money_style(0 if decimals is None else decimals)
        case NumberForm.RATIO:
            return style_of(metric.unit, decimals=2 if decimals is None else decimals)
        case NumberForm.NUMBER:
            return style_of(metric.unit, decimals=0 if decimals is None else decimals)


def base_unit(metric: Metric) -> str:
    """Return the unit the metric is measured in; rates and differences of rates are in %."""
    return PERCENT if metric.format.form is NumberForm.PERCENT or metric.unit in POINT_UNITS else metric.unit


def is_rate(metric: Metric) -> bool:
    return base_unit(metric) == PERCENT


def change_kind(metric: Metric) -> Change:
    """Return how 同比 and 环比 are told: as the definition says, else points for rates, the difference for scores, growth for the rest."""
    if metric.format.change is not None:
        return metric.format.change
    if is_rate(metric):
        return Change.POINTS
    return Change.DIFFERENCE if metric.unit in SCORE_UNITS else Change.GROWTH


def change_style(metric: Metric, kind: Change, own: NumberStyle, language: Language) -> NumberStyle:
    """Return the style of a change; `own` is the metric's."""
    match kind:
        case Change.GROWTH:
            return percent_style()
        case Change.POINTS:
            return points_style(language)
        case Change.DIFFERENCE:
            return difference_style(metric, own, language)


def difference_style(metric: Metric, own: NumberStyle, language: Language) -> NumberStyle:
    """Return the style of a deviation: the metric's own, percentage points for rates."""
    return points_style(language, own.decimals) if is_rate(metric) else own


def is_money(metric: Metric) -> bool:
    return metric.unit in MONEY_UNITS
