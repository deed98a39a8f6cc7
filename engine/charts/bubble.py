"""Points on two value axes with a third value as the bubble's area; series: horizontal value, vertical value, size."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Phrase
from engine.base.records import replace
from engine.charts.cartesian import number_format
from engine.charts.definition import ChartDef, ChartLook
from engine.charts.points import kept, known_points, two_axes
from engine.charts.rules import drawable, parts_of_a_whole, series_count, some_complete_point
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, FigureSeries, GroupKind, Pen

OPACITY = 0.85
RIM = 0.75
"""Width in points of the line in the ground's colour that parts bubbles lying upon each other."""


def validate(data: ChartData) -> tuple[Diagnostic, ...]:
    roles = Phrase("三个系列（横轴值、纵轴值、大小）", "three series (across, up, size)")
    basics = (*drawable(data), *series_count(data, 3, 3, roles=roles))
    return basics or (*parts_of_a_whole(data, data.series[2]), *some_complete_point(data))


def figure(data: ChartData, look: ChartLook) -> ChartFigure:
    # A small bubble would vanish below a large one drawn after it.
    indexes = tuple(sorted(known_points(data), key=lambda index: -(data.series[2].values[index] or 0.0)))
    x, y, sizes = (kept(series, indexes) for series in data.series)
    rim = Pen(look.ground, RIM)
    series = FigureSeries(
        data.series[1].name, y, look.color("p400", "p400"), rim, number_format(data.series[1]), x=x, sizes=sizes, opacity=OPACITY
    )
    drawn = two_axes(data, look, GroupKind.BUBBLE, series, indexes)
    size = f"{data.series[2].name}（{data.series[2].style.unit}）" if data.series[2].style.unit else data.series[2].name
    return replace(drawn, remark=drawn.remark + look.word(f"；面积：{size}", f"; area: {size}"))


DEFINITION = ChartDef("bubble", validate, figure)
