from engine.base.units import Size, inch
from engine.charts.coordinates import Coordinates
from engine.charts.svg_axes import axis_labels, axis_lines, gridlines
from engine.model.charts import ChartData
from tests.support.charts import PERCENT, chart, figure, series

SIZE = Size(inch(6), inch(3))


def at(data: ChartData) -> Coordinates:
    return Coordinates.of(figure(data), SIZE)


def texts(svg: str) -> list[str]:
    return [part.partition("</text>")[0] for part in svg.replace("<text ", "\n<text ").replace('">', '">\x00').split("\x00")[1:]]


def test_gridlines_stand_at_the_ticks_and_only_when_the_axis_is_shown() -> None:
    assert gridlines(at(chart("line", "a b", series("GMV", 3, 4)))).count("M") == 5
    assert gridlines(at(chart("column", "a b", series("GMV", 3, 4)))) == ""


def test_the_category_axis_stands_at_zero() -> None:
    coordinates = at(chart("column", "a b", series("GMV", 3, -3)))
    assert f" {coordinates.value(0):.2f}".rstrip("0").rstrip(".") in axis_lines(coordinates)


def test_a_funnel_has_no_axis_line() -> None:
    assert axis_lines(at(chart("funnel", "a b", series("人次", 3, 2)))) == ""


def test_names_below_and_ticks_beside() -> None:
    assert texts(axis_labels(at(chart("line", "a b", series("GMV", 3, 4))))) == ["a", "b", "0", "1", "2", "3", "4"]


def test_a_planned_second_line_is_printed_below_the_first() -> None:
    svg = axis_labels(at(chart("column", "储备金未动用余额合计 b c d e f g h", series("GMV", *range(1, 9)))))
    assert texts(svg)[:2] == ["储备金未动", "用余额合计"]


def test_the_second_axis_is_printed_on_the_right() -> None:
    names = " ".join(map(str, range(30)))
    rate = series("率", *(0.01 * n for n in range(30)), style=PERCENT, secondary=True)
    svg = axis_labels(at(chart("combo", names, series("GMV", *range(1000000, 1000030)), rate)))
    assert "30.0" in texts(svg) and "1,000,000" in texts(svg)
    assert 'text-anchor="end"' in svg


def test_scatter_has_numbers_on_both_sides() -> None:
    assert texts(axis_labels(at(chart("scatter", "a b", series("x", 10, 20), series("y", 3, 4))))) == [
        *["0", "5", "10", "15", "20", "0", "1", "2", "3", "4"]
    ]


def test_radar_has_names_around_and_numbers_at_its_rings() -> None:
    assert texts(axis_labels(at(chart("radar", "上 右 左", series("x", 1, 2, 3))))) == ["上", "右", "左", "0", "1", "2", "3"]
