"""metrics.yaml, validated → metrics: literals read, formulas parsed, scorecard rows turned into metrics. All mistakes are reported."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeVar

from engine.base.diagnostics import Diagnostic, Findings, Language, Location, Outcome, Phrase
from engine.base.records import dataclass, replace
from engine.metrics.attribution import MODEL_WORDS, definition_of
from engine.metrics.compare import Change
from engine.metrics.define_special import alerts_of, attribution_of, filled, grading_of, response_of, score_of, template_of
from engine.metrics.define_together import points_of_rates, told_weights, unlike_formulas, weights_of_scorecards
from engine.metrics.definition import (
    BaseSchema,
    Constant,
    Forecast,
    Format,
    Formula,
    Lookback,
    Method,
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
from engine.metrics.periods import ONE_PERIOD, ONE_YEAR, Shift, parse_period, parse_shift
from engine.metrics.problems import FactError, bad_formula, bad_id, bad_period, bad_shift, bad_target, missing_part, unknown_metric
from engine.metrics.response import response_definition
from engine.metrics.scorecard import LARGEST_BARE_RATIO, scorecard_metrics
from engine.metrics.special import Attribution, Grading, Model, Score, model_id
from engine.metrics.templates import RATIO
from engine.model.facts import Better
from engine.model.report import Period
from engine.model.tables import DataTable

T = TypeVar("T")
TargetForm = str | int | float | QuerySchema | None
WAYS = ("value", "formula", "attribution", "score", "grading", "sensitivity")
RATIO_FORMAT = Format(NumberForm.RATIO, 2, Change.DIFFERENCE)
ENGLISH_UNITS = {"元": "", "分": "points", "个月": "months"}
"""Units of ready formulas in an English report; money has none, for the currency is the author's."""
SCORE_UNIT = Phrase("分", "points")

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
            metrics |= {one.id: one for one in with_models(metric, language)}
    for index, card in enumerate(schema.scorecards):
        for row in scorecard_metrics(card, tables, locate(("scorecards", index)), language):
            if isinstance(row, Diagnostic):
                findings.add(row)
            elif isinstance(row, FactError):
                findings.add(row.diagnostic(locate(("scorecards", index))))
            elif row.id in schema.metrics or row.id in metrics:
                taken = bad_id(row.id, Phrase("已有同名指标", "another metric has it"), row.at)
                findings.add(taken.diagnostic(locate(("scorecards", index))))
            else:
                metrics[row.id] = row
    for error in weights_of_scorecards(metrics):
        findings.add(error.diagnostic(locate(())))
    for error in _formula_errors(metrics, frozenset(schema.metrics)):
        findings.add(error.diagnostic(locate(())))
    for error in unlike_formulas(metrics):
        findings.add(error.diagnostic(locate(())))
    told_weights(metrics, language)
    points_of_rates(metrics, language)
    return findings.outcome(metrics)


def with_models(metric: Metric, language: Language) -> Iterator[Metric]:
    """Yield the metric; one with attribution under every model as well, as `touch@linear`, so that models can be compared."""
    if not isinstance(metric.actual, Attribution):
        yield metric
        return
    rule = metric.actual
    yield replace(metric, definition=metric.definition or definition_of(rule).in_(language))
    for model in Model:
        other = replace(rule, model=model)
        words = definition_of(other).in_(language)
        yield replace(metric, id=model_id(metric.id, model), label=MODEL_WORDS[model].in_(language), actual=other, definition=words)


@dataclass(frozen=True, slots=True)
class _Usual:
    unit: str
    better: Better
    format: Format
    definition: str


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
        target = self._number(schema.target, "target")
        tolerance = self._tolerance()
        period = self._period(schema.period, "period")
        yoy = self._lookback(schema.compare.yoy, "yoy", ONE_YEAR, actual)
        mom = self._lookback(schema.compare.mom, "mom", ONE_PERIOD, actual)
        forecast = self._forecast()
        response = self._read(lambda: schema.sensitivity and response_of(schema.sensitivity, self._at, self.name))
        alerts = self._read(lambda: alerts_of(schema, self._at, self.name))
        if self.errors or actual is None:
            return None
        usual = self._usual()
        return Metric(
            id=self.name, label=schema.label, actual=actual, target=target, yoy=yoy, mom=mom, date=schema.date or "", period=period,
            unit=usual.unit, better=usual.better, low=low, high=high, tolerance=tolerance, source=schema.source,
            definition=schema.definition or usual.definition, owner=schema.owner, format=usual.format, at=self._at(),
            forecast=forecast, response=response or None, alerts=alerts or (),
        )  # fmt: skip

    def _usual(self) -> _Usual:
        """Return unit, polarity and format: as written, else as the kind of metric has them."""
        schema, given = self.schema, self.schema.model_fields_set
        written = Format(NumberForm(schema.format.style), schema.format.decimals, schema.format.change)
        unit, better, form, definition = "", schema.better, written, ""
        if schema.inputs is not None:
            template = template_of(schema, self._at, self.name)
            unit = template.unit if self.language is Language.ZH else ENGLISH_UNITS.get(template.unit, template.unit)
            definition = template.definition.in_(self.language)
            better = schema.better if "better" in given else template.better
            form = RATIO_FORMAT if template.unit == RATIO and "format" not in given else written
        elif schema.sensitivity is not None:
            definition = response_definition(response_of(schema.sensitivity, self._at, self.name)).in_(self.language)
            form = RATIO_FORMAT if "format" not in given else written
        elif schema.score is not None or schema.grading is not None:
            unit, form = SCORE_UNIT.in_(self.language), Format(decimals=1) if "format" not in given else written
        return _Usual(schema.unit if "unit" in given else unit, better, form, definition)

    def _at(self, *path: str | int) -> Location:
        return self.locate((self.name, *path))

    def _actual(self) -> Operand | None:
        schema = self.schema
        ways = [way for way in WAYS if getattr(schema, way) is not None]
        if len(ways) > 1:
            hint = Phrase(f"只留其中一个：{'、'.join(ways)}", f"keep one of {', '.join(ways)}")
            self.errors.append(missing_part(self.name, Phrase("唯一的算法", "single way to compute it"), hint, self._at(ways[1])))
            return None
        match ways:
            case ["formula"]:
                return self._ready() if schema.inputs is not None else self._arithmetic(schema.formula or "")
            case ["value"] if schema.table is not None:
                return Query(schema.table, schema.value or "", schema.where, self._at("value"), self._at("where"))
            case ["sensitivity"]:
                assert schema.sensitivity is not None, "it is the way"
                gain, cost = schema.sensitivity.gain, schema.sensitivity.cost
                return self._formula(f"({gain} - {cost}) / {cost}", "sensitivity")
            case ["score"]:
                return self._read(lambda: schema.score and score_of(schema.score, self._at, self.name)) or None
            case ["grading"]:
                return self._read(lambda: schema.grading and grading_of(schema.grading, self._at, self.name)) or None
            case ["attribution"] if (table := schema.table) is not None:
                rule = schema.attribution
                return self._read(lambda: rule and attribution_of(rule, table, schema.where, self._at, self.name)) or None
            case _:
                hint = Phrase("写 table 和 value，或写 formula", "write table and value, or formula")
                self.errors.append(missing_part(self.name, Phrase("算法", "way to compute it"), hint, self._at()))
                return None

    def _ready(self) -> Operand | None:
        """Return a ready formula: over metrics, or as SQL where there is a table."""
        schema = self.schema
        template = self._read(lambda: template_of(schema, self._at, self.name))
        if template is None:
            return None
        text = filled(template, schema.inputs or {})
        if schema.table is not None:
            return Query(schema.table, text, schema.where, self._at("inputs"), self._at("where"))
        return self._formula(text, "inputs")

    def _arithmetic(self, text: str) -> Formula | None:
        if self.schema.table is not None:
            hint = Phrase("删去 formula，或删去 table；现成公式要写 inputs", "drop formula, or table; a ready formula needs inputs")
            self.errors.append(missing_part(self.name, Phrase("唯一的算法", "single way to compute it"), hint, self._at("formula")))
            return None
        return self._formula(text, "formula")

    def _read(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except FactError as error:
            if error not in self.errors:
                self.errors.append(error)
            return None

    def _formula(self, text: str, key: str) -> Formula | None:
        return self._read(lambda: Formula(text, parse_formula(text, self._at(key)), self._at(key)))

    def _period(self, code: str | None, *path: str) -> Period | None:
        period = None if code is None else parse_period(code, self.language)
        if code is not None and period is None:
            self.errors.append(bad_period(code, self._at(*path)))
        return period

    def _forecast(self) -> Forecast:
        forecast = self.schema.forecast
        if forecast is None:
            return Forecast()
        last_year = self._number(forecast.last_year, "forecast", "last_year")
        target = self._number(forecast.target, "forecast", "target")
        return Forecast(Method(forecast.method), self._period(forecast.to, "forecast", "to"), last_year, target)

    def _number(self, target: TargetForm, *path: str) -> Operand | None:
        """Return what is written as a number or as a query of one."""
        if target is None:
            return None
        if isinstance(target, QuerySchema):
            return Query(target.table, target.value, target.where, self._at(*path, "value"), self._at(*path, "where"))
        literal = parse_literal(target) if isinstance(target, str) else Literal(float(target), "")
        words = str(target)
        forgot_sign = (
            literal is not None and self.schema.unit == PERCENT and literal.unit != PERCENT and abs(literal.raw) > LARGEST_BARE_RATIO
        )
        if literal is None or forgot_sign:
            self.errors.append(bad_target(words, self._at(*path)))
            return None
        return Constant(literal.raw, words, self._at(*path))

    def _tolerance(self) -> float | None:
        tolerance = self.schema.tolerance
        if tolerance is None or not isinstance(tolerance, str):
            return None if tolerance is None else float(tolerance)
        literal = parse_literal(tolerance)
        if literal is None:
            self.errors.append(bad_target(tolerance, self._at("tolerance")))
            return None
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


def _parts(actual: Operand) -> tuple[str, ...]:
    """Return the ids of the metrics that a metric is made of."""
    match actual:
        case Formula(expression=expression):
            return tuple(dict.fromkeys(names(expression)))
        case Score(weights=weights) | Grading(weights=weights):
            return tuple(name for name, _ in weights)
        case _:
            return ()


def _formula_errors(metrics: dict[str, Metric], declared: frozenset[str]) -> list[FactError]:
    """Name metrics that are made of an unknown one or of themselves, and take them out."""
    errors: list[FactError] = []
    made = {name: parts for name, metric in metrics.items() if (parts := _parts(metric.actual))}
    for name, parts in made.items():
        actual = metrics[name].actual
        text, at = (actual.text, actual.at) if isinstance(actual, Formula) else (name, metrics[name].at)
        unknown = [part for part in parts if part not in metrics and part not in declared]
        errors.extend(unknown_metric(part, metrics, at) for part in unknown)
        if _leads_back(name, made):
            errors.append(bad_formula(text, Phrase("它最终引用了自己", "it leads back to itself"), at=at))
        if unknown or _leads_back(name, made):
            del metrics[name]
    return errors


def _leads_back(start: str, made: Mapping[str, tuple[str, ...]]) -> bool:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        parts = set(made.get(waiting.pop(), ())) - reached
        if start in parts:
            return True
        reached |= parts
        waiting.extend(sorted(parts))
    return False
