"""metrics.yaml, validated → metrics: literals read, formulas parsed, scorecard rows turned into metrics. All mistakes are reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from engine.base.diagnostics import Findings, Language, Location, Outcome, Phrase
from engine.base.records import dataclass
from engine.metrics.definition import (
    BaseSchema,
    Constant,
    Format,
    Formula,
    Lookback,
    Metric,
    MetricSchema,
    MetricsSchema,
    NumberForm,
    Operand,
    Query,
    QuerySchema,
)
from engine.metrics.formula import names, parse_formula
from engine.metrics.literals import Literal, parse_literal
from engine.metrics.numbers import PERCENT
from engine.metrics.periods import ONE_YEAR, Shift, parse_period, parse_shift
from engine.metrics.problems import FactError, bad_formula, bad_id, bad_period, bad_shift, bad_target, missing_part, unknown_metric
from engine.metrics.scorecard import LARGEST_BARE_RATIO, scorecard_metrics
from engine.model.facts import Better
from engine.model.tables import DataTable

Locate = Callable[[tuple[str | int, ...]], Location]
"""Where in the content a path such as `("exposure", "target", "where")` of metrics.yaml stands."""


def define(schema: MetricsSchema, tables: Mapping[str, DataTable], locate: Locate, language: Language) -> Outcome[dict[str, Metric]]:
    """Return the metrics by id; those with a mistake are left out of the value and named in the diagnostics."""
    findings = Findings()
    metrics: dict[str, Metric] = {}
    for name, one in schema.metrics.items():
        reader = _Reader(name, one, locate, language)
        metric = reader.metric()
        findings.extend(error.diagnostic(locate((name,))) for error in reader.errors)
        if metric is not None:
            metrics[name] = metric
    for index, card in enumerate(schema.scorecards):
        for row in scorecard_metrics(card, tables, locate(("scorecards", index))):
            if isinstance(row, FactError):
                findings.add(row.diagnostic(locate(("scorecards", index))))
            elif row.id in schema.metrics or row.id in metrics:
                taken = bad_id(row.id, Phrase("已有同名指标", "another metric has it"), row.at)
                findings.add(taken.diagnostic(locate(("scorecards", index))))
            else:
                metrics[row.id] = row
    for error in _formula_errors(metrics, frozenset(schema.metrics)):
        findings.add(error.diagnostic(locate(())))
    return findings.outcome(metrics)


@dataclass(slots=True)
class _Reader:
    """Reads one definition and keeps every mistake in it."""

    name: str
    schema: MetricSchema
    locate: Locate
    language: Language
    errors: list[FactError] = field(default_factory=list)

    def metric(self) -> Metric | None:
        if not self.name.isidentifier() or self.name.startswith("_"):
            why = Phrase("只能由文字、数字和下划线组成，不以数字开头", "letters, digits and underscores only, no digit first")
            self.errors.append(bad_id(self.name, why, self._at()))
        schema, actual = self.schema, self._actual()
        low, high = self._bounds()
        target = self._target()
        tolerance = self._tolerance()
        period = None
        if schema.period is not None:
            period = parse_period(schema.period, self.language)
            if period is None:
                self.errors.append(bad_period(schema.period, self._at("period")))
        yoy = self._lookback(schema.compare.yoy, "yoy", ONE_YEAR, actual)
        mom = self._lookback(schema.compare.mom, "mom", None, actual)
        if self.errors or actual is None:
            return None
        return Metric(
            id=self.name, label=schema.label, actual=actual, target=target, yoy=yoy, mom=mom, date=schema.date or "", period=period,
            unit=schema.unit, better=schema.better, low=low, high=high, tolerance=tolerance, source=schema.source,
            definition=schema.definition, owner=schema.owner,
            format=Format(NumberForm(schema.format.style), schema.format.decimals, schema.format.change), at=self._at(),
        )  # fmt: skip

    def _at(self, *path: str | int) -> Location:
        return self.locate((self.name, *path))

    def _actual(self) -> Operand | None:
        schema = self.schema
        if schema.formula is not None and (schema.value is not None or schema.table is not None):
            hint = Phrase("删去 formula，或删去 table 与 value", "drop formula, or table and value")
            self.errors.append(missing_part(self.name, Phrase("唯一的算法", "single way to compute it"), hint, self._at("formula")))
        elif schema.formula is not None:
            return self._formula(schema.formula)
        elif schema.table is not None and schema.value is not None:
            return Query(schema.table, schema.value, schema.where, self._at("value"), self._at("where"))
        else:
            hint = Phrase("写 table 和 value，或写 formula", "write table and value, or formula")
            self.errors.append(missing_part(self.name, Phrase("算法", "way to compute it"), hint, self._at()))
        return None

    def _formula(self, text: str) -> Formula | None:
        try:
            return Formula(text, parse_formula(text, self._at("formula")), self._at("formula"))
        except FactError as error:
            self.errors.append(error)
            return None

    def _target(self) -> Operand | None:
        target = self.schema.target
        if target is None:
            return None
        if isinstance(target, QuerySchema):
            return Query(target.table, target.value, target.where, self._at("target", "value"), self._at("target", "where"))
        literal = parse_literal(target) if isinstance(target, str) else Literal(float(target), "")
        words = str(target)
        forgot_sign = (
            literal is not None and self.schema.unit == PERCENT and literal.unit != PERCENT and abs(literal.raw) > LARGEST_BARE_RATIO
        )
        if literal is None or forgot_sign:
            self.errors.append(bad_target(words, self._at("target")))
            return None
        return Constant(literal.raw, words, self._at("target"))

    def _tolerance(self) -> float:
        tolerance = self.schema.tolerance
        if not isinstance(tolerance, str):
            return float(tolerance)
        literal = parse_literal(tolerance)
        if literal is None:
            self.errors.append(bad_target(tolerance, self._at("tolerance")))
            return 0.0
        return literal.raw

    def _bounds(self) -> tuple[float | None, float | None]:
        bounds = self.schema.range
        if self.schema.better is not Better.RANGE:
            return (None, None)
        if bounds is None or bounds[0] > bounds[1]:
            hint = Phrase("写 range: [下限, 上限]", "write range: [lowest, highest]")
            self.errors.append(missing_part(self.name, Phrase("区间", "range"), hint, self._at("better" if bounds is None else "range")))
            return (None, None)
        return bounds

    def _lookback(self, base: BaseSchema | None, kind: str, default: Shift | None, actual: Operand | None) -> Lookback | None:
        if base is None or actual is None:
            return None
        at = self._at("compare", kind)
        if not isinstance(actual, Query):
            hint = Phrase("公式指标随各组成指标自动比较", "a formula compares as its parts do")
            self.errors.append(missing_part(self.name, Phrase("可比较的数据表", "table to compare"), hint, at))
            return None
        shift = default
        if base.shift is not None and (shift := parse_shift(base.shift)) is None:
            self.errors.append(bad_shift(base.shift, self._at("compare", kind, "shift")))
        if base.table is None and (self.schema.date is None or shift is None):
            hint = Phrase(
                "写 table，或写 shift 并给指标加上 date（日期列）", "write table, or shift together with the metric's date column"
            )
            self.errors.append(missing_part(self.name, Phrase("对比期的数据", "data to compare with"), hint, at))
        value_at = self._at("compare", kind, "value") if base.value is not None else at
        query = Query(
            base.table or actual.table, base.value or actual.value, actual.where if base.where is None else base.where, value_at, at
        )
        return Lookback(query, shift)


def _formula_errors(metrics: dict[str, Metric], declared: frozenset[str]) -> list[FactError]:
    """Name formulas that lead to an unknown metric or back to themselves, and take those metrics out."""
    errors: list[FactError] = []
    formulas = {name: metric.actual for name, metric in metrics.items() if isinstance(metric.actual, Formula)}
    for name, formula in formulas.items():
        unknown = [part for part in names(formula.expression) if part not in metrics and part not in declared]
        errors.extend(unknown_metric(part, metrics, formula.at) for part in dict.fromkeys(unknown))
        if _leads_back(name, formulas):
            errors.append(bad_formula(formula.text, Phrase("它最终引用了自己", "it leads back to itself"), at=formula.at))
        if unknown or _leads_back(name, formulas):
            del metrics[name]
    return errors


def _leads_back(start: str, formulas: Mapping[str, Formula]) -> bool:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        formula = formulas.get(waiting.pop())
        parts = set(names(formula.expression)) - reached if formula is not None else set()
        if start in parts:
            return True
        reached |= parts
        waiting.extend(sorted(parts))
    return False
