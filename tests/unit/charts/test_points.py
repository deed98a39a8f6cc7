from engine.charts.coordinates import Coordinates
from engine.charts.number_format import format_number
from engine.charts.points import kept, known_points, two_axes
from engine.charts.scale import Scale, ticks
from engine.model.charts import ChartData
from engine.model.figure import ChartFigure, FigureSeries, GroupKind, Marker
from tests.support.charts import THEME, WAN, chart, figure, labels, look, series

DATA = chart("scatter", "甲 乙 丙", series("费用", 10_000, 90_000, None, style=WAN), series("产出比", 5, 6, 7), highlight=(1,))


def drawn(data: ChartData = DATA) -> ChartFigure:
    points = FigureSeries("产出比", (5, 6), marker=Marker(8, THEME.color("primary")), x=(1, 9))
    return two_axes(data, look(), GroupKind.SCATTER, points, (0, 1))


def test_a_point_without_one_of_its_values_is_left_out() -> None:
    assert known_points(DATA) == (0, 1)
    assert kept(DATA.series[0], (0, 1)) == (1, 9)


def test_points_carry_their_names_and_one_at_the_edge_turns_away_from_it() -> None:
    found = drawn().series[0].labels
    assert [(label.text, label.position.value, label.bold) for label in found] == [("甲", "r", False), ("乙", "r", True)]
    long = chart("scatter", "甲 自有商城小程序旗舰店 丙", *DATA.series)
    assert labels(drawn(long), "产出比") == "0:甲@r 1:自有商城小程序旗舰店@l"


def test_among_many_points_only_the_highlighted_are_named() -> None:
    many = chart("scatter", " ".join(f"点{n}" for n in range(20)), series("x", *range(20)), series("y", *range(20)), highlight=(4,))
    assert [label.text for label in figure(many).series[0].labels] == ["点4"]


def test_names_of_points_close_together_stand_on_different_sides() -> None:
    close = chart("scatter", "企微社群 内容种草 直播专场", series("费用", 100, 101, 102), series("产出", 50, 50, 50))
    places = {(label.position, label.lift) for label in figure(close).series[0].labels}
    assert len(places) == 3


def test_the_remark_says_what_the_axes_are() -> None:
    shown = drawn()
    assert shown.remark == "横轴：费用（万元）；纵轴：产出比"
    assert shown.categories == ("甲", "乙") and shown.category_axis.scale is not None


def test_bubbles_stay_inside_the_plot_even_at_zero() -> None:
    shown = figure(chart("bubble", "甲 乙 丙", series("费用", 0, 60, 100), series("产出", 0, 300, 500), series("GMV", 900, 1, 900)))
    at = Coordinates.of(shown, look().size)
    group = shown.groups[0]
    for index in range(3):
        point = at.point(group, group.series[0], index)
        assert point is not None
        radius = at.radius(group.series[0], index)
        assert at.plot.x <= point[0] - radius + 0.01 and point[0] + radius <= at.plot.right + 0.01
        assert at.plot.y <= point[1] - radius + 0.01 and point[1] + radius <= at.plot.bottom + 0.01


def test_ticks_below_zero_that_only_bubbles_need_print_nothing() -> None:
    shown = figure(chart("bubble", "甲 乙", series("费用", 0, 100), series("产出", 0, 500), series("GMV", 900, 900)))
    axis = shown.value_axis
    printed = [format_number(value, axis.format) for value in ticks(Scale(axis.minimum, axis.maximum, axis.major))]
    assert printed[:2] == ["", "0"]
    minus = figure(chart("bubble", "甲 乙", series("费用", 0, 100), series("产出", -100, 500), series("GMV", 1, 1)))
    assert format_number(-100, minus.value_axis.format).startswith("−")
