from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.checks.number_words import Bound, worded_numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("增长两成", ("两成", 0.2, Bound.ABOUT, False)),
        ("近三成五", ("近三成五", 0.35, Bound.NEARLY, False)),
        ("两成半", ("两成半", 0.25, Bound.ABOUT, False)),
        ("超过九成", ("超过九成", 0.9, Bound.OVER, False)),
        ("两成多", ("两成多", 0.2, Bound.OVER, False)),
        ("不到四分之三", ("不到四分之三", 0.75, Bound.UNDER, False)),
        ("百分之二十五", ("百分之二十五", 0.25, Bound.ABOUT, False)),
        ("百分之十", ("百分之十", 0.1, Bound.ABOUT, False)),
        ("占一半", ("一半", 0.5, Bound.ABOUT, False)),
        ("占比过半", ("过半", 0.5, Bound.OVER, False)),
        ("近半", ("近半", 0.5, Bound.NEARLY, False)),
        ("翻了一番", ("翻了一番", 1.0, Bound.ABOUT, True)),
        ("增长了一倍", ("了一倍", 1.0, Bound.ABOUT, True)),
        ("翻两番", ("翻两番", 3.0, Bound.ABOUT, True)),
        ("成本腰斩", ("腰斩", 0.5, Bound.ABOUT, True)),
        ("more than doubled", ("more than doubled", 1.0, Bound.OVER, True)),
        ("nearly two-thirds of it", ("nearly two-thirds", 2 / 3, Bound.NEARLY, False)),
        ("half of the target", ("half", 0.5, Bound.ABOUT, False)),
    ],
)
def test_numbers_in_words(words: str, found: tuple[str, float, Bound, bool]) -> None:
    (number,) = worded_numbers(words)
    assert (words[number.start : number.end], number.bound, number.growth) == (found[0], *found[2:])
    assert number.ratio == pytest.approx(found[1])


@pytest.mark.parametrize(
    "words",
    [
        "成交额",
        "三成本",
        "八成新",
        "一成不变",
        "前一半",
        "另一半",
        "过半年",
        "first half",
        "half a year",
        "the third quarter",
        "a third campaign",
        "a quarter later",
    ],
)
def test_what_is_no_number(words: str) -> None:
    assert list(worded_numbers(words)) == []


@given(st.floats(0, 4))
def test_bounds_are_one_sided_and_about_is_both(value: float) -> None:
    (about,), (over,), (under,) = (tuple(worded_numbers(words)) for words in ("三成", "超过三成", "不到三成"))
    assert over.allows(value) or under.allows(value)
    assert about.allows(value) == (abs(value - 0.3) <= 0.05)
