from dataclasses import replace

from engine.charts.bars import bar_series, label_room, label_size, legend, side_names, target_line
from engine.model.charts import Emphasis
from engine.model.figure import Swatch
from tests.support.charts import COLORS, chart, look, series

TWO = chart("bar", "a b", series("GMV", 35, 16), series("费用", 26, 9, emphasis=Emphasis.HOLLOW), highlight=(1,))


def test_a_highlighted_bar_takes_the_message_colour_and_so_does_its_label() -> None:
    drawn = bar_series(TWO, look(), 0, (35, 16), frozenset({0, 1}), 12)
    assert drawn.fill is not None and drawn.fill.hex == COLORS["muted"]
    assert [(point.index, point.fill and point.fill.hex) for point in drawn.points] == [(1, COLORS["primary"])]
    assert [label.color.hex for label in drawn.labels] == [COLORS["ink"], COLORS["primary"]]


def test_a_hollow_series_has_an_outline_and_quiet_labels() -> None:
    drawn = bar_series(TWO, look(), 1, (26, None), frozenset({0}), 12)
    assert drawn.fill is not None and drawn.fill.hex == COLORS["bg"] and drawn.pen is not None
    assert [(label.bold, label.size) for label in drawn.labels] == [(False, 10.5)]


def test_the_legend_tells_series_and_target_apart() -> None:
    entries = legend(replace(TWO, target=20), look())
    assert [(entry.label, entry.swatch) for entry in entries] == [("GMV", Swatch.FILL), ("费用", Swatch.HOLLOW), ("目标", Swatch.DASH)]
    assert legend(chart("bar", "a", series("GMV", 1)), look()) == ()


def test_labels_shrink_when_that_lets_all_stand() -> None:
    assert label_size(((1000,),), "#,##0", 60) == 12
    assert label_size(((1000,),), "#,##0", 30) == 10.5


def test_a_target_line_runs_through_all_categories() -> None:
    line = target_line(look(), 20, 3, "0")
    assert line.values == (20, 20, 20) and line.pen is not None and line.pen.dashed


def test_side_names_take_what_they_need_and_break_when_long() -> None:
    _, narrow = side_names(look(6), ("五星",), 12, 40)
    names, wide = side_names(look(4), ("华东大区第一销售分公司", "华南"), 12, 40)
    assert narrow == 7.5 + 24
    assert names.names == ("华东大区第\n一销售分公司", "华南") and wide < 0.34 * 4 * 72 + 10


def test_low_rows_keep_long_names_on_one_line() -> None:
    names, _ = side_names(look(4), ("华东大区第一销售分公司",), 12, 20)
    assert names.names == ("华东大区第一销售分公司",)


def test_names_left_to_the_planner_need_no_room() -> None:
    assert side_names(replace(look(), category_labels=False), ("五星",), 12, 40)[1] == 1


def test_the_longest_label_sets_the_room_beyond_the_bars() -> None:
    assert label_room(((1000, None),), "#,##0", 12, 300) > label_room(((1,),), "0", 12, 300)
    assert label_room(((1e9,),), "#,##0", 12, 50) == 0.5
