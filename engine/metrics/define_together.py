"""What a definition can only say once all metrics are known: weights that scorecards give, labels of what is weighed, units of formulas."""

from __future__ import annotations

from engine.base.diagnostics import Language, Phrase
from engine.base.records import replace
from engine.metrics.appearance import base_unit, is_rate
from engine.metrics.definition import Formula, Metric
from engine.metrics.formula import Expression, Name, Number, Operation, Operator
from engine.metrics.problems import FactError, bad_setting, unlike_units
from engine.metrics.scoring import grading_definition, score_definition
from engine.metrics.special import Grading, Score
from engine.metrics.units import UnlikeUnits, unit_of_result


def weights_of_scorecards(metrics: dict[str, Metric]) -> list[FactError]:
    """Give a score without weights those of the scorecards; return what is wrong and take it out, when they give none."""
    errors = []
    given = tuple((name, metric.weight) for name, metric in metrics.items() if metric.weight is not None and metric.weight > 0)
    for name, metric in list(metrics.items()):
        if not isinstance(metric.actual, Score) or metric.actual.weights:
            continue
        if given:
            metrics[name] = replace(metric, actual=replace(metric.actual, weights=given))
            continue
        why = Phrase("没有权重：计分卡里没有权重列", "there are no weights, and no scorecard gives any")
        errors.append(bad_setting(name, why, Phrase("写 weights: {gmv: 40, …}", "write weights: {gmv: 40, …}"), metric.actual.at))
        del metrics[name]
    return errors


def told_weights(metrics: dict[str, Metric], language: Language) -> None:
    """Give scores and gradings without a definition one that states their weights, by the names of the metrics."""
    for name, metric in metrics.items():
        if isinstance(metric.actual, Score | Grading) and not metric.definition:
            weights = tuple((metrics[part].label if part in metrics else part, weight) for part, weight in metric.actual.weights)
            rule = replace(metric.actual, weights=weights)
            words = score_definition(rule, language) if isinstance(rule, Score) else grading_definition(rule, language)
            metrics[name] = replace(metric, definition=words)


def points_of_rates(metrics: dict[str, Metric], language: Language) -> None:
    """Measure the difference of two rates in percentage points, whatever unit it was given."""
    for name, metric in metrics.items():
        match metric.actual:
            case Formula(expression=Operation(Operator.SUBTRACT, Name(one), Name(other))):
                sides = [metrics[side] for side in (one, other) if side in metrics]
                if len(sides) == 2 and all(map(is_rate, sides)):
                    metrics[name] = replace(metric, unit="个百分点" if language is Language.ZH else "pp")
            case _:
                continue


def unlike_formulas(metrics: dict[str, Metric]) -> list[FactError]:
    """Return what is wrong with formulas that add what cannot be added (FACT018)."""
    errors = []
    for metric in metrics.values():
        if isinstance(metric.actual, Formula):
            try:
                _unit_of(metric.actual.expression, metric.actual, metrics)
            except FactError as error:
                errors.append(error)
    return errors


def _unit_of(expression: Expression, formula: Formula, metrics: dict[str, Metric]) -> str | None:
    """Return the unit that a formula comes to, None for a bare number; raises FactError (FACT018)."""
    match expression:
        case Number():
            return None
        case Name(metric):
            return base_unit(metrics[metric]) if metric in metrics else ""
        case Operation(operator, left, right):
            one, other = _unit_of(left, formula, metrics), _unit_of(right, formula, metrics)
            if one is None and other is None:
                return None
            try:
                return unit_of_result(operator, one, other)
            except UnlikeUnits as trouble:
                multiplied = operator is Operator.MULTIPLY
                raise unlike_units(formula.text, one or "", other or "", multiplied=multiplied, at=formula.at) from trouble
