"""Forecasts of the whole year from what has passed of it.

Linear (时间进度法): value so far ÷ elapsed share of the days. Same-period share (去年同期占比法): value so far ÷ the share of last year's whole
that the same days brought. A formula's forecast is the formula of its parts' forecasts, so that a ratio is never stretched over time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from engine.base.diagnostics import Phrase
from engine.metrics.appearance import is_rate
from engine.metrics.compare import NO_BASE, NO_TARGET, ZERO_BASE
from engine.metrics.conditions import Between
from engine.metrics.definition import Constant, Formula, Lookback, Method, Metric, NumberForm, Query, ScoreCell
from engine.metrics.evaluate import Evaluator, Part, Which
from engine.metrics.formula import evaluate, names
from engine.metrics.numbers import SCORE_UNITS
from engine.metrics.periods import ONE_YEAR, elapsed, reach, rhythm_of, shifted, shifted_until, year_of
from engine.metrics.provenance import merged
from engine.metrics.query import Value
from engine.metrics.special import Attribution
from engine.model.facts import FactSource
from engine.model.report import Period

NOT_FROM_START = Phrase(
    "期间不从年初开始，又没有日期列，得不到年初至今的值", "the period begins after the year does and no date column tells the rest"
)
BEGINS_LATE = Phrase(
    "数据从报告期才开始，得不到年初至今的值；要预测报告期就写 forecast: {to: …}",
    "the data begin with the period, not with the year; to forecast the period itself say forecast: {to: …}",
)
NOT_ADDITIVE = Phrase(
    "比率、均值和去重数不随时间累加；改用公式指标（如 gmv / cost）",
    "rates, averages and distinct counts do not add up over time; use a formula",
)
SHORT_YEAR = Phrase("去年的数据不满一年", "last year's data do not cover the year")
_NOT_ADDED = re.compile(
    r"\b(?:avg|mean|median|min|max|quantile\w*|stddev\w*|var\w*|corr|arg_\w+|\w+_by|bool_\w+)\s*\(|\bdistinct\b|/\s*[^\d\s]", re.IGNORECASE
)


def horizon(metric: Metric, period: Period) -> Period:
    """Return the period that is forecast: the declared one, else the year of the metric's period."""
    return metric.forecast.to or year_of(metric.period or period)


def adds_up(metric: Metric) -> bool:
    """Tell whether the metric's values of two stretches of time add up to the value of both."""
    match metric.actual:
        case Query(value=text):
            return not (is_rate(metric) or metric.format.form is NumberForm.RATIO or _NOT_ADDED.search(text))
        case ScoreCell() | Constant():
            return not (is_rate(metric) or metric.format.form is NumberForm.RATIO or metric.unit in SCORE_UNITS)
        case Attribution():
            return True
        case _:
            return False


class Outlook:
    """Forecasts of the metrics of one report; `today` is its date, for metrics whose data tell no day."""

    def __init__(self, evaluator: Evaluator, today: dt.date) -> None:
        self.evaluator = evaluator
        self.today = today

    def cut(self, name: str) -> dt.date:
        """Return the last day that counts as passed: the metric's `as_of`, at most the end of its period."""
        period = self.evaluator.metric(name).period or self.evaluator.period
        return min(self.evaluator.as_of(name) or self.today, period.end)

    def passed(self, name: str) -> float:
        """Return the elapsed share of the days of the forecast's period."""
        return elapsed(horizon(self.evaluator.metric(name), self.evaluator.period), self.cut(name))

    def so_far(self, name: str, part: Part = ()) -> Value:
        """Return the value from the start of the forecast's period up to the cut."""
        metric, evaluator = self.evaluator.metric(name), self.evaluator
        whole, period = horizon(metric, evaluator.period), metric.period or evaluator.period
        if isinstance(metric.actual, Formula):
            return self._of_parts(metric.actual, lambda one: self.so_far(one, part))
        if isinstance(metric.actual, Query) and metric.date:
            days = evaluator.days(metric.actual.table, metric.date) if period.start > whole.start else ()
            if days and not any(whole.start <= day < period.start for day in days):
                return Value(None, FactSource(), BEGINS_LATE)
            return evaluator.queries.aggregate(metric.actual, (*part, Between(metric.date, whole.start, self.cut(name))))
        if period.start == whole.start:
            return evaluator.value(name, Which.ACTUAL, part)
        return Value(None, FactSource(), NOT_FROM_START)

    def forecast(self, name: str, method: Method, part: Part = ()) -> Value:
        """Return the forecast by one method, with the reason when there is none."""
        metric = self.evaluator.metric(name)
        if isinstance(metric.actual, Formula):
            return self._of_parts(metric.actual, lambda one: self.forecast(one, method, part))
        if not adds_up(metric):
            return Value(None, FactSource(), NOT_ADDITIVE)
        actual = self.so_far(name, part)
        if actual.raw is None:
            return actual
        if method is Method.LINEAR:
            share = self.passed(name)
            return Value(actual.raw / share if share else None, actual.source, None if share else ZERO_BASE)
        then, year = self.same_days(name, part), self.last_year(name, part)
        missing = next((value.reason or NO_BASE for value in (then, year) if value.raw is None), None)
        source = merged([actual.source, then.source, year.source])
        if then.raw is None or year.raw is None:
            return Value(None, source, missing)
        return Value(actual.raw * year.raw / then.raw, source) if then.raw > 0 < year.raw else Value(None, source, ZERO_BASE)

    def same_days(self, name: str, part: Part = ()) -> Value:
        """Return last year's value over the same days."""
        metric, evaluator = self.evaluator.metric(name), self.evaluator
        whole, period = horizon(metric, evaluator.period), metric.period or evaluator.period
        if self._dated(metric) and isinstance(metric.yoy, Lookback):
            rhythm = rhythm_of(evaluator.days(metric.yoy.query.table, metric.date))
            return self._over(metric, shifted_until(whole, ONE_YEAR, self.cut(name), rhythm), part)
        if period.start == whole.start and metric.yoy is not None:
            return evaluator.value(name, Which.YOY, part)
        return Value(None, FactSource(), NO_BASE)

    def last_year(self, name: str, part: Part = ()) -> Value:
        """Return the value of the whole last year: the declared one, else from the base of 同比 where it has dates for all of it."""
        metric, evaluator = self.evaluator.metric(name), self.evaluator
        declared = metric.forecast.last_year
        if declared is not None:
            return self._declared(declared, part)
        year = shifted(horizon(metric, evaluator.period), ONE_YEAR)
        if not self._dated(metric) or year is None or not isinstance(metric.yoy, Lookback):
            return Value(None, FactSource(), NO_BASE)
        days = evaluator.days(metric.yoy.query.table, metric.date)
        last = reach(days, year) or max(days, default=year.start)
        return self._over(metric, year, part) if last >= year.end else Value(None, FactSource(), SHORT_YEAR)

    def target(self, name: str, part: Part = ()) -> Value:
        """Return the target of the forecast's period: the declared one, else the metric's when it is for the same period."""
        metric = self.evaluator.metric(name)
        if metric.forecast.target is not None:
            return self._declared(metric.forecast.target, part)
        period, whole = metric.period or self.evaluator.period, horizon(metric, self.evaluator.period)
        if (period.start, period.end) == (whole.start, whole.end):
            return self.evaluator.value(name, Which.TARGET, part)
        return Value(None, FactSource(), NO_TARGET)

    def has_target(self, name: str) -> bool:
        metric = self.evaluator.metric(name)
        period, whole = metric.period or self.evaluator.period, horizon(metric, self.evaluator.period)
        same = (period.start, period.end) == (whole.start, whole.end)
        return metric.forecast.target is not None or (same and metric.target is not None)

    def _declared(self, operand: object, part: Part) -> Value:
        if isinstance(operand, Query):
            if all(self.evaluator.queries.has_column(operand.table, condition.column) for condition in part):
                return self.evaluator.queries.aggregate(operand, part)
            return Value(None, FactSource(), NO_BASE)
        assert isinstance(operand, Constant), "definitions hold queries and numbers here"
        if part:
            return Value(None, FactSource(), NO_BASE)
        return Value(operand.raw, FactSource(defined_at=operand.at))

    def _dated(self, metric: Metric) -> bool:
        yoy = metric.yoy
        return bool(metric.date) and isinstance(yoy, Lookback) and self.evaluator.queries.has_column(yoy.query.table, metric.date)

    def _over(self, metric: Metric, period: Period | None, part: Part) -> Value:
        assert isinstance(metric.yoy, Lookback), "asked for dated comparisons only"
        if period is None:
            return Value(None, FactSource(), NO_BASE)
        answer = self.evaluator.queries.aggregate(metric.yoy.query, (*part, Between(metric.date, period.start, period.end)))
        return answer if answer.source.ranges else Value(None, answer.source, NO_BASE)

    def _of_parts(self, formula: Formula, value_of: Callable[[str], Value]) -> Value:
        values = {name: value_of(name) for name in dict.fromkeys(names(formula.expression))}
        raw = evaluate(formula.expression, lambda name: values[name].raw)
        missing = next((value.reason for value in values.values() if value.raw is None), ZERO_BASE)
        return Value(raw, merged(value.source for value in values.values()), None if raw is not None else missing)
