"""Letters for numbers: the first grade whose bound a number reaches, else the letter after the last."""

from __future__ import annotations

from collections.abc import Mapping


def grade_of(number: float | None, bounds: Mapping[str, float]) -> str:
    """Return the first grade whose bound the number reaches, else the letter after the last; no number earns none."""
    if number is None:
        return ""
    return next((grade for grade, bound in bounds.items() if round(number, 9) >= bound), lowest_grade(bounds))


def lowest_grade(bounds: Mapping[str, float]) -> str:
    """Return the grade of what reaches no bound: the letter after the last one."""
    last = list(bounds)[-1]
    return last[:-1] + chr(ord(last[-1]) + 1)


def falls(bounds: Mapping[str, float]) -> bool:
    """Tell whether each bound is lower than the one before."""
    numbers = list(bounds.values())
    return numbers == sorted(set(numbers), reverse=True)
