from engine.charts.totals import sums, total_line
from tests.support.charts import look


def test_a_category_without_any_part_has_no_total() -> None:
    assert sums(((1, None, 2), (3, None, None))) == (4, None, 2)


def test_the_line_that_carries_totals_is_not_seen() -> None:
    line = total_line(look(), (4, None, 2), "0", frozenset({2, 0}), (2,))
    assert (line.fill, line.pen, line.marker) == (None, None, None)
    assert [(label.index, label.color == look().message) for label in line.labels] == [(0, False), (2, True)]
