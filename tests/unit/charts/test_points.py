from engine.charts.points import kept, known_points, names_of_points, two_axes
from engine.model.figure import FigureSeries, GroupKind, Marker, SeriesGroup
from tests.support.charts import THEME, WAN, chart, look, series

DATA = chart("scatter", "甲 乙 丙", series("费用", 10_000, 90_000, None, style=WAN), series("产出比", 5, 6, 7), highlight=(1,))


def drawn() -> FigureSeries:
    return FigureSeries("产出比", (5, 6), marker=Marker(8, THEME.color("primary")), x=(1, 9))


def test_a_point_without_one_of_its_values_is_left_out() -> None:
    assert known_points(DATA) == (0, 1)
    assert kept(DATA.series[0], (0, 1)) == (1, 9)


def test_points_carry_their_names_and_the_one_at_the_edge_to_the_left() -> None:
    found = names_of_points(DATA, look(), drawn())
    assert [(label.text, label.position.value, label.bold) for label in found] == [("甲", "r", False), ("乙", "r", True)]
    wide = chart("scatter", "甲 自有商城 丙", *DATA.series)
    assert [label.position.value for label in names_of_points(wide, look(), drawn())] == ["r", "l"]


def test_among_many_points_only_the_highlighted_are_named() -> None:
    many = chart("scatter", " ".join(f"点{n}" for n in range(20)), series("x", *range(20)), series("y", *range(20)), highlight=(4,))
    line = FigureSeries("y", tuple(range(20)), x=tuple(range(20)))
    assert [label.text for label in names_of_points(many, look(), line)] == ["点4"]


def test_the_remark_says_what_the_axes_are() -> None:
    figure = two_axes(DATA, look(), SeriesGroup(GroupKind.SCATTER, (drawn(),)), (1, 9), (5, 6))
    assert figure.remark == "横轴：费用（万元）；纵轴：产出比"
    assert figure.categories == ("甲", "乙") and figure.category_axis.scale is not None
