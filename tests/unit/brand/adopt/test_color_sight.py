from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.brand.adopt.color_sight import Sight, blind_difference, difference, lightness

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


def test_black_and_white_are_as_far_apart_as_it_goes() -> None:
    assert difference("000000", "FFFFFF") == pytest.approx(100)
    assert lightness("FFFFFF") - lightness("000000") == pytest.approx(100)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [("FF0000", "00FF00", 86.6), ("0000FF", "FF0000", 52.9), ("FFFF00", "FFFFFF", 30.9), ("808080", "7F8080", 0.45)],
)
def test_known_differences(one: str, other: str, known: float) -> None:
    assert difference(one, other) == pytest.approx(known, abs=0.5)


def test_red_and_green_are_alike_to_who_lacks_green() -> None:
    assert difference("70AD47", "ED7D31") > 45, "Office's green and orange"
    assert blind_difference("70AD47", "ED7D31") < 7
    assert difference("0072B2", "D55E00", Sight.DEUTAN) > 40, "blue and vermilion of Okabe and Ito are not"


@given(COLORS, COLORS)
def test_a_difference_has_no_direction(one: str, other: str) -> None:
    assert difference(one, other) == pytest.approx(difference(other, one), abs=1e-6)
    assert 0 <= blind_difference(one, other) <= 130
    assert difference(one, one) == 0
