from tests.support.charts import chart, complaints, figure, labels, series, words


def test_the_first_series_is_across_the_second_up() -> None:
    drawn = figure(chart("scatter", "甲 乙 丙", series("费用", 100, 900, None), series("产出", 5, 6, 7)))
    assert words(drawn) == "scatter: 产出 5 6"
    assert drawn.series[0].x == (100, 900)
    assert labels(drawn, "产出") == "0:甲@r 1:乙@r"


def test_points_need_both_values() -> None:
    assert complaints(chart("scatter", "甲", series("费用", 1))).startswith("CHART010")
    assert complaints(chart("scatter", "甲 乙", series("费用", 1, None), series("产出", None, 1))).startswith("CHART003")
