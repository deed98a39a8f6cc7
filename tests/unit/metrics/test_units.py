from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.metrics.formula import Operator
from engine.metrics.units import UnlikeUnits, are_alike, unit_of_result

ADD, MINUS, TIMES, BY = Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE


@pytest.mark.parametrize(
    ("left", "operator", "right", "unit"),
    [
        ("元", ADD, "元", "元"),
        ("元", MINUS, "人民币", "元"),
        ("单", ADD, "笔", "单"),
        ("元", ADD, None, "元"),
        (None, MINUS, "%", "%"),
        ("", ADD, "元", "元"),
        ("%", MINUS, "%", "%"),
        ("元", TIMES, "%", "元"),
        ("%", TIMES, "单", "单"),
        ("%", TIMES, "%", "%"),
        ("元", TIMES, 2, "元"),
        ("元", TIMES, "单", "元"),
        ("单", TIMES, "元", "元"),
        ("元/单", TIMES, "单", "元"),
        ("单", TIMES, "元/单", "元"),
        ("件/人", TIMES, "名", "件"),
        ("场", TIMES, "人", ""),
        ("元", BY, "元", ""),
        ("%", BY, "%", ""),
        ("元", BY, "%", "元"),
        ("元", BY, 46, "元"),
        ("元", BY, "单", ""),
        ("元", BY, "元/单", "单"),
        (100, BY, "单", ""),
    ],
)
def test_the_unit_of_a_result(left: str | int | None, operator: Operator, right: str | int | None, unit: str) -> None:
    one, other = (side if isinstance(side, str) else None for side in (left, right))
    assert unit_of_result(operator, one, other) == unit


@pytest.mark.parametrize(
    ("left", "operator", "right"), [("元", ADD, "%"), ("次", ADD, "元"), ("万元", MINUS, "元"), ("%", MINUS, "人"), ("元", TIMES, "元")]
)
def test_what_does_not_go_together(left: str, operator: Operator, right: str) -> None:
    with pytest.raises(UnlikeUnits):
        unit_of_result(operator, left, right)


@given(st.sampled_from(["元", "人", "%", "单", "", "万元", "元/单"]), st.sampled_from(["元", "人", "%", "单", "", "万元", "元/单"]))
def test_being_alike_has_no_side(one: str, other: str) -> None:
    assert are_alike(one, other) == are_alike(other, one)
    assert are_alike(one, one)
