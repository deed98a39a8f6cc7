"""What scatter and bubble charts share: two value axes, points with names, and the words that say what the axes are."""

from __future__ import annotations

from engine.base.records import replace
from engine.charts.cartesian import (
    SMALL_VALUE_LABEL,
    TICK_LABEL,
    Margins,
    Values,
    names_height,
    number_format,
    plot_area,
    scaled,
    tick_width,
    value_axis,
)
from engine.charts.definition import ChartLook
from engine.charts.labels import CategoryNames
from engine.charts.measure import text_width
from engine.charts.scale import value_scale
from engine.model.charts import ChartData, Series
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, LabelPosition, Pen, PointLabel, SeriesGroup

MOST_NAMED = 12
"""With more points only the highlighted ones carry their name."""

EDGE_ROOM = 0.08
"""Part of each axis kept free beyond the extreme points."""


def known_points(data: ChartData) -> tuple[int, ...]:
    """Return the indexes of the categories that have a value in every series: a point needs all its coordinates."""
    return tuple(index for index in range(len(data.categories)) if all(series.values[index] is not None for series in data.series))


def kept(series: Series, indexes: tuple[int, ...]) -> tuple[float, ...]:
    """Return the scaled values of the kept points."""
    values = scaled(series)
    return tuple(value for index in indexes if (value := values[index]) is not None)


def two_axes(data: ChartData, look: ChartLook, group: SeriesGroup, x: Values, y: Values) -> ChartFigure:
    """Return the figure on two value axes, both from zero, both with gridlines."""
    across_series, up_series = data.series[0], data.series[1]
    across_code, up_code = number_format(across_series), number_format(up_series)
    across, up = value_scale(x, room=EDGE_ROOM), value_scale(y, room=EDGE_ROOM)
    ground_names = CategoryNames(("0",), 1)
    line = Pen(look.color("line2", "ondeep3"), 1.0)
    across_axis = replace(value_axis(look, across, across_code, shown=True), line=line)
    return ChartFigure(
        name=data.kind,
        categories=tuple(data.categories[index] for index in known_points(data)),
        groups=(group,),
        plot=plot_area(look, Margins(left=tick_width(up, up_code), top=6.0, right=14.0, bottom=names_height(look, ground_names))),
        value_axis=value_axis(look, up, up_code, shown=True),
        category_axis=CategoryAxis(line=line, color=look.quiet, size=TICK_LABEL, scale=across_axis),
        face=look.theme.body,
        text_color=look.quiet,
        remark=look.word(
            f"横轴：{_titled(across_series)}；纵轴：{_titled(up_series)}", f"across: {_titled(across_series)}; up: {_titled(up_series)}"
        ),
    )


def names_of_points(data: ChartData, look: ChartLook, series: FigureSeries) -> tuple[PointLabel, ...]:
    """Return the names beside their points, the highlighted ones strong."""
    indexes = known_points(data)
    named = [number for number, index in enumerate(indexes) if len(indexes) <= MOST_NAMED or index in data.highlight]
    furthest = max(series.x, default=0.0)
    labels = []
    for number in named:
        spoken = indexes[number] in data.highlight
        # At the right edge the name would leave the plot.
        left = series.x[number] > furthest * 0.85 and text_width(data.categories[indexes[number]], SMALL_VALUE_LABEL) > 14
        position = LabelPosition.LEFT if left else LabelPosition.RIGHT
        name = data.categories[indexes[number]]
        labels.append(
            PointLabel(number, look.message if spoken else look.quiet, SMALL_VALUE_LABEL, bold=spoken, position=position, text=name)
        )
    return tuple(labels)


def _titled(series: Series) -> str:
    return f"{series.name}（{series.style.unit}）" if series.style.unit else series.name
