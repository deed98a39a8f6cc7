"""A metric's numbers: actual, target and the base of a comparison, for the whole or for a part of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum

from engine.base.diagnostics import NOWHERE, Phrase
from engine.base.records import replace
from engine.base.registry import nearest
from engine.metrics.attribution import attributed
from engine.metrics.compare import NO_BASE, NO_PERIOD, NO_TARGET, ZERO_BASE, Goal, attainment, partial_base
from engine.metrics.conditions import Between, Condition, Is, NoneOf
from engine.metrics.definition import Constant, Formula, Lookback, Metric, Operand, Query, ScoreCell
from engine.metrics.formula import evaluate, names
from engine.metrics.periods import gaps, is_base, reach, rhythm_of, shifted, shifted_until, until
from engine.metrics.problems import FactError, bad_setting, unknown_column, unknown_metric, unknown_value
from engine.metrics.provenance import merged
from engine.metrics.query import Queries, Value
from engine.metrics.scoring import ONE_CHANNEL, Factor, graded, scored
from engine.metrics.special import Attribution, Grading, Score
from engine.model.facts import Better, CellRange, FactSource
from engine.model.report import Period
from engine.model.tables import Cell

Part = tuple[Is | NoneOf, ...]
"""The part of the whole that is asked for: nothing is everything."""


class Which(Enum):
    """Which number of a metric: of the period, its target, or the base of 同比 and 环比."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    ACTUAL = "actual"
    TARGET = "target"
    YOY = "previous"
    MOM = "last"


class Evaluator:
    """Answers for every metric, each question once. Mistakes in definitions are raised as FactError at their place."""

    def __init__(self, metrics: Mapping[str, Metric], queries: Queries, period: Period, as_of: dt.date | None = None) -> None:
        self.metrics = metrics
        self.queries = queries
        self.period = period
        self.declared = as_of
        self._answers: dict[tuple[str, Which, Part], Value] = {}

    def metric(self, name: str) -> Metric:
        """Return a metric by id; raises FactError (FACT001)."""
        metric = self.metrics.get(name)
        if metric is None:
            raise unknown_metric(name, self.metrics)
        return metric

    def value(self, name: str, look: Which = Which.ACTUAL, part: Part = ()) -> Value:
        """Return one number of a metric, with its reason when there is none."""
        key = (name, look, part)
        if key not in self._answers:
            self._answers[key] = self._value(self.metric(name), look, part)
        return self._answers[key]

    def prefetch(self) -> None:
        """Answer every question about the whole that the definitions raise, in few statements."""
        questions: list[tuple[Query, tuple[Condition, ...]]] = []
        for metric in self.metrics.values():
            if isinstance(metric.actual, Query):
                questions.append((metric.actual, self._in_period(metric, metric.actual, metric.period or self.period)))
            if isinstance(metric.target, Query):
                questions.append((metric.target, ()))
            for base in (metric.yoy, metric.mom):
                earlier = self._earlier(metric, base) if isinstance(base, Lookback) else None
                if isinstance(base, Lookback) and earlier is not None:
                    questions.append((base.query, self._in_period(metric, base.query, earlier)))
        self.queries.prefetch(questions)

    def goal(self, name: str, part: Part = ()) -> Goal:
        """Return what the metric should reach; its value is None when there is no target."""
        metric = self.metric(name)
        if metric.better is Better.RANGE:
            return Goal(Better.RANGE, low=metric.low, high=metric.high)
        return Goal(metric.better, self.value(name, Which.TARGET, part).raw)

    def compares(self, name: str, look: Which) -> bool:
        """Tell whether the metric defines what it is compared with; a formula does when all its parts do."""
        metric = self.metric(name)
        if isinstance(metric.actual, Formula):
            return all(self.compares(part, look) for part in names(metric.actual.expression))
        return (metric.yoy if look is Which.YOY else metric.mom) is not None

    def members(self, name: str, column: str) -> tuple[Cell, ...]:
        """Return the values of a dimension of the metric, as they first appear; raises FactError (FACT003) for an unknown column."""
        tables = self.tables_of(name)
        for table in tables:
            if self.queries.has_column(table, column):
                return self.queries.distinct(table, column)
        known = {column for table in tables if table in self.queries.tables for column in self.queries.tables[table].names}
        raise unknown_column(column, ", ".join(tables) or name, sorted(known))

    def member(self, name: str, column: str, wanted: object) -> Is:
        """Return the condition for one value of a dimension; raises FactError (FACT006) for a value that no row has."""
        members = self.members(name, column)
        if wanted in members:
            return Is(column, members[members.index(wanted)])
        known = [str(member) for member in members]
        if str(wanted) in known:
            return Is(column, members[known.index(str(wanted))])
        raise unknown_value(column, str(wanted), known if nearest(str(wanted), known) is None else [nearest(str(wanted), known) or ""])

    def days(self, table: str, column: str) -> tuple[dt.date, ...]:
        """Return the different days of a date column."""
        return tuple(day for day in self.queries.distinct(table, column) if isinstance(day, dt.date))

    def as_of(self, name: str) -> dt.date | None:
        """Return the day up to which the metric counts: the declared one, else the last that its date column has data for; None: unknown."""
        metric = self.metric(name)
        if self.declared is not None:
            return self.declared
        match metric.actual:
            case Query(table=table) if metric.date and self.queries.has_column(table, metric.date):
                return reach(self.days(table, metric.date), metric.period or self.period)
            case Formula(expression=expression):
                known = [day for part in names(expression) if part in self.metrics and (day := self.as_of(part)) is not None]
                return min(known, default=None)
            case _:
                return None

    def tables_of(self, name: str) -> tuple[str, ...]:
        """Return the names of the tables the actual value is computed from; parts that are no metrics are told where they are evaluated."""
        match self.metric(name).actual:
            case Query(table=table) | ScoreCell(table=table) | Attribution(table=table):
                return (table,)
            case Formula(expression=expression):
                return self._tables_of(names(expression))
            case Score(weights=weights) | Grading(weights=weights):
                return self._tables_of(part for part, _ in weights)
            case Constant():
                return ()

    def _tables_of(self, parts: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(table for part in parts if part in self.metrics for table in self.tables_of(part)))

    def _value(self, metric: Metric, look: Which, part: Part) -> Value:
        match look:
            case Which.ACTUAL:
                return self._operand(metric, metric.actual, look, part)
            case Which.TARGET:
                return self._target(metric, part)
            case Which.YOY | Which.MOM:
                return self._base(metric, look, part)

    def _operand(self, metric: Metric, operand: Operand, look: Which, part: Part) -> Value:
        match operand:
            case Query():
                return self.queries.aggregate(operand, (*part, *self._in_period(metric, operand, metric.period or self.period)))
            case Constant(raw, text, at):
                return Value(raw, FactSource(query=text, defined_at=None if at == NOWHERE else at))
            case ScoreCell():
                return self._cell(operand, part)
            case Formula():
                return self._formula(operand, look, part)
            case Attribution():
                return attributed(self.queries, operand, part, self._span(metric))
            case Score():
                return scored(operand, {name: self._attainment(name, part) for name, _ in operand.weights})
            case Grading():
                return self._grading(operand, part)

    def _attainment(self, name: str, part: Part) -> Value:
        actual, target = self.value(name, Which.ACTUAL, part), self.value(name, Which.TARGET, part)
        ratio = None if actual.raw is None else attainment(actual.raw, self.goal(name, part))
        reason = None if ratio is not None else actual.reason or target.reason or ZERO_BASE
        return Value(ratio, merged([actual.source, target.source]), reason)

    def _grading(self, grading: Grading, part: Part) -> Value:
        if len(part) != 1 or not isinstance(part[0], Is) or part[0].column != grading.by:
            return Value(None, FactSource(), ONE_CHANNEL)
        members = self.members(grading.weights[0][0], grading.by)
        factors, sources = {}, []
        for name, _ in grading.weights:
            if self.metric(name).better is Better.RANGE:
                why = Phrase(f"“{name}”有合理区间，没有最优者，不能用来评分", f"{name!r} has a range and no best, so it cannot be a factor")
                raise bad_setting(name, why, at=grading.at)
            values = [self.value(name, Which.ACTUAL, (Is(grading.by, member),)) for member in members]
            factors[name] = Factor(self.metric(name).better, [value.raw for value in values])
            sources += [value.source for value in values]
        return graded(grading, factors, members.index(part[0].value), merged(sources))

    def _target(self, metric: Metric, part: Part) -> Value:
        target = metric.target
        if target is None:
            return Value(None, FactSource(), NO_TARGET)
        if part and not (isinstance(target, Query) and all(self.queries.has_column(target.table, condition.column) for condition in part)):
            columns = "、".join(condition.column for condition in part)
            return Value(None, FactSource(), Phrase(f"没有按“{columns}”分的目标", f"there is no target by {columns}"))
        return self.queries.aggregate(target, part) if isinstance(target, Query) else self._operand(metric, target, Which.TARGET, part)

    def _base(self, metric: Metric, look: Which, part: Part) -> Value:
        if isinstance(metric.actual, Formula):
            return self._formula(metric.actual, look, part)
        base = metric.yoy if look is Which.YOY else metric.mom
        match base:
            case None:
                return Value(None, FactSource(), NO_BASE)
            case ScoreCell():
                return self._cell(base, part)
            case Lookback(query):
                if any(not self.queries.has_column(query.table, condition.column) for condition in part):
                    return Value(None, FactSource(), NO_BASE)
                earlier = self._earlier(metric, base)
                if earlier is None:
                    return Value(None, FactSource(), NO_PERIOD)
                answer = self.queries.aggregate(query, (*part, *self._in_period(metric, query, earlier)))
                if answer.raw is None or not answer.source.ranges:
                    return replace(answer, raw=None, reason=NO_BASE)
                missing = self._lacking(metric, query, earlier)
                return replace(answer, raw=None, reason=partial_base(missing)) if missing else answer

    def _lacking(self, metric: Metric, query: Query, earlier: Period) -> tuple[dt.date, ...]:
        """Return the months, weeks or days that keep the period compared with from being a base; none where it is one."""
        if not metric.date or not self.queries.has_column(query.table, metric.date):
            return ()
        days = self.days(query.table, metric.date)
        missing = gaps(days, earlier)
        return () if is_base(missing, days, earlier) else missing

    def spans(self, name: str) -> tuple[tuple[str, Period], ...]:
        """Return the tables and periods whose rows a metric with a date column counts: its own, and those it is compared with."""
        metric = self.metric(name)
        found = [(metric.actual.table, metric.period or self.period)] if isinstance(metric.actual, Query) else []
        for base in (metric.yoy, metric.mom):
            earlier = self._earlier(metric, base) if isinstance(base, Lookback) else None
            if isinstance(base, Lookback) and earlier is not None:
                found.append((base.query.table, earlier))
        return tuple(found) if metric.date else ()

    def _earlier(self, metric: Metric, base: Lookback) -> Period | None:
        period = metric.period or self.period
        if base.shift is None or not (metric.date and self.queries.has_column(base.query.table, metric.date)):
            return period if base.shift is None else shifted(period, base.shift)
        return shifted_until(period, base.shift, self.as_of(metric.id), rhythm_of(self.days(base.query.table, metric.date)))

    def _in_period(self, metric: Metric, query: Query, period: Period) -> tuple[Condition, ...]:
        if not metric.date or (query is not metric.actual and not self.queries.has_column(query.table, metric.date)):
            return ()
        return (self._between(metric, period),)

    def _span(self, metric: Metric) -> Between | None:
        """Return the days that a metric counts, None when it names no column of dates."""
        return self._between(metric, metric.period or self.period) if metric.date else None

    def _between(self, metric: Metric, period: Period) -> Between:
        whole = period if self.declared is None else until(period, self.declared)
        return Between(metric.date, whole.start, whole.end)

    def _cell(self, cell: ScoreCell, part: Part) -> Value:
        table = self.queries.table(cell.table)
        column = table.column(cell.column)
        assert column is not None, "the scorecard was read from this column"
        if part:
            raise unknown_column(part[0].column, cell.table, ())
        row = table.rows[cell.record]
        place = CellRange(table.file, table.sheet, f"{column.letter}{row}", 1, ((row, row),))
        reason = None if cell.raw is not None else Phrase("单元格是空的", "the cell is empty")
        return Value(cell.raw, FactSource((place,)), reason)

    def _formula(self, formula: Formula, look: Which, part: Part) -> Value:
        values = {name: self.value(name, look, part) for name in dict.fromkeys(names(formula.expression))}
        raw = evaluate(formula.expression, lambda name: values[name].raw)
        missing = next((value.reason for value in values.values() if value.raw is None), ZERO_BASE)
        return Value(raw, merged(value.source for value in values.values()), None if raw is not None else missing)


def check_all(evaluator: Evaluator) -> list[FactError]:
    """Compute every metric and return what is wrong with the definitions, each mistake once."""
    evaluator.prefetch()
    errors: dict[tuple[str, str, object], FactError] = {}
    for name in evaluator.metrics:
        for look in Which:
            try:
                evaluator.value(name, look)
            except FactError as error:
                errors.setdefault((error.code, error.message.en, error.at), error)
    return list(errors.values())
