"""The one entry of the package; `engine/charts/__init__.py` has no twin of its own name."""

import pytest

from engine.charts import CHARTS, build_figure
from engine.charts.coordinates import Coordinates
from engine.model.charts import Emphasis
from engine.model.figure import ChartFigure
from tests.support.charts import PERCENT, WAN, chart, complaints, figure, look, series

SAMPLES = {
    "target-actual": (series("目标", 21e6, 12e6, 19e6, style=WAN), series("实际", 22.68e6, 10.44e6, None, style=WAN)),
    "combo": (series("GMV", 21e6, 12e6, 19e6, style=WAN), series("转化率", 0.03, None, 0.04, style=PERCENT, secondary=True)),
    "scatter": (series("费用", 1, 2, 3), series("产出比", 4, 5, None)),
    "bubble": (series("费用", 1, 2, 3), series("产出比", 4, 5, None), series("GMV", 7, 8, 9)),
    "pie": (series("占比", 50, 30, 20),),
    "doughnut": (series("占比", 50, None, 20),),
    "funnel": (series("人次", 42_800_000, 8_560_000, 642_000, style=WAN),),
    "waterfall": (series("费用", 3000, -120, 2880),),
}
PLAIN_SAMPLE = (series("今年", 3, None, 5), series("去年", 2, 4, 4, emphasis=Emphasis.HOLLOW))


def sample(kind: str) -> ChartFigure:
    return figure(chart(kind, "华东 华南 华北", *SAMPLES.get(kind, PLAIN_SAMPLE), highlight=(0,)))


def test_every_kind_of_the_design_is_there() -> None:
    assert set(CHARTS.names) == {
        "column", "bar", "stacked", "line", "area", "combo", "pie", "doughnut", "scatter", "bubble", "radar", "target-actual", "funnel", "waterfall",
    }  # fmt: skip


@pytest.mark.parametrize("kind", CHARTS.names)
def test_every_kind_draws_within_its_frame_and_under_its_name(kind: str) -> None:
    drawn = sample(kind)
    assert drawn.name == kind and drawn.header == "类目"
    plot = drawn.plot
    assert plot.x > 0 and plot.y > 0 and plot.x + plot.width < 1 and plot.y + plot.height < 1
    assert Coordinates.of(drawn, look().size).plot.height > 50
    for one in drawn.series:
        assert len(one.values) == len(drawn.categories)
        assert all(one.values[label.index] is not None for label in one.labels)
        assert all(label.size >= 10 for label in one.labels)


@pytest.mark.parametrize("kind", CHARTS.names)
def test_the_same_data_give_the_same_figure(kind: str) -> None:
    assert sample(kind) == sample(kind)


def test_an_unknown_kind_names_the_nearest() -> None:
    outcome = build_figure(chart("collumn", "a", series("GMV", 1)), look())
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert (found.code, found.message.en, found.hint and found.hint.en) == ("CHART001", "no chart kind 'collumn'", "did you mean 'column'?")
    (far,) = build_figure(chart("sankey-diagram", "a", series("GMV", 1)), look()).diagnostics
    assert far.hint is not None and far.hint.en.startswith("known: column、bar")


def test_names_that_do_not_fit_are_a_mistake() -> None:
    names = " ".join(f"华东大区域第{number}销售分公司" for number in range(8))
    data = chart("column", names, series("GMV", *range(1, 9)))
    assert complaints(data) == "CHART012 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）的类目名称两行也放不下"
    assert build_figure(data, look()).value is not None
