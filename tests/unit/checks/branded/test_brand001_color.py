from __future__ import annotations

import pytest

from engine.checks.branded.brand001_color import CHECK, nearest_color
from engine.probe.drawn import DrawnFile, DrawnText
from tests.support.branded import RULES, told, wearing


def found(*texts: DrawnText) -> list[str]:
    return told(CHECK, DrawnFile("pptx", texts=texts))


def test_a_colour_from_elsewhere() -> None:
    assert found(wearing("一句话", color="FF00FF")) == [
        "x BRAND001 “一句话” on slide 1 has the colour #FF00FF, which the theme 'harbor' has not / use a colour of the theme; the nearest is #1A6585"
    ]


def test_a_colour_is_told_once_a_place() -> None:
    assert len(found(wearing("一", color="FF00FF"), wearing("二", color="FF00FF"), wearing("三", page=2, color="FF00FF"))) == 2


@pytest.mark.parametrize(
    "color", ["", "14232F", "000000", "FFFFFF", "15242E", "nope"], ids=["theirs", "ink", "black", "white", "rounded", "odd"]
)
def test_colours_of_the_brand_pass(color: str) -> None:
    assert found(wearing("一句话", color=color)) == []


def test_the_nearest_colour() -> None:
    assert nearest_color("1A6599", RULES) == ("1A6585", 0x14)
