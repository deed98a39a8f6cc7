"""The review's four grades: which one an attainment earns, and its words."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass
from engine.metrics.compare import Goal, attainment
from engine.metrics.numbers import MINUS, rounded_half_up
from engine.model.facts import Better, Verdict
from engine.model.theme import STATUS_GLYPHS

PRINTED_DECIMALS = 3
"""Attainments are printed as 104.4 %, that is with three decimals of the ratio."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Lowest attainment of each grade, as ratios; below `improve` the goal is missed (board, DESIGN-SYSTEM §4).

    `tolerance` holds for metrics that give none of their own. `words` are the house's own for the four grades, best first; None: the usual.
    """

    exceeded: float = 1.05
    met: float = 1.0
    improve: float = 0.9
    tolerance: float = 0.0
    words: tuple[str, str, str, str] | None = None

    def tolerated(self, own: float | None) -> float:
        """Return the tolerance of a metric whose own is `own`."""
        return self.tolerance if own is None else own


DEFAULT_THRESHOLDS = Thresholds()
VERDICT_WORDS: Mapping[Verdict, Phrase] = {
    Verdict.EXCEEDED: Phrase("超额完成", "Exceeded"),
    Verdict.MET: Phrase("达成", "Met"),
    Verdict.IMPROVE: Phrase("待改进", "To improve"),
    Verdict.MISSED: Phrase("未达成", "Missed"),
}


def judge(actual: float, goal: Goal, thresholds: Thresholds = DEFAULT_THRESHOLDS, tolerance: float = 0.0) -> Verdict | None:
    """Return the grade, None without a target.

    The attainment is graded as it is printed (100.0 %), so that a grade never contradicts the percentage beside it. Within `tolerance`
    (a ratio of the target) below the target a miss still counts as met. Inside a range is met, never exceeded. Where a ratio has no meaning
    (a target of 0), the numbers themselves are compared.
    """
    ratio = attainment(actual, goal)
    if ratio is None:
        return _judge_plainly(actual, goal)
    printed = float(rounded_half_up(round(ratio, 9), PRINTED_DECIMALS))
    if goal.better is not Better.RANGE and printed >= thresholds.exceeded:
        return Verdict.EXCEEDED
    if printed + tolerance >= thresholds.met - 1e-9:  # 0.98 + 0.02 is a hair below 1 in binary
        return Verdict.MET
    return Verdict.IMPROVE if printed >= thresholds.improve else Verdict.MISSED


def verdict_word(verdict: Verdict, language: Language, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> str:
    if thresholds.words is not None:
        return thresholds.words[list(Verdict).index(verdict)]
    return VERDICT_WORDS[verdict].in_(language)


def status_text(verdict: Verdict, language: Language, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> str:
    """Return glyph and word: ▲ 超额完成."""
    return f"{STATUS_GLYPHS[verdict.tone]} {verdict_word(verdict, language, thresholds)}"


def grade_legend(thresholds: Thresholds, language: Language) -> tuple[tuple[Verdict, str], ...]:
    """Return each grade with the attainments that earn it: 超额完成 ≥105%, 达成 100%–105% and so on."""
    exceeded, met, improve = (f"{round(bound * 100, 4):g}%" for bound in (thresholds.exceeded, thresholds.met, thresholds.improve))
    bounds = (f"≥{exceeded}", f"{met}–{exceeded}", f"{improve}–{met}", f"<{improve}")
    return tuple(
        (verdict, f"{verdict_word(verdict, language, thresholds)} {bound}") for verdict, bound in zip(Verdict, bounds, strict=True)
    )


def verdict_formula(goal: Goal, thresholds: Thresholds, tolerance: float) -> str:
    """Return how a grade came about, for the ledger."""
    allowed = f", tolerance {MINUS}{round(tolerance * 100, 4):g}%" if tolerance else ""
    bounds = f"{thresholds.exceeded:g}/{thresholds.met:g}/{thresholds.improve:g}"
    return f"grade of attainment ({goal.better.value} is better; {bounds}{allowed})"


def _judge_plainly(actual: float, goal: Goal) -> Verdict | None:
    if goal.better is Better.RANGE:
        return Verdict.MISSED
    if goal.value is None:
        return None
    lead = actual - goal.value if goal.better is Better.HIGHER else goal.value - actual
    if lead == 0:
        return Verdict.MET
    return Verdict.EXCEEDED if lead > 0 else Verdict.MISSED
