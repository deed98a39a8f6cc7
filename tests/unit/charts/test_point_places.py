from hypothesis import given
from hypothesis import strategies as st

from engine.charts.coordinates import Box
from engine.charts.point_places import GAP, Mark, places
from engine.model.figure import LabelPosition

AREA = Box(0, 0, 600, 300)


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def test_a_lone_name_stands_to_the_right() -> None:
    place = places({0: "甲"}, (Mark(100, 100, 4),), 10, AREA)[0]
    assert (place.position, place.lift, place.box.x) == (LabelPosition.RIGHT, 0.0, 104 + GAP)


def test_a_name_that_would_leave_the_area_stands_to_the_left() -> None:
    assert places({0: "企业微信社群"}, (Mark(590, 100, 4),), 10, AREA)[0].position is LabelPosition.LEFT


def test_a_name_stands_in_a_bubble_that_holds_it() -> None:
    assert places({0: "甲乙"}, (Mark(100, 100, 20),), 10, AREA)[0].position is LabelPosition.CENTER
    assert places({0: "企业微信社群"}, (Mark(100, 100, 20),), 10, AREA)[0].position is LabelPosition.RIGHT


def test_the_more_important_name_chooses_first() -> None:
    twins = (Mark(100, 100, 4), Mark(100, 100, 4))
    found = places({1: "乙", 0: "甲"}, twins, 10, AREA)
    assert found[1].position is LabelPosition.RIGHT
    assert found[0].position is not LabelPosition.RIGHT


def test_a_name_does_not_cover_a_neighbouring_point() -> None:
    marks = (Mark(100, 100, 4), Mark(118, 100, 4))
    found = places({0: "企微", 1: "直播"}, marks, 10, AREA)
    assert not overlap(found[0].box, marks[1].box)
    assert found[0].position is LabelPosition.LEFT


@given(st.lists(st.tuples(st.integers(150, 450), st.integers(80, 220)), min_size=1, max_size=6))
def test_up_to_six_names_never_cover_each_other(centres: list[tuple[int, int]]) -> None:
    marks = tuple(Mark(x, y, 4) for x, y in centres)
    found = places(dict.fromkeys(range(len(marks)), "企微社群"), marks, 10, AREA)
    boxes = [place.box for place in found.values()]
    assert not any(overlap(one, other) for at, one in enumerate(boxes) for other in boxes[:at])
