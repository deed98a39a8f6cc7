"""Weighted scores: a scorecard's points from attainments, a channel's points against the best channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass
from engine.metrics.compare import NO_ACTUAL
from engine.metrics.provenance import merged
from engine.metrics.query import Value
from engine.metrics.special import Grading, Score, Weights
from engine.model.facts import Better, FactSource

FULL = 100.0
ONE_CHANNEL = Phrase("评分只属于某一个渠道，用 .by(…) 取", "a score belongs to one member; ask with .by(…)")


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a grading: its polarity and the value of every member, None where there is none."""

    better: Better
    values: Sequence[float | None]


def scored(rule: Score, attainments: Mapping[str, Value]) -> Value:
    """Return 综合得分 = Σ weight × min(attainment, cap) ÷ Σ weight × 100; an attainment below 0 counts 0.

    A metric without attainment leaves no score: a total over the rest would reward what was not measured. Source: the balanced
    scorecard's weighted sum (Kaplan & Norton, "The Balanced Scorecard"), capped as 绩效责任书 do.
    """
    source = merged(value.source for value in attainments.values())
    for name, _ in rule.weights:
        if (value := attainments[name]).raw is None:
            reason = value.reason or NO_ACTUAL
            return Value(None, source, Phrase(f"{name}：{reason.zh}", f"{name}: {reason.en}"))
    points = sum(weight * min(max(attainments[name].raw or 0.0, 0.0), rule.cap) for name, weight in rule.weights)
    return Value(points / _sum(rule.weights) * FULL, source)


def graded(rule: Grading, factors: Mapping[str, Factor], index: int, source: FactSource) -> Value:
    """Return the points of member `index` = Σ weight × points of the factor ÷ Σ weight; a missing factor leaves no score."""
    total = 0.0
    for name, weight in rule.weights:
        points = points_of(factors[name], index)
        if points is None:
            return Value(None, source, Phrase(f"{name}：{NO_ACTUAL.zh}", f"{name}: {NO_ACTUAL.en}"))
        total += weight * points
    return Value(total / _sum(rule.weights), source)


def points_of(factor: Factor, index: int) -> float | None:
    """Return 0–100 for one member against the best: value ÷ highest, or lowest ÷ value where lower is better; below 0 counts 0.

    The best always has 100, so a single member has; where the best is 0, only those at 0 have 100.
    """
    value = factor.values[index]
    known = [other for other in factor.values if other is not None]
    if value is None:
        return None
    lower = factor.better is Better.LOWER
    best = min(known) if lower else max(known)
    part, whole = (best, value) if lower else (value, best)
    if whole <= 0 or (lower and best <= 0):
        return FULL if value == best else 0.0
    return max(part, 0.0) / whole * FULL


def score_definition(rule: Score, language: Language) -> str:
    """Return the definition of a score with its weights: 完成率（封顶 120%）按权重加总：GMV 40%、ROI 60%."""
    cap = f"{round(rule.cap * 100, 4):g}%"
    zh, en = f"完成率（封顶 {cap}）按权重加总", f"weighted sum of attainments, capped at {cap}"
    return f"{Phrase(zh, en).in_(language)}{_listed(rule.weights, language)}"


def grading_definition(rule: Grading, language: Language) -> str:
    """Return the definition of a grading: weights and cut-offs."""
    zh, en = "各项以最优者为 100 分，按权重加总", "each factor against the best (100), by weight"
    cuts = " ".join(f"{grade}≥{bound:g}" for grade, bound in rule.cuts)
    return f"{Phrase(zh, en).in_(language)}{_listed(rule.weights, language)}{Phrase('；', '; ').in_(language)}{cuts}"


def _listed(weights: Weights, language: Language) -> str:
    zh = language is Language.ZH
    parts = [f"{name} {round(weight / _sum(weights) * 100, 2):g}%" for name, weight in weights]
    return ("：" if zh else ": ") + ("、" if zh else ", ").join(parts)


def _sum(weights: Weights) -> float:
    return sum(weight for _, weight in weights)
