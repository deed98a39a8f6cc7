import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.charts.scale import Scale, round_step, ticks, tidy, value_scale

VALUES = st.lists(st.floats(-1e9, 1e9, allow_nan=False, allow_subnormal=False), min_size=1, max_size=20)


@pytest.mark.parametrize(("span", "step"), [(100, 20), (4780, 1000), (1.2, 0.25), (7, 2), (1, 0.2)])
def test_the_step_is_round(span: float, step: float) -> None:
    assert round_step(span, 5) == step


def test_the_axis_begins_at_zero_and_need_not_end_on_a_tick() -> None:
    scale = value_scale([2268, 1044, 4147], room=0.1)
    assert scale == Scale(0, 4800, 1000)
    assert ticks(scale) == (0, 1000, 2000, 3000, 4000)


def test_negative_values_put_the_minimum_on_a_tick() -> None:
    scale = value_scale([268, -90], room=0.1)
    assert scale.minimum == -200
    assert 0 in ticks(scale)


def test_only_negative_values_end_at_zero() -> None:
    scale = value_scale([-5, -3])
    assert scale.maximum == 0 and scale.minimum <= -5


def test_labels_have_room_on_both_sides_of_zero() -> None:
    scale = value_scale([268, -190], room=0.1)
    tenth = (scale.maximum - scale.minimum) * 0.1
    assert scale.minimum <= -190 - tenth
    assert scale.maximum >= 268 + tenth


def test_room_of_negative_values_is_below_them_not_above_zero() -> None:
    scale = value_scale([-5, -3], room=0.2)
    assert scale.maximum == 0
    assert -5 - scale.minimum >= 0.2 * -scale.minimum


def test_zeros_and_gaps_still_give_an_axis() -> None:
    assert value_scale([0, None, 0]) == Scale(0, 1, 0.2)
    assert value_scale([]).maximum == 1


def test_a_cut_axis_begins_where_it_is_told() -> None:
    scale = value_scale([3000, 3076, 2880], start=2700, room=0.1)
    assert scale.minimum == 2700 and scale.maximum >= 3076


def test_binary_noise_is_removed() -> None:
    assert tidy(0.1 + 0.2) == 0.3
    assert str(tidy(-0.0)) == "0.0"


@given(VALUES, st.floats(0, 0.5))
def test_every_value_and_zero_are_inside(values: list[float], room: float) -> None:
    scale = value_scale(values, room=room)
    slack = 1e-6 * (scale.maximum - scale.minimum)
    assert scale.minimum <= min(0, *values) + slack and max(0, *values) <= scale.maximum + slack
    assert 2 <= len(ticks(scale)) <= 12
