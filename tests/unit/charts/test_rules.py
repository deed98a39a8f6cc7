import math
from dataclasses import replace

import pytest

from engine.base.diagnostics import Diagnostic, Phrase
from engine.charts.rules import drawable, labels_fit, named, not_negative, one_unit, parts_of_a_whole, series_count, some_complete_point
from engine.model.charts import Band, ChartData, Note
from tests.support.charts import PERCENT, WAN, chart, series


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{d.code} {d.message.zh}" for d in found]


def test_a_chart_is_called_by_its_title_and_metrics() -> None:
    data = chart("bar", "a", series("GMV", 1))
    assert named(data) == Phrase("图表“季度销售”（gmv）", "chart '季度销售' (gmv)")
    assert named(replace(data, metrics=())).zh == "图表“季度销售”"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (chart("bar", "", series("GMV")), "CHART002 图表“季度销售”（gmv）没有类目"),
        (chart("bar", "a"), "CHART002 图表“季度销售”（gmv）没有数据系列"),
        (chart("bar", "a b", series("GMV", None, None)), "CHART003 图表“季度销售”（gmv）没有任何数值（GMV）"),
        (chart("bar", "a", series("GMV", 1, 2)), "CHART004 图表“季度销售”（gmv）的系列“GMV”有 2 个数值，类目却有 1 个"),
        (chart("bar", "a b", series("GMV", 1, math.nan)), "CHART005 图表“季度销售”（gmv）的系列“GMV”在“b”处的值无法绘制：nan"),
        (chart("bar", "a b", series("GMV", 1, math.inf)), "CHART005 图表“季度销售”（gmv）的系列“GMV”在“b”处的值无法绘制：inf"),
        (chart("bar", "a", series("GMV", 1e308)), "CHART005 图表“季度销售”（gmv）的系列“GMV”在“a”处的值无法绘制：1e+308"),
        (chart("bar", "x " * 61, series("GMV", *range(61))), "CHART006 图表“季度销售”（gmv）有 61 个类目，最多 60 个才能看清"),
        (chart("bar", "a", series("GMV", 1), highlight=(3,)), "CHART011 图表“季度销售”（gmv）的标记指向第 4 个类目，但只有 1 个"),
    ],
)
def test_what_cannot_be_drawn_is_named_with_its_place(data: ChartData, complaint: str) -> None:
    assert told(drawable(data)) == [complaint]
    assert all(found.is_error and found.where == data.where for found in drawable(data))


def test_all_mistakes_are_told_not_the_first() -> None:
    data = chart("bar", "a b", series("今年", math.nan, 1), series("去年", 1, 2, 3))
    assert [found.code for found in drawable(data)] == ["CHART005", "CHART004"]


def test_bands_and_notes_must_stand_on_a_category() -> None:
    data = replace(chart("line", "a b", series("GMV", 1, 2)), bands=(Band("活动", 0, 2),), notes=(Note(-1, "低点"),))
    assert [found.code for found in drawable(data)] == ["CHART011", "CHART011"]


def test_targets_and_the_start_of_an_axis_are_numbers() -> None:
    data = chart("line", "a b", series("GMV", 1, 2))
    bad = replace(data, target=math.inf, axis_from=math.nan, bands=(Band("活动", 0, 1, 1e300),))
    assert told(drawable(bad)) == [
        "CHART005 图表“季度销售”（gmv）的目标无法绘制：inf",
        "CHART005 图表“季度销售”（gmv）的纵轴起点无法绘制：nan",
        "CHART005 图表“季度销售”（gmv）的“活动”的目标无法绘制：1e+300",
    ]
    assert drawable(replace(data, target=1.5, bands=(Band("活动", 0, 1),))) == ()


def test_a_gap_and_a_name_given_twice_are_fine() -> None:
    assert drawable(chart("bar", "a a", series("GMV", None, 2))) == ()


def test_one_axis_has_one_unit() -> None:
    money, rate = series("GMV", 1, style=WAN), series("转化率", 1, style=PERCENT)
    data = chart("column", "a", money, rate)
    assert told(one_unit(data, money, rate)) == ["CHART009 图表“季度销售”（gmv）的同一坐标轴上有不同单位：GMV（万元）、转化率（%）"]
    assert one_unit(data, money, money) == ()


def test_the_number_of_series_is_what_the_kind_needs() -> None:
    data = chart("pie", "a", series("x", 1), series("y", 1))
    assert told(series_count(data, 1, 1, roles=Phrase("一个系列", "one series"))) == [
        "CHART010 图表“季度销售”（gmv）需要一个系列，给了 2 个系列"
    ]
    assert series_count(data, 2, roles=Phrase("", "")) == ()


def test_parts_of_a_whole_are_not_negative_and_not_all_zero() -> None:
    data = chart("pie", "a b", series("占比", 3, -1), series("空", 0, 0))
    assert told(parts_of_a_whole(data, *data.series)) == [
        "CHART007 图表“季度销售”（gmv）的系列“占比”在“b”处为负数（-1），这种图画不出负数",
        "CHART008 图表“季度销售”（gmv）的系列“空”全部为零",
    ]
    assert parts_of_a_whole(data, series("占比", 3, None)) == ()


def test_a_series_of_zeros_may_be_stacked() -> None:
    data = chart("stacked", "a b", series("拉新", 3, 1), series("召回", 0, 0))
    assert not_negative(data, *data.series) == ()


def test_a_point_needs_all_its_values() -> None:
    assert told(some_complete_point(chart("scatter", "a b", series("x", 1, None), series("y", None, 2)))) == [
        "CHART003 图表“季度销售”（gmv）没有一个点的数值是齐全的（x、y）"
    ]
    assert some_complete_point(chart("scatter", "a", series("x", 1), series("y", 2))) == ()


def test_names_that_do_not_fit_are_a_mistake() -> None:
    (found,) = labels_fit(chart("bar", "a", series("GMV", 1)), fits=False)
    assert (found.code, found.is_error, found.hint and found.hint.zh) == ("CHART012", True, "缩短名称，或改用横向条形图（bar）")
