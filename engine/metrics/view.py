"""What `m.<id>` is in content: the actual value, and beside it target, attainment, deviation, comparison, verdict, shares and parts."""

from __future__ import annotations

import datetime as dt
from typing import Self

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.metrics import compare
from engine.metrics.appearance import base_unit, change_kind, change_style, difference_style, is_rate, metric_style
from engine.metrics.compare import DeviationSign
from engine.metrics.conditions import Is, NoneOf
from engine.metrics.definition import Formula, Metric, Query
from engine.metrics.evaluate import Evaluator, Part, Which
from engine.metrics.numbers import NO_VALUE, agreeing, format_bare, format_number, percent_style, points_style, style_of
from engine.metrics.periods import elapsed
from engine.metrics.problems import missing_part
from engine.metrics.provenance import display_name, merged
from engine.metrics.quantity import Desk, Look, Origin, Quantity
from engine.metrics.query import Value
from engine.metrics.special import Grading, Score
from engine.metrics.verdict import DEFAULT_THRESHOLDS, Thresholds, judge, status_text, verdict_formula, verdict_word
from engine.model.facts import Better, FactSource, Verdict
from engine.model.numbers import NumberStyle
from engine.model.report import Period
from engine.model.tables import Cell


@dataclass(frozen=True, slots=True)
class Judging:
    """What verdicts and deviations follow in one report; `today` is its date."""

    period: Period
    today: dt.date
    thresholds: Thresholds = DEFAULT_THRESHOLDS
    deviation: DeviationSign = DeviationSign.ACTUAL_MINUS_TARGET


class MetricView(Quantity):
    """A metric, or a part of it: printed alone it is the formatted actual value. What its definition lacks raises FactError (FACT011)."""

    def __init__(self, metric: Metric, part: Part, evaluator: Evaluator, judging: Judging, desk: Desk) -> None:
        self._metric = metric
        self._part = part
        self._evaluator = evaluator
        self._judging = judging
        self._stem = metric.id + "".join(map(_bracketed, part))
        self._members: dict[tuple[type, Is], Self] = {}
        answer = evaluator.value(metric.id, Which.ACTUAL, part)
        whole = [evaluator.value(metric.id, which).raw for which in (Which.ACTUAL, Which.TARGET)]
        style = metric_style(metric, whole if any(value is not None for value in whole) else [answer.raw], desk.language)
        self._style = style if metric.format.decimals is not None or is_rate(metric) else agreeing(style, [(whole[0], whole[1])])
        formula = metric.actual.text if isinstance(metric.actual, Formula) else answer.source.query
        if isinstance(metric.actual, Score | Grading):
            formula = metric.definition
        origin = self._origin("actual", formula, answer, desk)
        super().__init__(answer.raw, origin, Look(self._style, base_unit(metric)), desk)

    @property
    def id(self) -> str:
        return self._metric.id

    @property
    def label(self) -> str:
        return self._metric.label

    @property
    def source(self) -> str:
        return self._metric.source

    @property
    def definition(self) -> str:
        return self._metric.definition

    @property
    def owner(self) -> str:
        return self._metric.owner

    @property
    def style(self) -> NumberStyle:
        """The style that actual, target and deviation share."""
        return self._style

    @property
    def better(self) -> Better:
        return self._metric.better

    @property
    def has_target(self) -> bool:
        return self._metric.better is Better.RANGE or self._metric.target is not None

    @property
    def has_yoy(self) -> bool:
        return self._evaluator.compares(self._metric.id, Which.YOY)

    @property
    def has_mom(self) -> bool:
        return self._evaluator.compares(self._metric.id, Which.MOM)

    @property
    def target(self) -> Quantity:
        """The target; for a range its two bounds."""
        answer = self._target()
        if self._metric.better is not Better.RANGE:
            return self.related("target", answer, self._style, formula=answer.source.query, unit=base_unit(self._metric))
        goal = self._evaluator.goal(self._metric.id)
        words = f"{format_bare(goal.low, self._style)}–{format_number(goal.high, self._style)}"
        return self._words("target", words, "lowest–highest", FactSource(defined_at=self._metric.at))

    @property
    def previous(self) -> Quantity:
        """The base of 同比: the value of the same period last year."""
        return self._base(Which.YOY)

    @property
    def last(self) -> Quantity:
        """The base of 环比: the value of the period before."""
        return self._base(Which.MOM)

    @property
    def attainment(self) -> Quantity:
        """完成率."""
        target = self._target()
        goal = self._evaluator.goal(self._metric.id, self._part)
        ratio = None if self.value is None else compare.attainment(self.value, goal)
        reason = self._why_not(target, compare.ZERO_BASE)
        answer = _with(ratio, self._sources(target), reason)
        return self.related("attainment", answer, percent_style(), formula=compare.attainment_formula(self._stem, self.value, goal))

    @property
    def deviation(self) -> Quantity:
        """偏差值, signed; percentage points for rates."""
        target = self._target()
        sign = self._judging.deviation
        gap = None if self.value is None or target.raw is None else compare.deviation(self.value, target.raw, sign)
        sides = ("actual", "target") if sign is DeviationSign.ACTUAL_MINUS_TARGET else ("target", "actual")
        answer = _with(gap, self._sources(target), self._why_not(target, compare.NO_TARGET))
        style = difference_style(self._metric, self._style, self.desk.language)
        if self._metric.format.decimals is None and (self._part or is_rate(self._metric)):
            style = agreeing(style, [(self.value, target.raw)])
        formula = f"{self._stem}.{sides[0]} − {self._stem}.{sides[1]}"
        return self.related("deviation", answer, style, formula=formula, unit=base_unit(self._metric), signed=True)

    @property
    def deviation_rate(self) -> Quantity:
        """偏差率 = 实际 ÷ 目标 − 1, signed."""
        target = self._target()
        rate = None if self.value is None or target.raw is None else compare.deviation_rate(self.value, target.raw)
        answer = _with(rate, self._sources(target), self._why_not(target, compare.ZERO_BASE))
        formula = compare.deviation_rate_formula(self._stem, target.raw)
        return self.related("deviation_rate", answer, percent_style(), formula=formula, signed=True)

    @property
    def yoy(self) -> Quantity:
        """同比, signed: growth, points or difference."""
        return self._change(Which.YOY, "yoy")

    @property
    def mom(self) -> Quantity:
        """环比, signed: growth, points or difference."""
        return self._change(Which.MOM, "mom")

    @property
    def grade(self) -> Verdict | None:
        """The verdict for code; None without actual or target."""
        goal = self._evaluator.goal(self._metric.id, self._part)
        return None if self.value is None else judge(self.value, goal, self._judging.thresholds, self._tolerance)

    @property
    def verdict(self) -> Quantity:
        """The verdict's word: 超额完成."""
        return self._judged("verdict")

    @property
    def status(self) -> Quantity:
        """Glyph and word: ▲ 超额完成."""
        return self._judged("status")

    @property
    def as_of(self) -> dt.date:
        """The day up to which the metric counts: declared, else the last with data, else the report's; never the clock."""
        return self._evaluator.as_of(self._metric.id) or self._judging.today

    @property
    def elapsed(self) -> Quantity:
        """时间进度: the share of the metric's period that had passed by `as_of`."""
        period = self._metric.period or self._judging.period
        formula = f"days of {period.code} up to {self.as_of} ÷ all its days"
        return self.related("elapsed", Value(elapsed(period, self.as_of), self.as_of_source), percent_style(), formula=formula)

    @property
    def as_of_source(self) -> FactSource:
        """Where `as_of` comes from: the dates of the metric's table, or the day that was declared."""
        query, declared = self._metric.actual, self._evaluator.declared is not None
        dated = isinstance(query, Query) and self._metric.date and not declared and self._evaluator.as_of(self._metric.id) is not None
        asked = f"SELECT max({display_name(self._metric.date)}) FROM {query.table}" if dated and isinstance(query, Query) else ""  # noqa: S608
        return FactSource(query=asked, defined_at=self._metric.at)

    @property
    def pace(self) -> Quantity:
        """完成率 − 时间进度 in percentage points, signed: how far ahead of the calendar."""
        attainment = self.attainment
        lead = None if attainment.value is None else attainment.value - (self.elapsed.value or 0.0)
        answer = _with(lead, self._sources(self._target()), Phrase(attainment.origin.reason, attainment.origin.reason))
        formula = f"{self._stem}.attainment − {self._stem}.elapsed"
        return self.related("pace", answer, points_style(self.desk.language), formula=formula, signed=True)

    def by(self, column: str, value: object) -> Self:
        """Return the same metric for the rows where `column` is `value`; raises FactError for names that the table does not have."""
        condition = self._evaluator.member(self._metric.id, column, value)
        key = (type(condition.value), condition)  # 1 and True are equal
        if key not in self._members:
            self._members[key] = type(self)(self._metric, (*self._part, condition), self._evaluator, self._judging, self.desk)
        return self._members[key]

    def rest(self, column: str, values: tuple[Cell, ...]) -> Self:
        """Return the same metric for the rows where `column` is none of `values` (其他)."""
        return type(self)(self._metric, (*self._part, NoneOf(column, values)), self._evaluator, self._judging, self.desk)

    def share(self, column: str, value: object) -> Quantity:
        """Return 贡献度: that part's share of this value."""
        part = self.by(column, value)
        ratio = None if part.value is None or self.value is None else compare.share(part.value, self.value)
        answer = _with(ratio, merged([part.origin.source, self.origin.source]), compare.ZERO_BASE)
        return part.related("share", answer, percent_style(), formula=f"{part.origin.id} ÷ {self.origin.id}")

    def rank(self, column: str, value: object) -> Quantity:
        """Return the place of that part among all values of the column, the best being 1; equal values share a place."""
        part = self.by(column, value)
        values = [self.by(column, member).value for member in self._evaluator.members(self._metric.id, column)]
        better = [other for other in values if other is not None and part.value is not None and self._beats(other, part.value)]
        answer = _with(None if part.value is None else float(len(better) + 1), self.origin.source, compare.NO_ACTUAL)
        return part.related("rank", answer, style_of(""), formula=f"place of {part.origin.id} by {column}", unit="")

    def members(self, column: str) -> tuple[Cell, ...]:
        """Return the values of a dimension as they first appear in the table."""
        return self._evaluator.members(self._metric.id, column)

    def ranked(self, column: str) -> tuple[Cell, ...]:
        """Return the values of a dimension, the best first; those without a number last."""
        members = self._evaluator.members(self._metric.id, column)
        values = {member: self.by(column, member).value for member in members}
        sign = 1 if self._metric.better is Better.LOWER else -1
        return tuple(sorted(members, key=lambda member: (values[member] is None, sign * (values[member] or 0.0))))

    def related(self, aspect: str, answer: Value, style: NumberStyle, *, formula: str, unit: str = "%", signed: bool = False) -> Quantity:
        """Return another number about this metric as a quantity of its own."""
        return Quantity(answer.raw, self._origin(aspect, formula, answer, self.desk), Look(style, unit, signed), self.desk)

    def earlier(self, answer: Value, aspect: str, formula: str) -> Quantity:
        """Return a value that this metric had before, printed like the actual one."""
        return self.related(aspect, answer, self._style, formula=formula, unit=base_unit(self._metric))

    def moved_from(self, base: Quantity, aspect: str) -> Quantity:
        """Return how far the actual value moved from a value before, signed: growth, points or difference, as for 同比."""
        kind = change_kind(self._metric)
        moved = None if self.value is None or base.value is None else compare.change(self.value, base.value, kind)
        reason = self._no_change(base)
        answer = _with(moved, merged([self.origin.source, base.origin.source]), reason)
        growth = kind is compare.Change.GROWTH
        formula = f"{self._stem}.actual {'÷' if growth else '−'} {base.origin.id}{' − 1' if growth else ''}"
        style = change_style(self._metric, kind, self._style, self.desk.language)
        unit = "%" if growth else base_unit(self._metric)
        return self.related(aspect, answer, style, formula=formula, unit=unit, signed=True)

    def _beats(self, one: float, other: float) -> bool:
        return one < other if self._metric.better is Better.LOWER else one > other

    def _target(self) -> Value:
        if not self.has_target:
            hint = Phrase("在 metrics.yaml 里给它写 target", "give it a target in metrics.yaml")
            raise missing_part(self._metric.id, Phrase("目标", "target"), hint)
        return self._evaluator.value(self._metric.id, Which.TARGET, self._part)

    def _base(self, which: Which) -> Quantity:
        name = "yoy" if which is Which.YOY else "mom"
        if not self._evaluator.compares(self._metric.id, which):
            hint = Phrase(f"在 metrics.yaml 里给它写 compare: {{{name}: …}}", f"give it compare: {{{name}: …}} in metrics.yaml")
            raise missing_part(self._metric.id, Phrase("同比" if which is Which.YOY else "环比", name), hint)
        answer = self._evaluator.value(self._metric.id, which, self._part)
        return self.related(which.value, answer, self._style, formula=answer.source.query, unit=base_unit(self._metric))

    def _change(self, which: Which, aspect: str) -> Quantity:
        return self.moved_from(self._base(which), aspect)

    def _no_change(self, base: Quantity) -> Phrase:
        if base.value is None:
            return Phrase(base.origin.reason, base.origin.reason) if base.origin.reason else compare.NO_BASE
        return compare.NO_ACTUAL if self.value is None else compare.no_growth(base.value)

    def _judged(self, aspect: str) -> Quantity:
        target = self._target()
        grade, language = self.grade, self.desk.language
        formula = verdict_formula(self._evaluator.goal(self._metric.id, self._part), self._judging.thresholds, self._tolerance)
        if grade is None:
            reason = self._why_not(target, compare.NO_TARGET)
            return self._words(aspect, NO_VALUE, formula, self._sources(target), reason.in_(language))
        words = (status_text if aspect == "status" else verdict_word)(grade, language, self._judging.thresholds)
        return self._words(aspect, words, formula, self._sources(target))

    @property
    def _tolerance(self) -> float:
        return self._judging.thresholds.tolerated(self._metric.tolerance)

    def _sources(self, target: Value) -> FactSource:
        return merged([self.origin.source, target.source])

    def _why_not(self, target: Value, otherwise: Phrase) -> Phrase:
        if self.value is None:
            return self._evaluator.value(self._metric.id, Which.ACTUAL, self._part).reason or compare.NO_ACTUAL
        return target.reason or otherwise

    def _origin(self, aspect: str, formula: str, answer: Value, desk: Desk) -> Origin:
        reason = "" if answer.raw is not None or answer.reason is None else answer.reason.in_(desk.language)
        return Origin(f"{self._stem}.{aspect}", self._metric.id, aspect, self._metric.label, formula, answer.source, reason)

    def _words(self, aspect: str, words: str, formula: str, source: FactSource, reason: str = "") -> Quantity:
        origin = Origin(f"{self._stem}.{aspect}", self._metric.id, aspect, self._metric.label, formula, source, reason)
        return Quantity(None, origin, Look(style_of(""), words=words), self.desk)


def shown(value: Cell) -> str:
    """Return a table value as people name it: whole numbers without .0."""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


def _bracketed(condition: Is | NoneOf) -> str:
    if isinstance(condition, Is):
        return f"[{condition.column}={shown(condition.value)}]"
    return f"[{condition.column}≠{','.join(map(shown, condition.values))}]"


def _with(raw: float | None, source: FactSource, reason: Phrase) -> Value:
    return Value(raw, source, None if raw is not None else reason)
