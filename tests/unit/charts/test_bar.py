from engine.model.charts import Emphasis
from tests.support.charts import chart, complaints, figure, labels, look, series, words


def test_the_first_category_is_on_top_and_every_bar_is_labelled() -> None:
    drawn = figure(chart("bar", "五星 四星", series("占比", 74, None)))
    assert words(drawn) == "bar: 占比 74 ~"
    assert drawn.category_axis.reverse and labels(drawn, "占比") == "0@outEnd"


def test_a_hollow_second_series_stands_below_the_first() -> None:
    drawn = figure(chart("bar", "a b", series("GMV", 35, 16), series("费用", 26, 9, emphasis=Emphasis.HOLLOW)))
    assert [one.pen is not None for one in drawn.series] == [False, True]
    assert drawn.groups[0].gap == 110


def test_longer_names_leave_less_plot() -> None:
    short, long = (figure(chart("bar", name, series("GMV", 1))).plot for name in ("五星", "自有商城渠道"))
    assert long.x > short.x and long.width < short.width


def test_dense_bars_have_smaller_type() -> None:
    drawn = figure(chart("bar", " ".join("abcdefghijkl"), series("GMV", *range(1, 13))), look(4, 2))
    assert drawn.category_axis.size == 10.5


def test_an_empty_chart_names_metric_and_place() -> None:
    assert complaints(chart("bar", "a", series("GMV", None))) == (
        "CHART003 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）没有任何数值（GMV）"
    )


def test_bars_side_by_side_are_as_thick_as_their_labels_are_high() -> None:
    two = chart("bar", "a b c d e f", series("GMV", *range(1, 7)), series("费用", *range(1, 7), emphasis=Emphasis.HOLLOW))
    for height in (2.2, 2.6, 3.2, 4.6):
        drawn = figure(two, look(5, height))
        pitch, gap, size = height * 72 / 6, drawn.groups[0].gap / 100, max(label.size for label in drawn.series[0].labels)
        assert pitch / (2 + gap) >= size * 1.1 or drawn.groups[0].gap == 40
