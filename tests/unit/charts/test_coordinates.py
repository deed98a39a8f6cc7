import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Size, inch
from engine.charts.coordinates import Box, Coordinates, names_fit, span_of
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, Grouping, GroupKind, PlotArea, SeriesGroup, ValueAxis
from engine.model.theme import Color
from tests.support.charts import FACE, chart, figure, look, series

SIZE = Size(inch(1), inch(1))
HALF = PlotArea(0.25, 0.25, 0.5, 0.5)


def plotted(group: SeriesGroup, *, reverse: bool = False, between: bool = True) -> Coordinates:
    axis = CategoryAxis(reverse=reverse, between=between)
    drawn = ChartFigure("column", ("a", "b"), (group,), HALF, ValueAxis(0, 10, 5), axis, FACE, Color("000000"))
    return Coordinates.of(drawn, SIZE)


def one(*values: float | None) -> FigureSeries:
    return FigureSeries("s", values)


def test_the_plot_is_a_part_of_the_frame() -> None:
    at = plotted(SeriesGroup(GroupKind.COLUMN, (one(1, 2),)))
    assert at.plot == Box(18, 18, 36, 36)
    assert at.plot.center == (36, 36) and at.plot.right == 54 and at.plot.bottom == 54


def test_a_column_stands_on_zero_in_the_middle_of_its_slot() -> None:
    group = SeriesGroup(GroupKind.COLUMN, (one(5, None),), gap=100)
    at = plotted(group)
    assert at.bar(group, 0, 0) == Box(22.5, 36, 9, 18)
    assert at.bar(group, 0, 1) is None


def test_clustered_columns_share_the_slot_side_by_side() -> None:
    group = SeriesGroup(GroupKind.COLUMN, (one(5, 5), one(10, 10)), gap=100)
    at = plotted(group)
    first, second = at.bar(group, 0, 0), at.bar(group, 1, 0)
    assert first is not None and second is not None
    assert first.right == second.x and first.width == 6


def test_bars_run_to_the_right_first_category_on_top_when_reversed() -> None:
    group = SeriesGroup(GroupKind.BAR, (one(10, 5),), gap=0)
    assert plotted(group, reverse=True).bar(group, 0, 0) == Box(18, 18, 36, 18)
    assert plotted(group).bar(group, 0, 0) == Box(18, 36, 36, 18)


def test_the_first_series_of_a_cluster_of_bars_is_on_top_when_reversed_and_below_otherwise() -> None:
    group = SeriesGroup(GroupKind.BAR, (one(1, 1), one(1, 1)), gap=0)
    tops = [(bar.y if (bar := plotted(group, reverse=reverse).bar(group, 0, 0)) else 0) for reverse in (True, False)]
    assert tops == [18, 45]


def test_stacks_grow_apart_from_zero() -> None:
    group = SeriesGroup(GroupKind.COLUMN, (one(3), one(-2), one(4), one(None), one(-1)), Grouping.STACKED)
    assert [span_of(group, number, 0) for number in range(5)] == [(0, 3), (0, -2), (3, 7), None, (-2, -3)]


def test_percent_stacks_add_up_to_a_hundred() -> None:
    group = SeriesGroup(GroupKind.COLUMN, (one(3), one(1)), Grouping.PERCENT)
    assert [span_of(group, number, 0) for number in range(2)] == [(0, 75), (75, 100)]


def test_values_beyond_the_axis_are_clipped_to_the_plot() -> None:
    at = plotted(SeriesGroup(GroupKind.COLUMN, (one(1, 2),)))
    assert (at.value(-5), at.value(25)) == (54, 18)


def test_area_categories_stand_on_the_edges() -> None:
    at = plotted(SeriesGroup(GroupKind.AREA, (one(1, 2),)), between=False)
    assert (at.category(0), at.category(1)) == (18, 54)


def test_a_gap_has_no_point() -> None:
    group = SeriesGroup(GroupKind.LINE, (one(5, None),))
    at = plotted(group)
    assert at.point(group, group.series[0], 0) == (27, 36)
    assert at.point(group, group.series[0], 1) is None


@given(st.lists(st.one_of(st.none(), st.floats(0, 10)), min_size=2, max_size=2), st.integers(0, 200), st.integers(-100, 100))
def test_no_bar_leaves_the_plot(values: list[float | None], gap: int, overlap: int) -> None:
    group = SeriesGroup(GroupKind.COLUMN, (one(*values), one(*values)), gap=gap, overlap=overlap)
    at = plotted(group)
    for number in range(2):
        for index in range(2):
            box = at.bar(group, number, index)
            if box is not None:
                assert box.x >= 18 - 1e-9 and box.right <= 54 + 1e-9 and box.y >= 18 - 1e-9 and box.bottom <= 54 + 1e-9


@pytest.mark.parametrize(("width", "fits"), [(6, True), (0.8, False)])
def test_names_fit_when_each_stays_in_its_slot(width: float, fits: bool) -> None:
    drawn = figure(chart("column", "华东大区域 华南大区域", series("GMV", 1, 2)), look(6))
    assert names_fit(drawn, Size(inch(width), inch(3))) is fits
