from dataclasses import replace

from engine.charts.point_labels import end_labels, point_labels
from engine.model.charts import Note
from engine.model.figure import LabelPosition
from tests.support.charts import THEME, chart, look, series

TEN = (5.0, 6.0, 9.0, 4.0, 3.0, 1.0, 2.0, 4.0, 6.0, 7.0)
DATA = chart("line", " ".join("abcdefghij"), series("GMV", *TEN))


def spots(values: tuple[float | None, ...], **marks: object) -> list[tuple[int, str, str]]:
    data = replace(DATA, **marks)  # type: ignore[arg-type]
    return [
        (label.index, label.position.value, (label.text or "") + label.note)
        for label in point_labels(data, look(), values, "0", points_per_unit=10)
    ]


def test_peak_low_and_last_are_labelled_when_nothing_is_marked() -> None:
    assert spots(TEN) == [(2, "t", ""), (5, "r", ""), (9, "t", "")]


def test_few_points_are_all_labelled_unless_their_labels_take_most_of_the_way_between_them() -> None:
    values = (572.0, 1001.0, 1326.0, 1644.0, 2164.0)
    data = chart("line", "a b c d e", series("支出", *values))
    wide, narrow = (point_labels(data, look(width, 1), values, "#,##0", points_per_unit=0.03) for width in (4, 3))
    assert [label.index for label in wide] == [0, 1, 2, 3, 4]
    assert [label.index for label in narrow] == [0, 4]


def test_a_low_near_the_axis_is_labelled_above_a_flat_line_and_below_a_rising_one() -> None:
    lifts = [
        next(label.lift for label in point_labels(DATA, look(4, 1), (9.0, 0.5, ahead, 9.0), "0", points_per_unit=10) if label.index == 1)
        for ahead in (0.6, 5.0)
    ]
    assert lifts == [10 / 72, -2 / 72]
    (last,) = (label for label in point_labels(DATA, look(), (9.0, 8.0, 0.5), "0", points_per_unit=10) if label.index == 2)
    assert last.position is LabelPosition.LEFT


def test_few_points_are_all_labelled_each_away_from_the_line() -> None:
    assert spots((5.0, 3.0, None, 6.0, 4.0, 8.0)) == [(0, "t", ""), (1, "b", ""), (3, "t", ""), (4, "b", ""), (5, "t", "")]


def test_notes_and_highlights_replace_the_choice() -> None:
    assert spots(TEN, notes=(Note(2, "高峰"),), highlight=(6,)) == [(2, "t", "9高峰"), (6, "t", "")]


def test_a_note_at_the_right_edge_stands_left_clear_of_its_marker() -> None:
    assert spots(TEN, notes=(Note(9, "收官"),), highlight=(9,)) == [(9, "l", "7收官\u00a0\u00a0")]


def test_a_gap_is_not_labelled() -> None:
    assert spots((None, 2.0), highlight=(0,)) == []


def test_ends_at_one_height_share_a_label() -> None:
    lines = ((1.0, 5.0), (2.0, 5.1), (3.0, None), (None, None))
    found = [end_labels(lines, index, THEME.color("primary"), look()) for index in range(4)]
    assert [[(label.index, label.position) for label in one] for one in found] == [
        [(1, LabelPosition.RIGHT)],
        [],
        [(0, LabelPosition.RIGHT)],
        [],
    ]
