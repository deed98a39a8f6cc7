"""Totals of stacked series and the unseen line that carries them."""

from __future__ import annotations

from engine.charts.cartesian import VALUE_LABEL, Values
from engine.charts.definition import ChartLook
from engine.model.figure import FigureSeries, LabelPosition, PointLabel


def sums(parts: tuple[Values, ...]) -> Values:
    """Return the total of each category; None when all its parts are missing."""
    return tuple(
        None if all(value is None for value in column) else sum(value or 0.0 for value in column) for column in zip(*parts, strict=True)
    )


def total_line(look: ChartLook, totals: Values, code: str, shown: frozenset[int], highlight: tuple[int, ...]) -> FigureSeries:
    """Return the invisible line that carries the totals above the stacks."""
    labels = tuple(
        PointLabel(index, look.message if index in highlight else look.ink, VALUE_LABEL, position=LabelPosition.ABOVE)
        for index in sorted(shown)
    )
    return FigureSeries(look.word("合计", "Total"), totals, format=code, labels=labels)
