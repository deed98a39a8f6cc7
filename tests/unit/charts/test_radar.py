from tests.support.charts import chart, complaints, figure, series, words


def test_one_line_per_series_the_first_on_top() -> None:
    drawn = figure(chart("radar", "物流 客服 规则", series("本期", 4.2, 4.6, 3.1), series("去年", 4, None, 3)))
    assert words(drawn) == "radar: 去年 4 ~ 3\nradar: 本期 4.2 4.6 3.1"
    assert (drawn.value_axis.maximum, drawn.value_axis.labels) == (5, True)


def test_three_to_twelve_axes_make_a_radar() -> None:
    assert complaints(chart("radar", "a b", series("x", 1, 2))) == (
        "CHART006 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）有 2 个维度，雷达图要 3–12 个"
    )
