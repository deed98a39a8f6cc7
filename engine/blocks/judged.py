"""Target against actual, judged: of metrics, and of numbers that a chart reads from a table."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.blocks.definition import BlockContext
from engine.metrics import compare
from engine.metrics.compare import DeviationSign, Goal
from engine.metrics.numbers import NO_VALUE, percent_style, style_of
from engine.metrics.provenance import merged
from engine.metrics.quantity import Look, Origin, Quantity
from engine.metrics.verdict import judge, status_text, verdict_formula
from engine.metrics.view import MetricView
from engine.model.facts import Better, Verdict
from engine.model.inlines import Tone


@dataclass(frozen=True, slots=True)
class Judged:
    """One item: its numbers as quantities and its grade, None when it cannot be judged."""

    name: str
    target: Quantity
    actual: Quantity
    deviation: Quantity
    attainment: Quantity
    status: Quantity
    grade: Verdict | None

    @property
    def tone(self) -> Tone:
        return self.grade.tone if self.grade is not None else Tone.NORMAL


def judged_view(name: str, view: MetricView) -> Judged:
    """Return a metric or a part of it, judged; raises FactError when it defines no target."""
    return Judged(name, view.target, view, view.deviation, view.attainment, view.status, view.grade)


def judged_pair(name: str, target: Quantity, actual: Quantity, better: Better, context: BlockContext) -> Judged:
    """Return two numbers of a table, judged by the report's thresholds; a missing one leaves the item without a grade."""
    goal, judging = Goal(better, target.value), context.metrics.judging
    known = actual.value is not None and target.value is not None
    grade = judge(actual.value, goal, judging.thresholds, judging.thresholds.tolerance) if actual.value is not None else None
    reason = "" if known else target.origin.reason or actual.origin.reason
    source = merged([actual.origin.source, target.origin.source])
    stem, desk = actual.origin.id, context.metrics.desk
    ratio = compare.attainment(actual.value, goal) if actual.value is not None else None
    words = status_text(grade, desk.language, judging.thresholds) if grade is not None else NO_VALUE
    formula = f"{actual.origin.id} ÷ {target.origin.id}" if better is Better.HIGHER else f"{target.origin.id} ÷ {actual.origin.id}"
    return Judged(
        name,
        target,
        actual,
        (actual - target if judging.deviation is DeviationSign.ACTUAL_MINUS_TARGET else target - actual).with_sign(),
        Quantity(ratio, Origin(f"{stem}.attainment", "", "attainment", name, formula, source, reason), Look(percent_style(), "%"), desk),
        Quantity(
            None,
            Origin(
                f"{stem}.status",
                "",
                "status",
                name,
                verdict_formula(goal, judging.thresholds, judging.thresholds.tolerance),
                source,
                reason,
            ),
            Look(style_of(""), words=words),
            desk,
        ),
        grade,
    )
