"""Points on two value axes with a third value as the bubble's area; series: horizontal value, vertical value, size."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Phrase
from engine.base.records import replace
from engine.charts.cartesian import number_format
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.points import kept, known_points, names_of_points, two_axes
from engine.charts.rules import drawable, parts_of_a_whole, series_count, some_complete_point
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, FigureSeries, GroupKind, LabelPosition, SeriesGroup

OPACITY = 0.85


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    roles = Phrase("三个系列（横轴值、纵轴值、大小）", "three series (across, up, size)")
    basics = (*drawable(data), *series_count(data, 3, 3, roles=roles))
    return basics or (*parts_of_a_whole(data, data.series[2]), *some_complete_point(data))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    indexes = known_points(data)
    x, y, sizes = (kept(series, indexes) for series in data.series)
    series = FigureSeries(
        data.series[1].name, y, look.color("p400", "p400"), format=number_format(data.series[1]), x=x, sizes=sizes, opacity=OPACITY
    )
    labels = tuple(replace(label, position=LabelPosition.CENTER, color=look.ink) for label in names_of_points(data, look, series))
    drawn = two_axes(data, look, SeriesGroup(GroupKind.BUBBLE, (replace(series, labels=labels),)), x, y)
    size = f"{data.series[2].name}（{data.series[2].style.unit}）" if data.series[2].style.unit else data.series[2].name
    return replace(drawn, remark=drawn.remark + look.word(f"；面积：{size}", f"; area: {size}"))


DEFINITION = ChartDef("bubble", validate, figure)
