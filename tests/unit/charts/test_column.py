from dataclasses import replace

from tests.support.charts import chart, complaints, figure, labels, look, series, words


def test_bars_stand_side_by_side_with_a_dashed_target() -> None:
    drawn = figure(replace(chart("column", "a b", series("今年", 3, -2), series("去年", None, 1)), target=2))
    assert words(drawn) == "column: 今年 3 -2\ncolumn: 去年 ~ 1\nline: 目标 2 2"
    assert labels(drawn, "去年") == "1@outEnd"


def test_axis_and_gridlines_appear_only_when_labels_are_left_out() -> None:
    few = figure(chart("column", "a b", series("GMV", 3, 2)))
    many = figure(chart("column", " ".join(f"{month}月" for month in range(1, 31)), series("GMV", *range(1_000_000, 1_000_030))))
    assert (few.value_axis.labels, many.value_axis.labels) == (False, True)
    assert labels(many, "GMV") == "0@outEnd 29@outEnd"


def test_many_names_are_printed_sparsely() -> None:
    drawn = figure(chart("column", " ".join(f"W{week}" for week in range(1, 27)), series("GMV", *range(1, 27))), look(4))
    assert not drawn.category_axis.labels
    assert labels(drawn, "轴标签").startswith("0@b 4@b")


def test_two_units_are_refused() -> None:
    from tests.support.charts import PERCENT, WAN

    data = chart("column", "a", series("GMV", 1, style=WAN), series("转化率", 1, style=PERCENT))
    assert complaints(data).startswith("CHART009")
