"""What the kinds with bars share: how a series of bars looks, names beside horizontal bars, the legend, the target line."""

from __future__ import annotations

from engine.charts.cartesian import LABEL_GAP, SMALL_VALUE_LABEL, TARGET_LINE, VALUE_LABEL, number_format, printed
from engine.charts.definition import ChartLook
from engine.charts.labels import CategoryNames, break_name
from engine.charts.measure import text_width
from engine.charts.palette import highlighted, hollow_pen, rest, series_colors
from engine.model.charts import ChartData, Emphasis
from engine.model.figure import FigureSeries, LegendEntry, Pen, PointLabel, Swatch
from engine.model.theme import Color

WIDEST_NAMES = 0.34
"""Share of the frame that the names may take before they break into two lines."""

BAR_LABEL_GAP = 8.0
CLEAR = 0.85
"""Share of a bar's slot that its label may take at the normal size; more of it looks like touching the next one."""


def label_size(columns: tuple[tuple[float | None, ...], ...], code: str, slot: float) -> float:
    """Return the normal label size, or the small one when that lets all labels stand side by side."""
    widest = max((text_width(text, VALUE_LABEL, bold=True) for values in columns for text in printed(values, code) if text), default=0.0)
    return VALUE_LABEL if widest <= slot * CLEAR else SMALL_VALUE_LABEL


def bar_series(
    data: ChartData, look: ChartLook, index: int, values: tuple[float | None, ...], shown: frozenset[int], size: float
) -> FigureSeries:
    """Return the drawn form of one series of bars: filled, or hollow with quiet labels; highlighted points in the message colour."""
    series = data.series[index]
    hollow = series.emphasis is Emphasis.HOLLOW
    spoken = bool(data.highlight) and not hollow and index == 0
    fill = look.ground if hollow else rest(look) if spoken else series_colors(look, data.series)[index]
    labels = tuple(
        PointLabel(
            point,
            _label_color(data, look, point, hollow=hollow, spoken=spoken),
            min(size, SMALL_VALUE_LABEL) if hollow else size,
            bold=not hollow,
        )
        for point in sorted(shown)
    )
    return FigureSeries(
        name=series.name,
        values=values,
        fill=fill,
        pen=hollow_pen(look) if hollow else None,
        format=number_format(series),
        points=highlighted(look, data.highlight) if spoken else (),
        labels=labels,
    )


def _label_color(data: ChartData, look: ChartLook, point: int, *, hollow: bool, spoken: bool) -> Color:
    if hollow:
        return look.color("ink3", "ondeep3")
    return look.message if spoken and point in data.highlight else look.ink


def target_line(look: ChartLook, goal: float, count: int, code: str) -> FigureSeries:
    """Return the dashed line of one target for all categories."""
    return FigureSeries(look.word("目标", "Target"), (goal,) * count, pen=Pen(look.quiet, TARGET_LINE, dashed=True), format=code)


def legend(data: ChartData, look: ChartLook) -> tuple[LegendEntry, ...]:
    """Return what the planner prints beside the title: nothing for a single series without a target."""
    entries = []
    if len(data.series) > 1:
        for series, color in zip(data.series, series_colors(look, data.series), strict=True):
            swatch = Swatch.HOLLOW if series.emphasis is Emphasis.HOLLOW else Swatch.FILL
            spoken = look.message if data.highlight and series is data.series[0] and swatch is Swatch.FILL else color
            entries.append(LegendEntry(series.name, swatch, spoken))
    if data.target is not None:
        entries.append(LegendEntry(look.word("目标", "Target"), Swatch.DASH, look.quiet))
    return tuple(entries)


def side_names(look: ChartLook, categories: tuple[str, ...], size: float, pitch: float) -> tuple[CategoryNames, float]:
    """Return the names left of horizontal bars, on two lines where one would take too much of the width, and the width they need."""
    if not look.category_labels:
        return CategoryNames(categories, 1), 1.0
    room = (look.gutter.points - BAR_LABEL_GAP) if look.gutter else look.size.width.points * WIDEST_NAMES
    two_lines = pitch >= size * 2.9
    names = tuple(break_name(name) if two_lines and text_width(name, size) > room else name for name in categories)
    widest = max(text_width(name, size) for name in names)
    return CategoryNames(names, 2 if two_lines else 1), LABEL_GAP + widest


def label_room(bars: tuple[tuple[float | None, ...], ...], code: str, size: float, plot_width: float) -> float:
    """Return the part of the plot's width that the value label beyond the longest bar needs, at most a half."""
    longest = max((text_width(text, size, bold=True) for values in bars for text in printed(values, code) if text), default=0.0)
    return min(0.5, (longest + 6) / max(plot_width, 1.0))
