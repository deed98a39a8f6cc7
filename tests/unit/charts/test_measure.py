import pytest

from engine.charts.measure import text_width


def test_han_is_one_em_and_digits_are_a_little_more_than_half() -> None:
    assert text_width("年货节", 10) == 30
    assert text_width("618", 10) == pytest.approx(16.8)


def test_bold_is_wider() -> None:
    assert text_width("618", 10, bold=True) > text_width("618", 10)


def test_the_longest_line_counts() -> None:
    assert text_width("储备金\n未动用了", 10) == text_width("未动用了", 10)


def test_nothing_has_no_width() -> None:
    assert text_width("", 12) == 0


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    assert text_width("a\u00a0b", 10) == text_width("a b", 10)
