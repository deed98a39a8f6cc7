from tests.support.charts import chart, complaints, figure, labels, series, words


def test_one_area_has_a_line_on_top() -> None:
    drawn = figure(chart("area", "a b c", series("GMV", 3, 5, 4)))
    assert words(drawn) == "area: GMV 3 5 4\nline: GMV（线） 3 5 4"
    assert not drawn.category_axis.between


def test_the_first_point_is_not_labelled_over_the_tick_labels() -> None:
    assert labels(figure(chart("area", "a b c", series("GMV", 3, 5, 4))), "GMV（线）") == "1@t 2@b"


def test_several_areas_are_stacked_under_their_total() -> None:
    drawn = figure(chart("area", "a b", series("x", 3, None), series("y", 1, 2)))
    assert words(drawn) == "area: x 3 ~\narea: y 1 2\nline: (合计) 4 2"
    assert [entry.label for entry in drawn.legend] == ["x", "y"]


def test_negative_areas_are_refused() -> None:
    assert complaints(chart("area", "a", series("x", -1))).startswith("CHART007")
