from tests.support.charts import chart, figure, series, words


def test_a_pie_is_one_group_of_slices() -> None:
    assert words(figure(chart("pie", "a b", series("占比", 60, 40)))) == "pie: 占比 60 40"
