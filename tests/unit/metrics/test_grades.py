from __future__ import annotations

import pytest

from engine.metrics.grades import falls, grade_of, lowest_grade

BOUNDS = {"A": 5.0, "B": 3.0}


@pytest.mark.parametrize(("number", "expected"), [(5.0, "A"), (4.999, "B"), (3.0, "B"), (2.9, "C"), (None, "")])
def test_grades(number: float | None, expected: str) -> None:
    assert grade_of(number, BOUNDS) == expected


def test_what_reaches_no_bound_gets_the_next_letter() -> None:
    assert lowest_grade(BOUNDS) == "C"


def test_bounds_fall() -> None:
    assert falls(BOUNDS)
    assert not falls({"A": 3.0, "B": 3.0})
    assert not falls({"A": 3.0, "B": 5.0})
