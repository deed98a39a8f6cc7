from engine.base.units import Size, inch
from engine.charts.coordinates import Box, Coordinates
from engine.charts.svg_marks import circle, group_marks, line_points, slices
from engine.model.charts import ChartData
from tests.support.charts import chart, figure, series

SIZE = Size(inch(6), inch(3))


def at(data: ChartData) -> Coordinates:
    return Coordinates.of(figure(data), SIZE)


def test_all_bars_of_one_look_are_one_path_so_that_touching_ones_show_no_seam() -> None:
    coordinates = at(chart("column", "a b c", series("GMV", 1, 2, None), highlight=(1,)))
    svg = group_marks(coordinates, coordinates.figure.groups[0])
    assert svg.count("<path") == 2 and svg.count("Z") == 2


def test_what_nobody_sees_is_not_drawn() -> None:
    coordinates = at(chart("funnel", "a b", series("人次", 2, 1)))
    assert group_marks(coordinates, coordinates.figure.groups[0]).count("<path") == 1


def test_a_gap_interrupts_a_line() -> None:
    coordinates = at(chart("line", "a b c d e", series("GMV", 1, 2, None, 3, 4)))
    group = coordinates.figure.groups[0]
    assert [len(run) for run in line_points(coordinates, group, group.series[0])] == [2, 2]
    assert group_marks(coordinates, group).count("M") == 2


def test_an_area_comes_down_at_a_gap() -> None:
    coordinates = at(chart("area", "a b c d e", series("GMV", 1, 2, None, 3, 4)))
    assert group_marks(coordinates, coordinates.figure.groups[0]).count("Z") == 2


def test_slices_turn_clockwise_from_the_top() -> None:
    coordinates = at(chart("pie", "a b c", series("占比", 50, None, 50)))
    assert [(index, round(start, 2), round(end, 2)) for index, start, end in slices(coordinates, coordinates.figure.groups[0])] == [
        (0, 0.0, 3.14),
        (2, 3.14, 6.28),
    ]


def test_a_whole_ring_is_two_halves() -> None:
    coordinates = at(chart("doughnut", "a", series("占比", 1)))
    assert group_marks(coordinates, coordinates.figure.groups[0]).count("Z") == 2


def test_a_pie_fills_the_shorter_side_of_its_plot() -> None:
    assert circle(Box(0, 0, 100, 60)) == (50, 30, 30)


def test_markers_are_circles() -> None:
    coordinates = at(chart("line", "a b c", series("GMV", 1, 3, 2), highlight=(1,)))
    assert group_marks(coordinates, coordinates.figure.groups[-1]).count("<circle") == 1
