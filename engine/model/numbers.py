"""How a number is shown: scale, decimals and unit. The formatting itself is in `engine.metrics.numbers`."""

from __future__ import annotations

from engine.base.records import dataclass


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """`divisor` scales a raw value before printing (10 000 for 万, 0.01 for %); `unit` is printed once per axis or column.

    `office` is the Excel number format that prints the *scaled* value (`#,##0.0`); `prefix` stands before the digits (¥).
    """

    divisor: float = 1.0
    decimals: int = 0
    unit: str = ""
    office: str = "#,##0"
    prefix: str = ""

    def scaled(self, raw: float) -> float:
        """Return the raw value in the printed unit, rounded just enough to hide binary noise."""
        return round(raw / self.divisor, 10)
