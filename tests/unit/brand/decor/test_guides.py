from __future__ import annotations

import pytest

from engine.brand.decor.guides import guide_values, value_of


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("val 7", 7),
        ("*/ w 1 4", 25),
        ("*/ w 1 0", 0),
        ("+- w h 10", 140),
        ("+/ w h 2", 75),
        ("?: -1 w h", 50),
        ("?: 1 w h", 100),
        ("abs -3", 3),
        ("at2 1 1", 2_700_000),
        ("cat2 10 3 4", 6),
        ("sat2 10 3 4", 8),
        ("cos 10 cd4", 0),
        ("sin 10 cd4", 10),
        ("tan 10 cd8", 10),
        ("max w h", 100),
        ("min w h", 50),
        ("mod 2 3 6", 7),
        ("pin 0 -5 10", 0),
        ("pin 0 15 10", 10),
        ("sqrt 9", 3),
        ("val wd2", 50),
        ("val ss", 50),
    ],
)
def test_formulas(formula: str, value: float) -> None:
    assert guide_values([("x", formula)], 100, 50)["x"] == pytest.approx(value, abs=1e-9)


def test_a_formula_may_use_those_before_it() -> None:
    assert guide_values([("a", "val 3"), ("b", "*/ a 2 1")], 1, 1)["b"] == 6


@pytest.mark.parametrize("formula", ["?? 1", "*/ 1 2", "val nothing"])
def test_a_formula_that_nobody_can_tell(formula: str) -> None:
    with pytest.raises(ValueError, match=r"\?\?|\*/|nothing"):
        guide_values([("x", formula)], 1, 1)


def test_an_operand_is_a_name_or_a_number() -> None:
    assert (value_of("w", {"w": 5.0}), value_of("-2", {})) == (5.0, -2.0)
