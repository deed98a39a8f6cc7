from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.plan.paper.numbering import chinese, heading_number, item_number, roman


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (99, "九十九"), (100, "100")]
)
def test_numbers_in_chinese(number: int, words: str) -> None:
    assert chinese(number) == words


def test_headings_count_in_the_manner_of_chinese_reports() -> None:
    assert [heading_number(level, (3, 2, 1, 4), Language.ZH) for level in (1, 2, 3, 4)] == ["三、", "（二）", "1. ", "（4）"]


def test_english_headings_say_the_whole_path() -> None:
    assert [heading_number(level, (3, 2, 1, 4), Language.EN) for level in (1, 2, 3, 4)] == ["3 ", "3.2 ", "3.2.1 ", "(4) "]


def test_items_and_front_matter() -> None:
    assert (item_number(2, Language.ZH), item_number(2, Language.EN)) == ("（2）", "(2)")
    assert [roman(number) for number in (2, 3, 4, 9, 14)] == ["ii", "iii", "iv", "ix", "xiv"]
