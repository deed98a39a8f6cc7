"""Several scores of the same unit around a circle, three to twelve; one line per series."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.records import replace
from engine.charts.cartesian import CATEGORY_LABEL, LINE_PITCH, SERIES_LINE, Margins, number_format, plot_area, scaled, unit_of, value_axis
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.measure import text_width
from engine.charts.palette import series_colors
from engine.charts.rules import drawable, named, not_negative, one_unit
from engine.charts.scale import Scale, ticks, value_scale
from engine.model.charts import ChartData, Emphasis
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, GroupKind, LegendEntry, Pen, SeriesGroup, Swatch

FEWEST, MOST = 3, 12
NAME_GAP = 11.0


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    return (*drawable(data), *one_unit(data, *data.series), *not_negative(data, *data.series), *_round(data))


def _round(data: ChartData) -> tuple[Diagnostic, ...]:
    count = len(data.categories)
    if FEWEST <= count <= MOST:
        return ()
    chart = named(data)
    hint = Phrase("改用 bar", "use bar")
    return (
        error(
            "CHART006",
            f"{chart.zh}有 {count} 个维度，雷达图要 {FEWEST}–{MOST} 个",
            f"{chart.en} has {count} axes, a radar takes {FEWEST} to {MOST}",
            data.where,
            hint,
        ),
    )


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    code = number_format(data.series[0])
    colors = series_colors(look, data.series)
    lines = tuple(
        FigureSeries(
            series.name,
            scaled(series),
            pen=Pen(color, SERIES_LINE, dashed=series.emphasis is Emphasis.HOLLOW),
            format=number_format(series),
        )
        for series, color in zip(data.series, colors, strict=True)
    )
    rough = value_scale(value for line in lines for value in line.values)
    # The outer ring is the scale's last step.
    scale = Scale(0.0, ticks(rough)[-1] if ticks(rough)[-1] >= rough.maximum else ticks(rough)[-1] + rough.major, rough.major)
    side = NAME_GAP + max(text_width(name, CATEGORY_LABEL) for name in data.categories)
    above = NAME_GAP + CATEGORY_LABEL * LINE_PITCH
    return ChartFigure(
        name="radar",
        categories=data.categories,
        groups=(SeriesGroup(GroupKind.RADAR, tuple(reversed(lines))),),
        plot=plot_area(look, Margins(side, above, side, above)),
        value_axis=replace(value_axis(look, scale, code, shown=True), labels=False),
        category_axis=CategoryAxis(color=look.quiet, size=CATEGORY_LABEL),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        legend=tuple(LegendEntry(series.name, Swatch.LINE, color) for series, color in zip(data.series, colors, strict=True))
        if len(lines) > 1
        else (),
    )


DEFINITION = ChartDef("radar", validate, figure)
