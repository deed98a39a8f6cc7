from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.charts.coordinates import Coordinates, span_of
from engine.charts.waterfall import steps_of, totals_of
from engine.model.charts import ChartData, Emphasis
from tests.support.charts import COLORS, chart, complaints, figure, labels, look, series, words


def budget() -> ChartData:
    return replace(chart("waterfall", "计划 媒介 补贴 实际", series("费用", 3000, 64, -184, 2880)), axis_from=2700)


def test_changes_float_on_an_unseen_base_and_connectors_take_turns() -> None:
    assert words(figure(budget())).splitlines() == [
        "column: (底座) ~ 3000 2880 ~",
        "column: 合计 3000 ~ ~ 2880",
        "column: 增加 ~ 64 ~ ~",
        "column: 减少 ~ ~ 184 ~",
        "line: 连接线 1 3000 3000 ~ ~",
        "line: 连接线 2 ~ 3064 3064 ~",
        "line: 连接线 3 ~ ~ 2880 2880",
        "line: (标签位置) 3000 3064 2880 2880",
    ]


def test_labels_carry_signs_above_rises_and_below_falls() -> None:
    assert labels(figure(budget()), "标签位置") == "0:3,000@t 1:+64@t 2:−184@b 3:2,880@t"


def test_a_cut_axis_is_disclosed_and_its_bars_are_marked() -> None:
    drawn = figure(budget())
    assert (drawn.value_axis.minimum, drawn.remark, drawn.cut) == (2700, "纵轴自 2,700 起", (0, 3))
    assert figure(replace(budget(), axis_from=None)).cut == ()


def test_a_bar_that_crosses_zero_is_two_pieces() -> None:
    assert words(figure(chart("waterfall", "期初 减 减 期末", series("利润", 30, -50, -10, -30)))).splitlines()[:4] == [
        "column: (底座) ~ 0 -20 ~",
        "column: 合计 30 ~ ~ -30",
        "column: 减少 ~ 30 -10 ~",
        "column: 减少（零以下） ~ -20 ~ ~",
    ]


def test_a_rise_is_the_one_to_explain_unless_the_series_should_rise() -> None:
    cost = figure(chart("waterfall", "a b c", series("费用", 3, 1, 4)))
    gain = figure(chart("waterfall", "a b c", series("收入", 3, 1, 4, emphasis=Emphasis.HIGHLIGHT)))
    fills = [next(one.fill.hex for one in drawn.series if one.name == "增加" and one.fill) for drawn in (cost, gain)]
    assert fills == [COLORS["improve"], COLORS["p400"]]


def test_a_bridge_has_no_gaps_and_its_axis_starts_below_every_level() -> None:
    assert complaints(chart("waterfall", "a b", series("费用", 3, None))) == (
        "CHART003 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）在“b”处没有数值，瀑布图不能断"
    )
    assert complaints(replace(budget(), axis_from=2900)) == (
        "CHART007 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）的纵轴起点 2900 高于最低的一级 2880"
    )


def test_totals_are_first_and_last_unless_named() -> None:
    assert totals_of(budget()) == {0, 3}
    assert totals_of(replace(budget(), total=(0,))) == {0}


@given(st.lists(st.integers(-500, 500).map(float), min_size=1, max_size=8))
def test_the_pieces_of_each_change_span_exactly_its_two_levels(changes: list[float]) -> None:
    values = (100.0, *changes, 100.0 + sum(changes))
    drawn = figure(chart("waterfall", " ".join(f"n{index}" for index in range(len(values))), series("费用", *values)), look(12))
    columns = drawn.groups[0]
    for index, step in enumerate(steps_of(values, frozenset({0, len(values) - 1}))):
        spans = [
            span
            for number, one in enumerate(columns.series)
            if one.fill and one.values[index] and (span := span_of(columns, number, index))
        ]
        if spans:
            assert min(min(span) for span in spans) == step.low and max(max(span) for span in spans) == step.high
    assert Coordinates.of(drawn, look(12).size).plot.height > 0
