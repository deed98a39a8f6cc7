from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.metrics.response import answered, response_definition, swapped
from engine.metrics.special import Response

ELASTIC, MARGINAL, AVERAGE = Response("g", "c", elasticity=0.5), Response("g", "c", marginal=1.5), Response("g", "c")


@pytest.mark.parametrize(
    ("response", "change", "expected"),
    [
        (ELASTIC, 0.21, 440.0),
        (ELASTIC, -0.19, 360.0),
        (MARGINAL, 0.1, 425.0),
        (MARGINAL, -0.1, 375.0),
        (AVERAGE, 0.1, 440.0),
        (ELASTIC, -1.0, None),
    ],
)
def test_the_return_answers_to_the_cost(response: Response, change: float, expected: float | None) -> None:
    assert answered(400, 100, change, response) == (None if expected is None else pytest.approx(expected))


def test_without_cost_there_is_no_answer() -> None:
    assert answered(400, 0, 0.1, ELASTIC) is None


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.sampled_from([ELASTIC, MARGINAL, AVERAGE]))
def test_no_change_changes_nothing(gain: float, cost: float, response: Response) -> None:
    assert answered(gain, cost, 0, response) == pytest.approx(gain)


def test_a_swap_keeps_the_cost_and_moves_the_return() -> None:
    assert swapped((100, 50), (400, 50), 0.5, AVERAGE) == pytest.approx(-50 + 200)
    assert swapped((100, 50), (400, 50), 0.5, MARGINAL) == pytest.approx(0), "the same margin everywhere"
    assert swapped((100, 50), (400, 50), 1, AVERAGE) == pytest.approx(-100 + 400)


@pytest.mark.parametrize("share", [0.0, -0.1, 1.1])
def test_a_share_lies_between_nothing_and_all(share: float) -> None:
    assert swapped((100, 50), (400, 50), share, AVERAGE) is None


def test_a_channel_without_cost_has_nothing_to_grow_from() -> None:
    assert swapped((100, 50), (400, 0), 0.5, AVERAGE) is None


def test_the_assumption_is_stated() -> None:
    assert "费用弹性为 0.5" in response_definition(ELASTIC).zh
    assert "费用每增 1 元，回报增 2.5 元" in response_definition(MARGINAL).zh
    assert "on average" in response_definition(AVERAGE).en
