from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.metrics.compare import (
    NEGATIVE_BASE,
    ZERO_BASE,
    Change,
    DeviationSign,
    Goal,
    attainment,
    attainment_formula,
    change,
    deviation,
    deviation_rate,
    deviation_rate_formula,
    no_growth,
    share,
)
from engine.model.facts import Better

HIGHER, LOWER = Better.HIGHER, Better.LOWER
POSITIVE = st.floats(min_value=0.01, max_value=1e9)


@pytest.mark.parametrize(
    ("better", "actual", "target", "expected"),
    [
        (HIGHER, 12_840, 12_000, 1.07),
        (HIGHER, 0, 10, 0.0),
        (HIGHER, 5, 0, None),
        (HIGHER, -80, -100, 1.2),
        (HIGHER, -120, -100, 0.8),
        (LOWER, 2_880, 3_000, 3_000 / 2_880),
        (LOWER, 104, 100, 100 / 104),
        (LOWER, 0, 100, None),
        (LOWER, 0, 0, 1.0),
        (LOWER, 3, 0, 0.0),
        (LOWER, -120, -100, 1.2),
    ],
)
def test_attainment_by_polarity(better: Better, actual: float, target: float, expected: float | None) -> None:
    found = attainment(actual, Goal(better, target))
    assert found == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("better", "actual", "target", "formula"),
    [
        (HIGHER, 12, 10, "m.actual ÷ m.target"),
        (HIGHER, -12, 10, "m.actual ÷ m.target"),
        (HIGHER, -80, -100, "1 + (m.actual − m.target) ÷ |m.target| (negative target)"),
        (LOWER, 104, 100, "m.target ÷ m.actual (lower is better)"),
        (LOWER, None, 100, "m.target ÷ m.actual (lower is better)"),
        (LOWER, 3, 0, "1 if m.actual = 0 else 0 (lower is better, target 0)"),
        (LOWER, -5, 100, "1 − (m.actual − m.target) ÷ |m.target| (lower is better, negative number)"),
        (LOWER, -120, -100, "1 − (m.actual − m.target) ÷ |m.target| (lower is better, negative number)"),
        (Better.RANGE, 3, None, "1 inside m.target, else nearness to the missed bound"),
    ],
)
def test_the_formula_is_the_one_that_was_used(better: Better, actual: float | None, target: float | None, formula: str) -> None:
    """A reader who reckons 完成率 with the formula of the ledger gets the figure that is printed."""
    assert attainment_formula("m", actual, Goal(better, target)) == formula


def test_the_formula_of_a_deviation_from_a_planned_loss() -> None:
    assert deviation_rate(-40, -50) == pytest.approx(0.2)
    assert deviation_rate_formula("m", -50) == "(m.actual − m.target) ÷ |m.target| (negative target)"
    assert [deviation_rate_formula("m", target) for target in (50, 0, None)] == ["m.actual ÷ m.target − 1"] * 3


@pytest.mark.parametrize(("actual", "expected"), [(10, 1.0), (12, 1.0), (15, 1.0), (9, 0.9), (20, 0.75)])
def test_attainment_of_a_range_is_nearness(actual: float, expected: float) -> None:
    assert attainment(actual, Goal(Better.RANGE, low=10, high=15)) == pytest.approx(expected)


def test_no_target_no_attainment() -> None:
    assert attainment(5, Goal(HIGHER)) is None
    assert attainment(-5, Goal(Better.RANGE, low=0, high=3)) is None


@given(POSITIVE, POSITIVE)
def test_attainment_of_positive_numbers_is_the_plain_quotient(actual: float, target: float) -> None:
    assert attainment(actual, Goal(HIGHER, target)) == pytest.approx(actual / target)
    assert attainment(actual, Goal(LOWER, target)) == pytest.approx(target / actual)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6).filter(lambda value: abs(value) > 1))
def test_more_is_never_worse_when_higher_is_better(one: float, other: float, target: float) -> None:
    low, high = sorted((one, other))
    first, second = attainment(low, Goal(HIGHER, target)), attainment(high, Goal(HIGHER, target))
    assert first is not None and second is not None and first <= second


def test_deviation_follows_the_sign_in_force() -> None:
    assert deviation(1044, 1200) == -156
    assert deviation(1044, 1200, DeviationSign.TARGET_MINUS_ACTUAL) == 156
    assert deviation_rate(1044, 1200) == pytest.approx(-0.13)
    assert deviation_rate(5, 0) is None


def test_changes() -> None:
    assert change(12_840, 10_800, Change.GROWTH) == pytest.approx(0.18889, abs=1e-5)
    assert change(0.17, 0.182, Change.POINTS) == pytest.approx(-0.012)
    assert change(4.62, 4.51, Change.DIFFERENCE) == pytest.approx(0.11)
    assert change(5, 0, Change.GROWTH) is None
    assert change(-50, -100, Change.GROWTH) is None
    assert change(-50, -100, Change.DIFFERENCE) == 50
    assert (no_growth(0), no_growth(-1)) == (ZERO_BASE, NEGATIVE_BASE)


def test_share_of_nothing_is_no_share() -> None:
    assert share(25, 100) == 0.25
    assert share(1, 0) is None
