import re

import pytest

from engine.base.units import Size, inch
from engine.charts.coordinates import Coordinates
from engine.charts.matplotlib_marks import matplotlib_marks
from engine.model.charts import ChartData
from tests.support.charts import chart, figure, look, series

SIZE = Size(inch(6), inch(3))


def marks(data: ChartData) -> tuple[Coordinates, list[tuple[str, str]]]:
    coordinates = Coordinates.of(figure(data, look()), SIZE)
    svg = matplotlib_marks(coordinates)
    return coordinates, re.findall(r'<path d="([^"]+)" ([^>]+)/>', svg)


def center(commands: str) -> tuple[float, float]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", commands)]
    xs, ys = numbers[0::2], numbers[1::2]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def test_points_stand_where_the_native_chart_has_them() -> None:
    coordinates, paths = marks(chart("scatter", "a b", series("x", 10, 30), series("y", 5, 7)))
    dots = [center(commands) for commands, style in paths if 'fill="#1A6585"' in style]
    assert dots == [
        pytest.approx((coordinates.across(10), coordinates.value(5)), abs=0.02),
        pytest.approx((coordinates.across(30), coordinates.value(7)), abs=0.02),
    ]


def test_gridlines_are_those_of_both_axes() -> None:
    coordinates, paths = marks(chart("scatter", "a b", series("x", 10, 20), series("y", 3, 4)))
    grid = [center(commands) for commands, style in paths if 'stroke="#D6DEE4"' in style]
    middle_x, middle_y = coordinates.plot.center
    upright = [(coordinates.across(value), middle_y) for value in (0, 5, 10, 15, 20)]
    level = [(middle_x, coordinates.value(value)) for value in (0, 1, 2, 3, 4)]
    assert grid == [pytest.approx(spot, abs=0.02) for spot in (*upright, *level)]


def test_the_area_of_a_bubble_is_its_size() -> None:
    coordinates, paths = marks(chart("bubble", "a b", series("x", 1, 3), series("y", 5, 7), series("大小", 4, 1)))
    widths = []
    for commands, style in paths:
        if "fill-opacity" in style:
            xs = [float(number) for number in re.findall(r"-?[\d.]+", commands)][0::2]
            widths.append(max(xs) - min(xs))
    assert widths[0] == pytest.approx(0.25 * coordinates.plot.height, rel=0.01)
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.01)


def test_a_radar_is_straight_lines_from_ring_to_ring() -> None:
    coordinates, paths = marks(chart("radar", "上 右 左", series("得分", 5, 5, 5)))
    (line,) = [commands for commands, style in paths if 'stroke="#1A6585"' in style]
    x, y = coordinates.plot.center
    assert line.startswith("M") and line.count("L") == 3 and "C" not in line
    assert float(re.findall(r"[\d.]+", line)[0]) == pytest.approx(x, abs=0.02)
    assert float(re.findall(r"[\d.]+", line)[1]) == pytest.approx(y - coordinates.plot.height / 2, abs=0.02)
