from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.brand.adopt.shades import faded, is_colourful, is_dark, least_ratio, mixed, ratio, readable

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


def test_mixtures() -> None:
    assert mixed("000000", "FFFFFF", 0.5) == "808080"
    assert (mixed("123456", "FFFFFF", 0), mixed("123456", "ABCDEF", 1)) == ("123456", "ABCDEF")


def test_contrast() -> None:
    assert round(ratio("000000", "FFFFFF")) == 21
    assert least_ratio("FFFFFF", ("000000", "FFFFFF")) == 1
    assert least_ratio("FFFFFF", ()) == 21


@given(colors, colors)
def test_every_colour_has_a_readable_shade_on_every_ground(color: str, ground: str) -> None:
    assert ratio(readable(color, (ground,)), ground) >= 4.5


def test_a_readable_colour_stays_and_others_change_little() -> None:
    assert readable("1A6585", ("FFFFFF",)) == "1A6585"
    assert readable("FC4132", ("FFFFFF",)) == "D9382B"
    assert readable("777777", ("FFFFFF", "000000")) == "757575"
    assert readable("777777", ("FFFFFF", "808080", "000000")) in {"000000", "FFFFFF"}, "there is none"


@given(colors)
def test_a_faded_ink_can_still_be_read(ground: str) -> None:
    ink = "FFFFFF" if is_dark(ground) else "000000"
    assert ratio(faded(ink, ground, 0.5, (ground,)), ground) >= 4.5


@pytest.mark.parametrize(
    ("color", "dark", "colourful"), [("FFFFFF", False, False), ("293C47", True, True), ("44546A", True, False), ("FC4132", False, True)]
)
def test_dark_and_colourful(color: str, dark: bool, colourful: bool) -> None:
    assert (is_dark(color), is_colourful(color)) == (dark, colourful)
