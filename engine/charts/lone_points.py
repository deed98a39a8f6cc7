"""Points of a line with a gap on either side: a line is drawn from point to point, so that such a value would not be seen at all."""

from __future__ import annotations

from engine.charts.cartesian import Values
from engine.charts.definition import ChartLook
from engine.model.figure import FigureSeries, Marker
from engine.model.theme import Color

LONE_MARKER = 6.0


def lone_points(name: str, values: Values, code: str, color: Color, look: ChartLook) -> tuple[FigureSeries, ...]:
    """Return a series of dots at the values of line `name` that stand alone, nothing when none does."""
    around = (None, *values, None)
    alone = tuple(
        value if before is None and after is None else None for before, value, after in zip(around, values, around[2:], strict=False)
    )
    if all(value is None for value in alone):
        return ()
    label = look.word(f"{name}（单点）", f"{name} (single points)")
    return (FigureSeries(label, alone, format=code, marker=Marker(LONE_MARKER, color)),)
