import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.charts.labels import break_name, labelled_points, place_names, short_name
from engine.charts.measure import text_width


def test_short_names_stand_on_one_line() -> None:
    placed = place_names(("年货节", "会员月"), 60, 10.5)
    assert (placed.names, placed.lines, placed.every) == (("年货节", "会员月"), 1, 1)


def test_long_names_break_into_two_lines() -> None:
    placed = place_names(("年货节", "内容与直播投放"), 50, 10.5)
    assert placed.names == ("年货节", "内容与\n直播投放")
    assert placed.lines == 2


def test_a_sequence_leaves_names_out_instead() -> None:
    placed = place_names(tuple(f"W{week}" for week in range(1, 27)), 15, 10.5, sequence=True)
    assert placed.every == 3 and placed.lines == 1 and placed.names[0] == "W1"


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("储备金，未动用", "储备金，\n未动用"),
        ("媒介 投放", "媒介\n投放"),
        ("618 年中大促", "618\n年中大促"),
        ("Marketing", "Marketing"),
        ("2025年上半年", "2025年\n上半年"),
        ("已经\n断开的名字", "已经\n断开的名字"),
    ],
)
def test_names_break_by_sense_and_never_inside_a_word(name: str, broken: str) -> None:
    assert break_name(name) == broken


@given(st.text(alphabet="甲乙丙丁，（）a1 -/", min_size=2, max_size=14))
def test_breaking_loses_nothing_but_spaces(name: str) -> None:
    broken = break_name(name)
    assert broken.replace("\n", "").replace(" ", "") == name.replace(" ", "")
    assert broken.count("\n") <= 1


def test_all_points_are_labelled_when_there_is_room() -> None:
    assert labelled_points(("12", "8", None), 40, 12, (), (12, 8, None)) == {0, 1}


def test_else_first_last_extremes_and_highlights() -> None:
    values = tuple(float(value) for value in (500, 900, 100, 300, 1200, 400, 700, 650, 640, 630))
    texts = tuple(f"{value:,.0f},000" for value in values)
    assert labelled_points(texts, 30, 12, (7,), values) == {0, 2, 4, 7, 9}


def test_labels_that_would_touch_a_more_important_one_are_left_out() -> None:
    values = tuple(float(value) for value in range(10))
    texts = tuple(f"{value:,.0f}00,000" for value in values)
    kept = sorted(labelled_points(texts, 20, 12, (8,), values))
    widths = [text_width(texts[index] or "", 12, bold=True) for index in kept]
    assert 8 in kept and 9 not in kept
    assert all((b - a) * 20 >= (wa + wb) / 2 for a, b, wa, wb in zip(kept, kept[1:], widths, widths[1:], strict=False))


def test_a_name_without_end_is_left_alone() -> None:
    assert break_name("字" * 400).count("\n") == 1
    assert "\n" not in break_name("字" * 401)


def test_a_long_name_in_a_sequence_is_shortened_and_leaves_the_others_room() -> None:
    names = ("内蒙古自治区呼伦贝尔市鄂伦春自治旗旗舰体验中心", *(f"门店{number}" for number in range(39)))
    assert short_name(names[0], 12) == "内蒙古自治区…" and short_name("门店1", 12) == "门店1"
    assert place_names(names, 20, 12, sequence=True).every == 8
