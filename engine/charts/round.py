"""Shares of a whole as slices or ring sectors, clockwise from the top."""

from __future__ import annotations

import math

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.charts.cartesian import SMALL_VALUE_LABEL, VALUE_LABEL, Margins, number_format, plot_area, scaled, unit_of
from engine.charts.definition import ChartLook
from engine.charts.palette import sequence_color, text_on
from engine.charts.rules import drawable, named, parts_of_a_whole, series_count
from engine.model.charts import ChartData
from engine.model.figure import (
    CategoryAxis,
    ChartFigure,
    FigureSeries,
    GroupKind,
    LabelPosition,
    LabelShows,
    LegendEntry,
    Pen,
    PointFill,
    PointLabel,
    SeriesGroup,
    Swatch,
    ValueAxis,
)

MOST_PARTS = 6
SEPARATOR = 1.5
SMALLEST_INSIDE = 0.06
"""Share from which on a label stands inside its slice."""

LABEL_RING = 18.0
"""Space in points around a pie for the labels of its small slices."""

OUTSIDE_WIDTH, OUTSIDE_HEIGHT = 2.4 * SMALL_VALUE_LABEL, 1.1 * SMALL_VALUE_LABEL
"""What the label of a small slice takes up, in points: 0.0% to 5.9%."""


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (
        *drawable(data),
        *series_count(data, 1, 1, roles=Phrase("一个系列", "one series")),
        *parts_of_a_whole(data, *data.series),
        *_readable(data),
    )


def _readable(data: ChartData) -> tuple[Diagnostic, ...]:
    if len(data.categories) <= MOST_PARTS:
        return ()
    chart = named(data)
    hint = Phrase("把小项并为“其他”，或改用 bar", "merge the small ones into “other”, or use bar")
    parts = len(data.categories)
    return (
        warning(
            "CHART102",
            f"{chart.zh}有 {parts} 份，超过 {MOST_PARTS} 份难以分辨",
            f"{chart.en} has {parts} parts, more than {MOST_PARTS} are hard to tell apart",
            data.where,
            hint,
        ),
    )


def round_figure(data: ChartData, look: ChartLook, kind: GroupKind) -> ChartFigure:
    """Return the pie or doughnut; the planner prints the names as a legend."""
    series = data.series[0]
    values = scaled(series)
    whole = sum(value or 0.0 for value in values)
    shares = tuple((value or 0.0) / whole for value in values)
    colors = tuple(sequence_color(look, index) for index in range(len(values)))
    outline = Pen(look.ground, SEPARATOR)
    crowded = _crowded(shares, min(look.size.width.points, look.size.height.points) / 2 - LABEL_RING)
    drawn = FigureSeries(
        series.name,
        values,
        pen=outline,
        format=number_format(series),
        points=tuple(PointFill(index, color, outline) for index, color in enumerate(colors)),
        labels=tuple(
            label for index, share in enumerate(shares) if index not in crowded and (label := _label(look, kind, index, share)) is not None
        ),
    )
    ring = LABEL_RING if any(label.position is LabelPosition.OUTSIDE for label in drawn.labels) else 1.0
    return ChartFigure(
        name=kind.value,
        categories=data.categories,
        groups=(SeriesGroup(kind, (drawn,)),),
        plot=plot_area(look, Margins(ring, ring, ring, ring)),
        value_axis=ValueAxis(0.0, 1.0, 1.0, labels=False),
        category_axis=CategoryAxis(labels=False),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=tuple(LegendEntry(name, Swatch.FILL, color) for name, color in zip(data.categories, colors, strict=True)),
    )


def _crowded(shares: tuple[float, ...], radius: float) -> frozenset[int]:
    """Return the small slices whose labels, around a pie of so many points, would stand on that of a greater one: these keep none."""
    kept: list[tuple[float, float]] = []
    crowded: set[int] = set()
    for index in sorted(range(len(shares)), key=lambda each: -shares[each]):
        if not 0 < shares[index] < SMALLEST_INSIDE:
            continue
        angle = 2 * math.pi * (sum(shares[:index]) + shares[index] / 2)
        x, y = radius * math.sin(angle), radius * math.cos(angle)
        if any(abs(x - other[0]) < OUTSIDE_WIDTH and abs(y - other[1]) < OUTSIDE_HEIGHT for other in kept):
            crowded.add(index)
        else:
            kept.append((x, y))
    return frozenset(crowded)


def _label(look: ChartLook, kind: GroupKind, index: int, share: float) -> PointLabel | None:
    """Return the percentage of one slice; a small slice of a pie is labelled outside, of a doughnut not at all."""
    if share >= SMALLEST_INSIDE:
        ink = text_on(look, sequence_color(look, index))
        return PointLabel(
            index,
            ink,
            VALUE_LABEL if share > 2 * SMALLEST_INSIDE else SMALL_VALUE_LABEL,
            position=LabelPosition.INSIDE if kind is GroupKind.PIE else LabelPosition.CENTER,
            shows=LabelShows.PERCENT,
        )
    if kind is GroupKind.DOUGHNUT or not share:
        return None
    return PointLabel(index, look.ink, SMALL_VALUE_LABEL, position=LabelPosition.OUTSIDE, shows=LabelShows.PERCENT)
