from __future__ import annotations

import pytest

from engine.load.locate import Scalar
from engine.load.scalars import UnusableNumber, resolve


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("NO", "NO"), ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("17", 17), ("017", 17), ("0o17", 15), ("0x1F", 31), ("-3", -3), ("+3", 3), ("1.50", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0),
        ("12:30:45", "12:30:45"), ("1_000", "1_000"), ("2025-07-08", "2025-07-08"), ("0b11", "0b11"), ("1,234", "1,234"), ("-", "-"), ("１２", "１２"),
    ],
)  # fmt: skip
def test_yaml_1_2_core(word: str, meaning: Scalar) -> None:
    value = resolve(word)
    assert value == meaning
    assert type(value) is type(meaning)


@pytest.mark.parametrize("word", [".nan", ".NaN", ".inf", "-.inf", "1e999", "9" * 41])
def test_numbers_of_no_use(word: str) -> None:
    with pytest.raises(UnusableNumber):
        resolve(word)
