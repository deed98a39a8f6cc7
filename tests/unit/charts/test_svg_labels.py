import re
from dataclasses import replace

from engine.base.units import Size, inch
from engine.charts.coordinates import Coordinates
from engine.charts.measure import text_width
from engine.charts.svg_labels import group_labels, label_text
from engine.model.charts import ChartData, Note
from engine.model.figure import LabelShows, PointLabel
from tests.support.charts import THEME, chart, figure, look, series

SIZE = Size(inch(6), inch(3))


def drawn(data: ChartData, size: Size = SIZE) -> list[tuple[str, str, str]]:
    coordinates = Coordinates.of(figure(data), size)
    svg = "".join(group_labels(coordinates, group) for group in coordinates.figure.groups)
    return re.findall(r'x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)', svg)


def test_a_label_stands_above_a_column_and_below_a_negative_one() -> None:
    data = chart("column", "a b", series("GMV", 3, -3))
    coordinates = Coordinates.of(figure(data), SIZE)
    (_, above, first), (_, below, second) = drawn(data)
    assert (first, second) == ("3", "−3")
    assert float(above) < coordinates.value(3) and float(below) > coordinates.value(-3)


def test_a_note_follows_its_number() -> None:
    data = replace(chart("line", "a b c", series("GMV", 1, 3, 2)), notes=(Note(1, "高峰"),))
    (left, base, number), (right, same, note) = drawn(data)
    assert (number, note) == ("3", "高峰") and base == same and float(left) < float(right)


def test_labels_stay_inside_the_frame() -> None:
    names = " ".join(f"{n}月" for n in range(26))
    spots = drawn(chart("column", names, series("GMV", *range(1000000, 1000026))), SIZE)
    last = next(x for x, _, text in spots if text == "1,000,025")
    assert float(last) + text_width("1,000,025", 10.5, bold=True) / 2 <= 432.01


def test_the_words_of_a_label() -> None:
    pie = figure(chart("pie", "商城 门店", series("占比", 3, 1)))
    coordinates = Coordinates.of(pie, SIZE)
    label = PointLabel(0, THEME.color("ink"), 12)
    shown = [label_text(coordinates, pie.series[0], replace(label, shows=what)) for what in LabelShows]
    assert shown == ["3", "75.0%", "商城"]
    assert label_text(coordinates, pie.series[0], replace(label, text="三成")) == "三成"


def test_every_label_of_a_pie_is_printed_small_slices_outside() -> None:
    data = chart("pie", "a b c", series("占比", 70, 26, 4))
    pie = figure(data, look(3, 3))
    coordinates = Coordinates.of(pie, Size(inch(3), inch(3)))
    svg = group_labels(coordinates, pie.groups[0])
    spots = [(float(x), float(y)) for x, y in re.findall(r'x="([^"]+)" y="([^"]+)"', svg)]
    (x, y), radius = coordinates.plot.center, coordinates.plot.width / 2
    distances = [((a - x) ** 2 + (b - y) ** 2) ** 0.5 for a, b in spots]
    assert distances[0] < radius and distances[1] < radius < distances[2]
