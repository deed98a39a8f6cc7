"""Scaling a raw value to the printed unit."""

from __future__ import annotations

from engine.model.numbers import NumberStyle


def test_wan_and_percent() -> None:
    assert NumberStyle(10_000, 0, "万元").scaled(128_400_000.0) == 12_840.0
    assert NumberStyle(0.01, 1, "%").scaled(0.924) == 92.4


def test_binary_noise_is_gone() -> None:
    assert NumberStyle(0.01).scaled(0.07) == 7.0
    assert 0.07 / 0.01 != 7.0
