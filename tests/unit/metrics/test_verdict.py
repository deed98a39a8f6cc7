from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Language
from engine.metrics.compare import Goal
from engine.metrics.verdict import DEFAULT_THRESHOLDS, Thresholds, grade_legend, judge, status_text, verdict_formula, verdict_word
from engine.model.facts import Better, Verdict

EXCEEDED, MET, IMPROVE, MISSED = Verdict
HUNDRED = Goal(Better.HIGHER, 100)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (105, EXCEEDED),
        (104.95, EXCEEDED),
        (104.94, MET),
        (100, MET),
        (99.96, MET),
        (99.94, IMPROVE),
        (90, IMPROVE),
        (89.94, MISSED),
        (0, MISSED),
    ],
)
def test_grades_follow_the_printed_attainment(actual: float, expected: Verdict) -> None:
    assert judge(actual, HUNDRED) is expected


@pytest.mark.parametrize(("actual", "expected"), [(98, MET), (97.9, IMPROVE), (106, EXCEEDED)])
def test_within_the_tolerance_a_miss_is_met(actual: float, expected: Verdict) -> None:
    assert judge(actual, HUNDRED, tolerance=0.02) is expected


@pytest.mark.parametrize(
    ("goal", "actual", "expected"),
    [
        (Goal(Better.LOWER, 100), 104, IMPROVE),
        (Goal(Better.LOWER, 100), 95, EXCEEDED),
        (Goal(Better.LOWER, 100), 0, EXCEEDED),
        (Goal(Better.HIGHER, 0), 3, EXCEEDED),
        (Goal(Better.HIGHER, 0), 0, MET),
        (Goal(Better.HIGHER, 0), -1, MISSED),
        (Goal(Better.LOWER, 0), 1, MISSED),
        (Goal(Better.RANGE, low=10, high=15), 12, MET),
        (Goal(Better.RANGE, low=10, high=15), 9.5, IMPROVE),
        (Goal(Better.RANGE, low=0, high=3), -1, MISSED),
        (Goal(Better.HIGHER), 5, None),
    ],
)
def test_polarity_zero_and_ranges(goal: Goal, actual: float, expected: Verdict | None) -> None:
    assert judge(actual, goal) is expected


def test_thresholds_are_settings() -> None:
    assert judge(108, HUNDRED, Thresholds(exceeded=1.1, met=1.0, improve=0.95)) is MET
    assert judge(94, HUNDRED, Thresholds(exceeded=1.1, met=1.0, improve=0.95)) is MISSED


@given(st.floats(0, 300), st.floats(0, 300), st.floats(0, 0.1))
def test_a_better_number_never_gets_a_worse_grade(one: float, other: float, tolerance: float) -> None:
    order = list(Verdict)
    low, high = (judge(value, HUNDRED, tolerance=tolerance) for value in sorted((one, other)))
    assert low is not None and high is not None and order.index(high) <= order.index(low)


def test_words() -> None:
    assert [status_text(grade, Language.ZH) for grade in Verdict] == ["▲ 超额完成", "● 达成", "◆ 待改进", "▼ 未达成"]
    assert verdict_word(MISSED, Language.EN) == "Missed"


def test_the_legend_tells_the_bounds() -> None:
    legend = [words for _, words in grade_legend(DEFAULT_THRESHOLDS, Language.ZH)]
    assert legend == ["超额完成 ≥105%", "达成 100%–105%", "待改进 90%–100%", "未达成 <90%"]


def test_the_formula_names_polarity_bounds_and_tolerance() -> None:
    assert verdict_formula(HUNDRED, DEFAULT_THRESHOLDS, 0.02) == "grade of attainment (higher is better; 1.05/1/0.9, tolerance −2%)"


def test_the_house_has_words_and_a_tolerance_of_its_own() -> None:
    house = Thresholds(tolerance=0.02, words=("A", "B", "C", "D"))
    assert [verdict_word(grade, Language.ZH, house) for grade in Verdict] == ["A", "B", "C", "D"]
    assert status_text(MISSED, Language.EN, house) == "▼ D"
    assert next(words for _, words in grade_legend(house, Language.ZH)) == "A ≥105%"
    assert (house.tolerated(None), house.tolerated(0.0), house.tolerated(0.05)) == (0.02, 0.0, 0.05)
