from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import EMU_PER_INCH, ZERO, Length, Point, Rect, Size, emu, inch, mm, pt

lengths = st.integers(-(10**9), 10**9).map(Length)
sizes = st.integers(0, 10**8).map(Length)
rects = st.builds(Rect, lengths, lengths, sizes, sizes)


def test_units_convert_exactly() -> None:
    assert inch(1) == pt(72) == mm(25.4) == emu(914_400) == EMU_PER_INCH
    assert inch(2.5).inches == 2.5
    assert pt(13.5).points == 13.5


def test_a_fraction_is_rounded_to_whole_emu() -> None:
    assert emu(0.6) == 1
    assert mm(0.00001) == 0


def test_a_length_stays_a_length_through_arithmetic() -> None:
    results = [inch(1) + inch(1), 0 + inch(1), inch(2) - inch(1), 3 - inch(1), inch(1) * 1.5, 2 * inch(1), -inch(1), inch(1).over(3)]
    assert {type(result) for result in results} == {Length}
    assert type(sum([inch(1), inch(2)], ZERO)) is Length
    assert inch(1).over(4) == inch(0.25)


def test_a_length_over_a_length_is_a_plain_ratio() -> None:
    ratio = inch(1) / inch(4)
    assert (type(ratio), ratio) == (float, 0.25)


def test_a_length_is_written_as_emu_and_shown_in_inches() -> None:
    assert str(inch(1.5)) == f"{inch(1.5)}" == "1371600"
    assert repr(inch(1.5)) == "1.500in"


@given(lengths, lengths)
def test_taking_away_undoes_adding(a: Length, b: Length) -> None:
    assert a + b - b == a
    assert a - b == -(b - a)


def test_a_rectangle_is_named_by_its_corners() -> None:
    box = Rect.inches(1, 2, 3, 4)
    assert (box.right, box.bottom) == (inch(4), inch(6))
    assert box == Rect(inch(1), inch(2), inch(3), inch(4))


def test_inset_shrinks_each_side() -> None:
    box = Rect.inches(0, 0, 10, 10)
    assert box.inset(inch(1), inch(2)) == Rect.inches(1, 2, 8, 6)
    assert box.inset(inch(1), inch(2), inch(3), inch(4)) == Rect.inches(1, 2, 6, 4)
    assert box.inset(inch(1), ZERO, ZERO) == Rect.inches(1, 0, 9, 10)


def test_moved_keeps_the_size() -> None:
    assert Rect.inches(1, 1, 2, 2).moved(dy=inch(3)) == Rect.inches(1, 4, 2, 2)


@pytest.mark.parametrize(
    ("other", "contained", "overlapping"),
    [
        (Rect.inches(1, 1, 2, 2), True, True),
        (Rect.inches(0, 0, 10, 10), True, True),
        (Rect.inches(9, 9, 2, 2), False, True),
        (Rect.inches(10, 0, 2, 2), False, False),  # touching is not overlapping
    ],
)
def test_contains_and_overlaps(other: Rect, contained: bool, overlapping: bool) -> None:
    box = Rect.inches(0, 0, 10, 10)
    assert box.contains(other) is contained
    assert box.overlaps(other) is overlapping
    assert other.overlaps(box) is overlapping


def test_slack_forgives_a_hair() -> None:
    box, near = Rect.inches(0, 0, 10, 10), Rect.inches(9.99, 0, 1, 1)
    assert box.contains(Rect.inches(-0.01, 0, 1, 1), slack=inch(0.02))
    assert not box.overlaps(near, slack=inch(0.02))


@given(rects, lengths, lengths)
def test_moving_there_and_back_changes_nothing(box: Rect, dx: Length, dy: Length) -> None:
    assert box.moved(dx, dy).moved(-dx, -dy) == box


@given(rects)
def test_a_box_contains_itself_and_overlaps_itself_unless_it_is_flat(box: Rect) -> None:
    assert box.contains(box)
    assert box.overlaps(box) is (box.width > 0 and box.height > 0)


def test_point_and_size_are_values() -> None:
    assert Point(inch(1), inch(2)) == Point(inch(1), inch(2))
    assert Size(inch(1), inch(2)) != Size(inch(2), inch(1))
