import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.charts.target_actual import Parts, split
from tests.support.charts import COLORS, chart, complaints, figure, labels, series, words

AMOUNTS = st.floats(0, 1e6)


def test_bars_are_made_of_within_gap_line_and_excess() -> None:
    data = chart("target-actual", "年货节 会员月 五一 缺数", series("目标", 2100, 1500, 1800, 900), series("实际", 2268, 1455, 1800, None))
    drawn = figure(data)
    assert words(drawn).splitlines() == [
        "column: 实际（目标以内） 2080 1455 1780 880",
        "column: 缺口 ~ 25 ~ ~",
        "column: 目标线 40 40 40 40",
        "column: 超额 148 ~ 0 ~",
        "line: (标签位置) 2268 1520 1820 920",
    ]
    assert labels(drawn, "标签位置") == "0:2,268@t 1:1,455@t 2:1,800@t"


def test_the_workbook_keeps_the_true_values() -> None:
    drawn = figure(chart("target-actual", "a b", series("目标", 10, 20), series("实际", 11, None)))
    assert [(one.name, one.values) for one in drawn.reference] == [("目标", (10, 20)), ("实际", (11, None))]


def test_a_bar_without_actual_shows_only_its_target_line() -> None:
    drawn = figure(chart("target-actual", "a b", series("目标", 10, 20), series("实际", 11, None)))
    assert [(point.index, point.fill) for point in drawn.series[0].points] == [(1, None)]


def test_more_than_eight_items_become_horizontal_bars_with_labels_at_their_ends() -> None:
    drawn = figure(chart("target-actual", "a b c d e f g h i", series("目标", *range(10, 19)), series("实际", *range(9, 18))))
    assert {group.kind.value for group in drawn.groups} == {"bar"}
    assert labels(drawn, "标签位置").startswith("0:9@ctr 1:10@ctr")


def test_the_legend_names_only_what_is_there() -> None:
    drawn = figure(chart("target-actual", "a", series("目标", 10), series("实际", 12)))
    assert [entry.label for entry in drawn.legend] == ["实际（目标以内）", "超额", "目标"]


def test_a_highlighted_label_takes_the_message_colour() -> None:
    drawn = figure(chart("target-actual", "a b", series("目标", 1, 1), series("实际", 1, 2), highlight=(1,)))
    assert [label.color.hex for label in drawn.series[-1].labels] == [COLORS["ink"], COLORS["primary"]]


@pytest.mark.parametrize(
    ("drawn", "code"),
    [
        ((series("目标", 1),), "CHART010"),
        ((series("目标", 1), series("实际", -1)), "CHART007"),
        ((series("目标", 1), series("实际", 0)), ""),
    ],
)
def test_two_series_without_negative_values_are_needed(drawn: tuple[object, ...], code: str) -> None:
    assert complaints(chart("target-actual", "a", *drawn))[:8] == code  # type: ignore[arg-type]


@given(AMOUNTS, AMOUNTS, st.floats(0.01, 100))
def test_parts_are_never_negative_and_reach_the_larger_of_both(target: float, actual: float, half: float) -> None:
    parts = split(target, actual, half)
    drawn = [part for part in (parts.within, parts.gap, parts.target, parts.excess) if part is not None]
    assert all(part >= 0 for part in drawn)
    assert sum(drawn) >= max(target, actual) - 1e-3
    assert sum(drawn) <= max(target, actual) + 2 * half + 1e-3


def test_missing_values_leave_out_what_they_would_draw() -> None:
    assert split(None, None, 1) == Parts(None, None, None, None, None)
    assert split(None, 5, 1) == Parts(5, None, None, None, 5)
