"""How far a metric is on the wrong side of its target, for the deviation alert."""

from __future__ import annotations

from engine.metrics.compare import deviation_rate
from engine.metrics.view import MetricView
from engine.model.facts import Better


def shortfall(view: MetricView) -> float | None:
    """Return the deviation on the wrong side as a ratio of the target: 0.25 for 75 of 100, or for 125 where lower is better.

    0 on target and beyond it; None without actual, target, or for a target of 0. For a range it is 1 − attainment.
    """
    if not view.has_target or view.value is None:
        return None
    if view.better is Better.RANGE:
        near = view.attainment.value
        return None if near is None else max(0.0, 1 - near)
    target = view.target.value
    rate = None if target is None else deviation_rate(view.value, target)
    if rate is None:
        return None
    return max(0.0, rate if view.better is Better.LOWER else -rate)
