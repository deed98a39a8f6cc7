from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, GroupKind, PlotArea, SeriesGroup, ValueAxis
from engine.model.theme import Color, FontFace


def test_the_series_of_a_figure_are_those_of_its_groups_in_order() -> None:
    first, second, third = (FigureSeries(name, (1.0,)) for name in ("a", "b", "c"))
    groups = (SeriesGroup(GroupKind.COLUMN, (first, second)), SeriesGroup(GroupKind.LINE, (third,)))
    plot, axis, face = PlotArea(0, 0, 1, 1), ValueAxis(0, 1, 1), FontFace("a", "b", "c")
    figure = ChartFigure("column", ("x",), groups, plot, axis, CategoryAxis(), face, Color("000000"))
    assert figure.series == (first, second, third)
