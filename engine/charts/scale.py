"""Fixed value axes: a round step, zero on a tick, and room for the labels above the highest value."""

from __future__ import annotations

import math
from collections.abc import Iterable

from engine.base.records import dataclass

ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


LEAST_PLOT = 0.2
"""Part of the axis that the values keep, however much room their labels need."""


@dataclass(frozen=True, slots=True)
class Scale:
    minimum: float
    maximum: float
    major: float


def round_step(span: float, ticks: int) -> float:
    """Return the smallest round step that divides `span` into at most `ticks` parts; `span` is positive."""
    raw = span / ticks
    power = 10.0 ** math.floor(math.log10(raw))
    return next(tidy(step * power) for step in ROUND_STEPS if step * power >= raw * (1 - 1e-9))


def value_scale(values: Iterable[float | None], *, room: float = 0.0, ticks: int = 5, start: float | None = None) -> Scale:
    """Return an axis that holds all values and zero (or begins at `start`).

    `room` is the part of the plot's height that labels need beyond the extreme values on either side of zero. The maximum need not be on a tick: it is
    rounded up to a fifth of the step, so that bars use the height; the minimum is on a tick, because Office counts ticks from it.
    """
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    base = min(0.0, low) if start is None else start
    top = max(0.0 if start is None else start, high)
    if top <= base:
        top = base + 1.0
    below = start is None and base < 0
    sides = int(top > 0 or not below) + int(below)  # with values on both sides of zero labels stand beyond both ends
    span = (top - base) / max(1 - sides * room, LEAST_PLOT)
    major = round_step(span, ticks)
    if below:
        base = tidy(math.floor((base - room * span) / major + 1e-9) * major)
    if below and top <= 0:
        return Scale(base, 0.0, major)
    above = room / (1 - room) * (top - base)
    fifth = major / 5
    return Scale(base, tidy(math.ceil((top + above) / fifth - 1e-9) * fifth), major)


def ticks(scale: Scale) -> tuple[float, ...]:
    """Return the values that carry gridlines and tick labels, from the minimum up."""
    count = math.floor((scale.maximum - scale.minimum) / scale.major + 1e-9)
    return tuple(tidy(scale.minimum + scale.major * step) for step in range(count + 1))


def tidy(value: float) -> float:
    """Return the value without binary noise (0.30000000000000004 → 0.3) and without a negative zero."""
    return float(f"{value:.12g}") + 0.0
