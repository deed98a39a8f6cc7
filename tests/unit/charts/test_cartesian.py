from dataclasses import replace

from engine.charts.cartesian import (
    Margins,
    axis_remark,
    category_axis,
    names_height,
    number_format,
    office_format,
    plot_area,
    printed,
    room_for_label,
    scaled,
    sparse_names,
    tick_width,
    unit_of,
    value_axis,
)
from engine.charts.labels import CategoryNames
from engine.charts.scale import Scale
from engine.model.figure import LabelShows
from engine.model.numbers import NumberStyle
from tests.support.charts import WAN, chart, look, series

SCALE = Scale(0, 4800, 1000)


def test_margins_are_points_of_the_frame() -> None:
    area = plot_area(look(6, 3), Margins(left=43.2, top=21.6, right=0, bottom=0))
    assert (round(area.x, 3), round(area.y, 3), round(area.width, 3), round(area.height, 3)) == (0.1, 0.1, 0.9, 0.9)


def test_a_gutter_takes_the_place_of_the_left_margin() -> None:
    assert round(plot_area(look(6, 3, gutter=1.2), Margins(left=5)).x, 3) == 0.2


def test_the_plot_keeps_a_fifth_of_a_frame_that_is_too_small() -> None:
    area = plot_area(look(1, 1), Margins(left=200, bottom=100))
    assert round(area.width, 3) == 0.2 and round(area.height, 3) == 0.2


def test_names_need_height_only_when_they_are_printed() -> None:
    names = CategoryNames(("a",), 2)
    assert names_height(look(), names) > names_height(look(), CategoryNames(("a",), 1)) > 20
    assert names_height(replace(look(), category_labels=False), names) == 1


def test_wider_ticks_need_more_room() -> None:
    assert tick_width(SCALE, "#,##0") > tick_width(Scale(0, 5, 1), "0")


def test_an_axis_that_is_not_shown_has_neither_labels_nor_gridlines() -> None:
    hidden, shown = value_axis(look(), SCALE, "0", shown=False), value_axis(look(), SCALE, "0", shown=True)
    assert (hidden.labels, hidden.grid) == (False, None)
    assert shown.labels and shown.grid is not None and shown.grid.width == 0.5


def test_sparse_names_are_labels_of_unseen_points_on_the_axis() -> None:
    names = CategoryNames(("W1", "W2", "W3", "W4"), 1, every=3)
    assert not category_axis(look(), names).labels
    (group,) = sparse_names(look(), names, SCALE)
    (points,) = group.series
    assert points.values == (0, None, None, 0)
    assert [(label.index, label.shows) for label in points.labels] == [(0, LabelShows.CATEGORY), (3, LabelShows.CATEGORY)]
    assert sparse_names(look(), CategoryNames(("W1",), 1), SCALE) == ()


def test_values_are_printed_in_the_unit_of_the_series() -> None:
    money = series("GMV", 22_680_000, None, style=WAN)
    assert scaled(money) == (2268, None)
    assert printed(scaled(money), number_format(money)) == ("2,268", None)
    assert unit_of(chart("column", "a b", money)) == "万元"


def test_a_prefix_is_part_of_the_format() -> None:
    assert office_format(series("客单价", style=NumberStyle(1, 0, "元", "#,##0", prefix="¥"))) == '"¥"#,##0'


def test_a_cut_axis_is_disclosed() -> None:
    assert axis_remark(look(), 2700, "#,##0") == "纵轴自 2,700 起"
    assert axis_remark(look(), None, "0") == axis_remark(look(), 0, "0") == ""


def test_a_label_takes_at_most_half_of_the_plot() -> None:
    assert room_for_label(200, 12) < 0.12
    assert room_for_label(10, 12) == 0.5
