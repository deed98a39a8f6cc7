from dataclasses import replace

from engine.base.units import Rect, inch
from engine.charts.geometry import (
    band_rect,
    bar_rect,
    break_marks,
    category_center,
    category_pitch,
    funnel_bridges,
    plot_rect,
    value_position,
)
from engine.model.charts import ChartData
from tests.support.charts import chart, figure, look, series

FRAME = Rect.inches(1, 2, 6, 3)


def bridge() -> ChartData:
    return replace(chart("waterfall", "计划 媒介 实际", series("费用", 3000, -120, 2880)), axis_from=2700)


def test_category_centres_are_one_pitch_apart_inside_the_frame() -> None:
    drawn = figure(chart("column", "a b c", series("GMV", 1, 2, 3)))
    first, second = (category_center(drawn, FRAME, index) for index in (0, 1))
    assert abs(second - first - category_pitch(drawn, FRAME)) <= 1
    assert FRAME.x < first < FRAME.x + inch(1.1)


def test_a_gutter_is_kept_exactly() -> None:
    drawn = figure(chart("target-actual", "a b", series("目标", 1, 2), series("实际", 1, 2)), look(gutter=0.84))
    assert abs(plot_rect(drawn, FRAME).x - FRAME.x - inch(0.84)) <= 2


def test_values_stand_on_their_axis() -> None:
    drawn = figure(chart("column", "a b", series("GMV", 5, 10)))
    plot = plot_rect(drawn, FRAME)
    assert value_position(drawn, FRAME, 0) == plot.bottom
    assert plot.y < value_position(drawn, FRAME, 10) < value_position(drawn, FRAME, 5)


def test_horizontal_bars_count_from_the_top_and_values_run_to_the_right() -> None:
    drawn = figure(chart("bar", "a b", series("GMV", 5, 10)))
    assert category_center(drawn, FRAME, 0) < category_center(drawn, FRAME, 1)
    assert value_position(drawn, FRAME, 5) < value_position(drawn, FRAME, 10)


def test_a_band_covers_its_categories_at_full_height() -> None:
    drawn = figure(chart("line", "a b c d", series("GMV", 1, 2, 3, 4)))
    plot, band = plot_rect(drawn, FRAME), band_rect(drawn, FRAME, 1, 2)
    assert abs(band.width * 2 - plot.width) <= 2
    assert (band.y, band.height) == (plot.y, plot.height)


def test_the_bars_are_where_the_chart_draws_them() -> None:
    drawn = figure(chart("column", "a b", series("GMV", 5, None)))
    bar = bar_rect(drawn, FRAME, 0, 0)
    assert bar is not None and bar.bottom == plot_rect(drawn, FRAME).bottom
    assert bar_rect(drawn, FRAME, 0, 1) is None
    assert bar_rect(drawn, FRAME, 9, 0) is None


def test_funnel_bridges_join_neighbouring_steps() -> None:
    drawn = figure(chart("funnel", "触达 进入 支付", series("人次", 100, 50, 20)))
    first, second = funnel_bridges(drawn, FRAME)
    upper, lower = bar_rect(drawn, FRAME, 1, 0), bar_rect(drawn, FRAME, 1, 1)
    assert upper is not None and lower is not None
    assert [corner.x for corner in first] == [upper.x, upper.right, lower.right, lower.x]
    assert first[2].y == lower.y and second[0].y == lower.bottom


def test_only_bars_on_a_cut_axis_get_a_break_mark() -> None:
    drawn = figure(bridge())
    marks = break_marks(drawn, FRAME)
    total = bar_rect(drawn, FRAME, 1, 0)
    assert len(marks) == 2 and total is not None
    assert marks[0][0].x < total.x and marks[0][1].x > total.right
    assert all(corner.y < plot_rect(drawn, FRAME).bottom for corner in marks[0])
    assert break_marks(figure(replace(bridge(), axis_from=None)), FRAME) == ()
