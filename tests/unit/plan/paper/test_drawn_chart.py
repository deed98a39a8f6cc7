from __future__ import annotations

from engine.base.units import Size, inch
from engine.model.charts import ChartData, Series
from engine.plan.paper.drawn_chart import SCALE, paper_figure
from tests.support.papers import sheet
from tests.support.planning import t

SIZE = Size(inch(6.268), inch(2.2))


def test_words_are_smaller_than_on_a_slide_and_the_plot_keeps_its_share() -> None:
    figure = paper_figure(ChartData("column", t("成交"), ("商城", "直播间"), (Series("成交", (3.0, 4.0)),)), SIZE, sheet()).expect_clean()
    assert [label.size for label in figure.series[0].labels] == [round(12 * SCALE, 1)] * 2
    assert figure.category_axis.size == round(10.5 * SCALE, 1)
    assert figure.plot.x + figure.plot.width <= 1


def test_markers_and_further_axes_come_down_too() -> None:
    data = ChartData("scatter", t("产出"), ("甲", "乙"), (Series("费用", (1.0, 2.0)), Series("产出", (3.0, 4.0))))
    figure = paper_figure(data, SIZE, sheet()).expect_clean()
    assert figure.category_axis.scale is not None
    assert figure.category_axis.scale.size == round(10.0 * SCALE, 1)


def test_what_cannot_be_drawn_is_told() -> None:
    outcome = paper_figure(ChartData("funnel", t("转化"), ("曝光",), ()), SIZE, sheet())
    assert outcome.value is None
    assert outcome.diagnostics
