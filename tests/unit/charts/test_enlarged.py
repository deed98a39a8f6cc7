from __future__ import annotations

import pytest

from engine.base.records import replace
from engine.base.units import Rect
from engine.charts.enlarged import enlarged
from engine.charts.geometry import break_marks, category_center, plot_rect
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure
from tests.support.charts import chart, figure, look, series

CHARTS = [
    chart("column", "春 夏 秋", series("实际", 120, 90, 150)),
    chart("bar", "春 夏 秋", series("实际", 120, 90, 150), highlight=(1,)),
    chart("line", "一 二 三 四", series("实际", 12, 9, 15, 11), series("去年", 10, 8, 12, 9)),
    chart("doughnut", "甲 乙 丙", series("占比", 50, 30, 20)),
    chart("combo", "一 二 三", series("订单", 120, 90, 150), series("转化", 3.1, 2.9, 3.4, secondary=True)),
]


def drawn(data: ChartData, scale: float) -> ChartFigure:
    return figure(data, replace(look(6 * scale, 3 * scale), scale=scale))


@pytest.mark.parametrize("data", CHARTS, ids=lambda data: data.kind)
def test_a_chart_looks_the_same_on_a_page_of_another_size(data: ChartData) -> None:
    normal, double = drawn(data, 1.0), drawn(data, 2.0)
    assert double == enlarged(normal, 2.0)
    assert double.plot == normal.plot
    assert double.category_axis.size == normal.category_axis.size * 2
    small, large = Rect.inches(0, 0, 6, 3), Rect.inches(0, 0, 12, 6)
    assert plot_rect(double, large).x == pytest.approx(plot_rect(normal, small).x * 2, abs=2)
    assert category_center(double, large, 0) == pytest.approx(category_center(normal, small, 0) * 2, abs=2)
    assert break_marks(double, large) == ()


def test_every_size_in_points_grows() -> None:
    normal, half = (drawn(CHARTS[0], scale) for scale in (1.0, 0.5))
    assert [label.size for label in half.series[0].labels] == [label.size / 2 for label in normal.series[0].labels]
    assert normal.category_axis.line is not None and half.category_axis.line is not None
    assert half.category_axis.line.width == normal.category_axis.line.width / 2
    assert half.value_axis.size == normal.value_axis.size / 2


def test_at_the_size_of_the_design_nothing_changes() -> None:
    normal = drawn(CHARTS[0], 1.0)
    assert enlarged(normal, 1.0) is normal
    assert (normal.scale, drawn(CHARTS[0], 0.75).scale) == (1.0, 0.75)
