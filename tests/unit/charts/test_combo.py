from hypothesis import given
from hypothesis import strategies as st

from engine.charts.combo import LINES_FROM, LINES_TO, floating
from engine.model.charts import ChartData
from tests.support.charts import PERCENT, WAN, chart, complaints, figure, labels, series, words


def few() -> ChartData:
    money, rate = series("GMV", 3e6, 3.5e6, 3.2e6, style=WAN), series("转化率", 0.03, 0.035, 0.029, style=PERCENT, secondary=True)
    return chart("combo", "a b c", money, rate)


def test_columns_on_the_first_axis_and_a_line_on_the_second() -> None:
    drawn = figure(few())
    assert words(drawn) == "column: GMV 300 350 320\nline: 转化率 3 3.5 2.9"
    assert [group.secondary for group in drawn.groups] == [False, True]
    assert [entry.label for entry in drawn.legend] == ["GMV（万元）", "转化率（%）"]


def test_few_points_are_all_labelled_the_line_above_the_columns() -> None:
    drawn = figure(few())
    axis, second = drawn.value_axis, drawn.second_axis
    assert second is not None and not axis.labels and not second.labels
    assert labels(drawn, "GMV") == "0@outEnd 1@outEnd 2@outEnd" and labels(drawn, "转化率") == "0@t 1@t 2@t"
    lowest_of_line = (2.9 - second.minimum) / (second.maximum - second.minimum)
    assert lowest_of_line > 350 / axis.maximum + 0.1


def test_many_points_show_both_axes_from_zero_and_label_only_the_highlight() -> None:
    names, count = " ".join(map(str, range(40))), range(40)
    money, rate = (
        series("GMV", *(1e7 + 1e5 * n for n in count), style=WAN),
        series("转化率", *(0.03 for _ in count), style=PERCENT, secondary=True),
    )
    drawn = figure(chart("combo", names, money, rate, highlight=(3,)))
    assert drawn.second_axis is not None and drawn.second_axis.labels and drawn.value_axis.labels
    assert drawn.second_axis.minimum == 0
    assert (labels(drawn, "GMV"), labels(drawn, "转化率")) == ("", "3@t")


def test_both_axes_are_needed_and_each_has_one_unit() -> None:
    assert complaints(chart("combo", "a", series("GMV", 1))).startswith("CHART010")
    mixed = (series("GMV", 1, style=WAN), series("率", 1, style=PERCENT), series("线", 1, secondary=True))
    assert complaints(chart("combo", "a", *mixed)).startswith("CHART009")


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=12))
def test_a_floating_axis_keeps_the_line_in_the_upper_part(values: list[float]) -> None:
    scale = floating(tuple(values))
    span = scale.maximum - scale.minimum
    low, high = ((value - scale.minimum) / span for value in (min(values), max(values)))
    assert abs(low - LINES_FROM) < 1e-3 and LINES_FROM - 1e-3 < high < LINES_TO + 1e-3


def test_a_value_between_gaps_is_a_dot_where_points_have_no_markers() -> None:
    weeks = " ".join(f"W{number}" for number in range(1, 21))
    columns = series("GMV", *range(1_000_000, 1_000_020))
    rate = series("转化率", 0.1, None, *[0.2] * 18, style=PERCENT, secondary=True)
    dots = [one for one in figure(chart("combo", weeks, columns, rate)).series if one.marker]
    assert [(one.name, one.values[:3]) for one in dots] == [("转化率（单点）", (10.0, None, None))]
