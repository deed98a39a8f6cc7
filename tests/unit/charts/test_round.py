from engine.charts.round import round_figure
from engine.model.figure import GroupKind, LabelShows
from tests.support.charts import chart, complaints, labels, look, series

SHARES = chart("pie", "商城 直播 门店", series("占比", 70, 26, 4))


def test_slices_are_labelled_with_their_share_small_ones_outside() -> None:
    drawn = round_figure(SHARES, look(3, 3), GroupKind.PIE)
    assert labels(drawn, "占比") == "0@inEnd 1@inEnd 2@outEnd"
    assert {label.shows for label in drawn.series[0].labels} == {LabelShows.PERCENT}


def test_of_small_slices_side_by_side_the_greater_ones_keep_their_labels() -> None:
    drawn = round_figure(chart("pie", "甲 乙 丙 丁 戊 己", series("占比", 89.2, 0.1, 5, 0.2, 5.5, 0)), look(3, 3), GroupKind.PIE)
    assert labels(drawn, "占比") == "0@inEnd 2@outEnd 4@outEnd"


def test_a_small_sector_of_a_ring_has_no_label() -> None:
    assert labels(round_figure(SHARES, look(3, 3), GroupKind.DOUGHNUT), "占比") == "0@ctr 1@ctr"


def test_every_slice_has_its_colour_and_a_legend_entry() -> None:
    drawn = round_figure(SHARES, look(3, 3), GroupKind.PIE)
    assert [entry.color for entry in drawn.legend] == [point.fill for point in drawn.series[0].points]
    assert [entry.label for entry in drawn.legend] == ["商城", "直播", "门店"]


def test_one_series_that_adds_up_is_needed() -> None:
    assert complaints(chart("pie", "a b", series("x", 0, 0))).startswith("CHART008")
    assert complaints(chart("pie", "a b", series("x", 3, -1))).startswith("CHART007")
    assert complaints(chart("doughnut", "a", series("x", 1), series("y", 1))).startswith("CHART010")


def test_more_than_six_parts_are_a_warning() -> None:
    assert complaints(chart("pie", "a b c d e f g", series("x", *range(1, 8)))) == (
        "CHART102 content/demo/report.yaml:41:9: 图表“季度销售”（gmv）有 7 份，超过 6 份难以分辨"
    )
