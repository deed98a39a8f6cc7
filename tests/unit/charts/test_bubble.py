from tests.support.charts import chart, complaints, figure, labels, series


def test_the_third_series_is_the_area() -> None:
    drawn = figure(chart("bubble", "甲 乙", series("费用", 1, 2), series("产出", 5, 6), series("GMV", 9, 4)))
    assert (drawn.series[0].x, drawn.series[0].values, drawn.series[0].sizes) == ((1, 2), (5, 6), (9, 4))
    assert labels(drawn, "产出") == "0:甲@ctr 1:乙@ctr"
    assert drawn.remark == "横轴：费用；纵轴：产出；面积：GMV"


def test_an_area_is_not_negative() -> None:
    assert complaints(chart("bubble", "甲", series("费用", 1), series("产出", 5), series("GMV", -1))).startswith("CHART007")


def test_small_bubbles_are_drawn_last_so_that_none_is_hidden() -> None:
    drawn = figure(chart("bubble", "甲 乙 丙", series("费用", 1, 2, 3), series("产出", 5, 6, 7), series("GMV", 4, 9, 1)))
    assert drawn.categories == ("乙", "甲", "丙")
    assert drawn.series[0].sizes == (9, 4, 1)
