"""Steps of a conversion as centred bars: classic stacked bars with an invisible spacer, which every office program draws.

When the first step is more than twenty times the last, lengths are logarithmic, which the figure's remark discloses; the labels and the workbook
always hold the true values. The trapezoids between the bars are `geometry.funnel_bridges`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.base.records import replace
from engine.charts.bars import side_names
from engine.charts.cartesian import (
    VALUE_LABEL,
    Margins,
    Values,
    category_axis,
    number_format,
    plot_area,
    printed,
    scaled,
    unit_of,
    value_axis,
)
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.palette import text_on
from engine.charts.rules import drawable, named, parts_of_a_whole, series_count
from engine.charts.scale import Scale, tidy
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, FigureSeries, Grouping, GroupKind, LabelPosition, PointFill, PointLabel, SeriesGroup
from engine.model.theme import Color

GAP = 60
LOGARITHMIC_FROM = 20.0
SHORTEST = 0.14
"""Least length of a bar as a part of the longest, so that its label fits."""

LOG_SHORTEST = 0.36
"""Length of the smallest step on the logarithmic scale."""

LABEL = 14.0


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    basics = (*drawable(data), *series_count(data, 1, 1, roles=Phrase("一个系列", "one series")), *parts_of_a_whole(data, *data.series))
    return basics or tuple(_widening(data))


def _widening(data: ChartData) -> Iterator[Diagnostic]:
    values, chart = data.series[0].values, named(data)
    for index in range(1, len(values)):
        before, here = values[index - 1], values[index]
        if before is not None and here is not None and here > before:
            names = data.categories[index - 1], data.categories[index]
            yield warning(
                "CHART103",
                f"{chart.zh}：“{names[1]}”比上一步“{names[0]}”还多，不像漏斗",
                f"{chart.en}: {names[1]!r} is larger than the step before it, {names[0]!r}",
                data.where,
                Phrase("检查两步的口径（人次还是订单）", "check whether both steps count the same thing"),
            )


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    series = data.series[0]
    values, code = scaled(series), number_format(series)
    lengths, logarithmic = bar_lengths(values)
    names, left = side_names(look, data.categories, VALUE_LABEL, look.size.height.points / len(data.categories))
    spacer = FigureSeries(
        look.word("间隔", "Spacer"), tuple(None if length is None else tidy((100 - length) / 2) for length in lengths), format="0.0"
    )
    fills = _fills(data, look)
    texts = printed(values, code)
    bars = FigureSeries(
        look.word("条长", "Bar length"),
        lengths,
        fill=fills[0],
        format="0.0",
        points=tuple(PointFill(index, color) for index, color in enumerate(fills) if color != fills[0]),
        labels=tuple(
            PointLabel(index, text_on(look, fills[index]), LABEL, position=LabelPosition.CENTER, text=text)
            for index, text in enumerate(texts)
            if text
        ),
    )
    return ChartFigure(
        name="funnel",
        categories=names.names,
        groups=(SeriesGroup(GroupKind.BAR, (spacer, bars), Grouping.STACKED, gap=GAP, overlap=100),),
        plot=plot_area(look, Margins(left=left)),
        value_axis=value_axis(look, Scale(0.0, 100.0, 100.0), "0", shown=False),
        category_axis=replace(category_axis(look, names, reverse=True, size=VALUE_LABEL), line=None),
        face=look.theme.body,
        text_color=look.quiet,
        unit=unit_of(data),
        remark=look.word("条长按对数刻度", "bar lengths on a logarithmic scale") if logarithmic else "",
        reference=(FigureSeries(series.name, values, format=code),),
    )


def bar_lengths(values: Values) -> tuple[Values, bool]:
    """Return lengths in percent of the longest bar, and whether they are logarithmic.

    On the logarithmic scale the smallest step has `LOG_SHORTEST` of the longest bar and equal ratios are equal differences, whatever the unit.
    """
    known = [value for value in values if value]
    top, low = max(known), min(known)
    logarithmic = top / low > LOGARITHMIC_FROM
    shares = [None if value is None else _share(value, low, top) if logarithmic else value / top for value in values]
    return tuple(None if share is None else tidy(round(100 * max(share, SHORTEST), 2)) for share in shares), logarithmic


def _share(value: float, low: float, top: float) -> float:
    if not value:
        return 0.0
    return LOG_SHORTEST + (1 - LOG_SHORTEST) * math.log(value / low) / math.log(top / low)


def _fills(data: ChartData, look: ChartLook) -> tuple[Color, ...]:
    """Return a quiet colour for every step, the message colour for highlighted ones, and a middle one for the step before the first of them."""
    quiet, middle = look.color("p200", "deep3"), look.color("p400", "primary")
    before = min(data.highlight, default=0) - 1
    return tuple(look.message if index in data.highlight else middle if index == before else quiet for index in range(len(data.categories)))


DEFINITION = ChartDef("funnel", validate, figure)
