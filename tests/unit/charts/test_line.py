from dataclasses import replace

from engine.model.charts import Band, ChartData, Note
from engine.model.facts import Better
from tests.support.charts import chart, figure, labels, series, words


def weeks() -> ChartData:
    bands = (Band("年货节", 0, 1, 500), Band("开年", 2, 3, 300), Band("春日", 4, 5, None))
    data = chart("line", "W1 W2 W3 W4 W5 W6", series("实际", 420, 560, 148, 315, 624, 350), highlight=(4,))
    return replace(data, bands=bands, notes=(Note(2, "停发"),))


def test_bands_targets_low_points_and_peaks_are_series_of_their_own() -> None:
    assert words(figure(weeks())).splitlines() == [
        "column: 分段底色 800 800 ~ ~ 800 800",
        "line: 目标 1 500 500 ~ ~ ~ ~",
        "line: 目标 2 ~ ~ 300 300 ~ ~",
        "line: 实际 420 560 148 315 624 350",
        "line: 低于目标 420 ~ 148 ~ ~ ~",
        "line: 关键点 ~ ~ ~ ~ 624 ~",
    ]


def test_only_notes_and_highlights_are_labelled_then() -> None:
    assert labels(figure(weeks()), "实际") == "2:148停发@b 4@t"


def test_the_legend_explains_lines_and_dots() -> None:
    assert [(entry.label, entry.swatch.value) for entry in figure(weeks()).legend] == [
        ("实际", "line"),
        ("目标", "dash"),
        ("低于目标", "dot"),
    ]


def test_the_bands_let_the_gridlines_through_and_leave_room_for_their_names() -> None:
    drawn = figure(weeks())
    assert drawn.series[0].opacity < 0.1
    assert drawn.value_axis.maximum >= 1.28 * 624


def test_a_gap_stays_a_gap_and_the_lines_end_with_their_values() -> None:
    drawn = figure(chart("line", "a b c", series("今年", 3, None, 5), series("去年", 2, 3, 4)))
    assert words(drawn) == "line: 去年 2 3 4\nline: 今年 3 ~ 5\nline: 今年（单点） 3 ~ 5"
    assert (labels(drawn, "今年"), labels(drawn, "去年")) == ("2@r", "2@r")


def test_one_target_for_all_marks_what_is_below() -> None:
    drawn = figure(replace(chart("line", "a b c", series("GMV", 3, 1, 5)), target=2))
    assert words(drawn) == "line: 目标 2 2 2\nline: GMV 3 1 5\nline: 低于目标 ~ 1 ~"


def test_where_low_is_good_what_is_above_the_target_is_marked() -> None:
    drawn = figure(replace(chart("line", "a b c", series("获客成本", 3, 1, 5)), target=2, better=Better.LOWER))
    assert words(drawn) == "line: 目标 2 2 2\nline: 获客成本 3 1 5\nline: 高于目标 3 ~ 5"
    assert [entry.label for entry in drawn.legend] == ["获客成本", "目标", "高于目标"]


def test_a_cut_axis_is_disclosed() -> None:
    drawn = figure(replace(chart("line", "a b", series("满意度", 92, 96)), axis_from=90))
    assert drawn.value_axis.minimum == 90 and drawn.remark == "纵轴自 90 起"
