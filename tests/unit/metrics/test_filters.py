from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.metrics.filters import filters
from engine.metrics.problems import FactError
from engine.metrics.quantity import Quantity
from tests.support.review import NB, metrics

FILTERS = filters(Language.ZH)


@pytest.mark.parametrize(
    ("name", "arguments", "expected", "fact"),
    [
        ("wan", (), f"12,840{NB}万元", "gmv.actual|wan"),
        ("wan", (1,), f"12,840.0{NB}万元", "gmv.actual|wan1"),
        ("yi", (), f"1.28{NB}亿元", "gmv.actual|yi"),
        ("money", (), "¥128,400,000", "gmv.actual|money0"),
        ("number", (), "128,400,000", "gmv.actual|number0"),
        ("signed", (), f"+12,840{NB}万元", "gmv.actual|signed"),
    ],
)
def test_another_look_of_a_fact(name: str, arguments: tuple[int, ...], expected: str, fact: str) -> None:
    found = FILTERS[name](metrics().get("gmv"), *arguments)
    assert isinstance(found, Quantity)
    assert (found.text, found.fact().id) == (expected, fact)


def test_a_growth_in_percent_loses_its_sign_unless_asked_for() -> None:
    growth = metrics().get("gmv").yoy
    plain = FILTERS["pct"](growth)
    assert isinstance(plain, Quantity) and plain.text == "18.9%"
    again = FILTERS["signed"](plain)
    assert isinstance(again, Quantity) and again.text == "+18.9%"
    points = FILTERS["pp"](metrics().get("retention").yoy, 2)
    assert isinstance(points, Quantity) and points.text == f"−1.20{NB}个百分点"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("wan", 15_000_000, "1,500万"),
        ("pct", 0.924, "92.4%"),
        ("money", 1234, "¥1,234"),
        ("signed", 3, "+3"),
        ("signed", -0.5, "−0.5"),
        ("number", 1e6, "1,000,000"),
    ],
)
def test_plain_numbers_become_text(name: str, value: float, expected: str) -> None:
    assert FILTERS[name](value) == expected


@pytest.mark.parametrize("decimals", [-1, 7, 999_999_999, "a", 1.5, True])
@pytest.mark.parametrize("value", [0.5, metrics().get("gmv")])
def test_decimals_are_few(decimals: object, value: object) -> None:
    with pytest.raises(FactError, match="decimals are a whole number from 0 to 6"):
        FILTERS["pct"](value, decimals)


@pytest.mark.parametrize("value", ["12", None, True])
def test_anything_else_is_a_mistake(value: object) -> None:
    with pytest.raises(FactError, match="number filters need a number"):
        FILTERS["wan"](value)
