from engine.charts.stacked import PartRoom
from engine.model.charts import Emphasis
from tests.support.charts import chart, complaints, figure, labels, look, series, words


def test_totals_stand_on_an_unseen_line() -> None:
    drawn = figure(chart("stacked", "a b", series("拉新", 30, 50), series("召回", 1, None)))
    assert words(drawn) == "column: 拉新 30 50\ncolumn: 召回 1 ~\nline: (合计) 31 50"
    assert labels(drawn, "合计") == "0@t 1@t"


def test_only_parts_with_room_are_labelled() -> None:
    drawn = figure(chart("stacked", "a b", series("拉新", 30, 50), series("召回", 1, None)))
    assert (labels(drawn, "拉新"), labels(drawn, "召回")) == ("0@ctr 1@ctr", "")


def test_one_category_is_one_bar_of_the_whole() -> None:
    drawn = figure(chart("stacked", "全年", series("媒介", 35), series("储备", 12, emphasis=Emphasis.HOLLOW), series("小", 1)))
    assert words(drawn) == "bar: 媒介 35\nbar: 储备 12\nbar: 小 1"
    assert (drawn.value_axis.maximum, drawn.category_axis.labels) == (48, False)
    assert [entry.swatch.value for entry in drawn.legend] == ["fill", "hollow", "fill"]


def test_negative_parts_are_refused_zeros_are_not() -> None:
    assert complaints(chart("stacked", "a b", series("x", 1, -1))).startswith("CHART007")
    assert complaints(chart("stacked", "a b", series("x", 0, 0))) == ""


def test_room_is_measured_along_and_across_the_bar() -> None:
    upright, lying = PartRoom(1, 40), PartRoom(1, 40, sideways=True)
    assert upright.holds("100", 20, 12) and not upright.holds("100", 10, 12)
    assert not upright.holds("1,000,000", 100, 12)
    assert lying.holds("100", 30, 12) and not lying.holds("1,000,000", 30, 12)


def test_a_part_too_low_for_a_large_label_carries_a_small_one() -> None:
    drawn = figure(chart("stacked", "一月 二月", series("甲", 100, 100), series("乙", 9, 1)), look(6, 3))
    assert [label.size for label in drawn.series[0].labels] == [12.0, 12.0]
    assert [(label.index, label.size) for label in drawn.series[1].labels] == [(0, 10.5)]
