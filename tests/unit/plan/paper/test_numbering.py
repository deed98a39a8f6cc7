from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.brand.paper_lists import ListLevel
from engine.plan.paper.numbering import Numbers, chinese, heading_number, item_number, numbers_of, roman
from tests.support.papers import harbor


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


LEVELS = (ListLevel("decimal", "第%1部分", "space"), ListLevel("decimal", "%1.%2", "tab"))


def test_the_numbers_of_a_template_stand_over_the_house_s_own() -> None:
    own = Numbers(Language.ZH)
    assert (own.heading(1, (3, 0, 0, 0)), own.item(2)) == ("三、", "（2）")
    template = Numbers(Language.ZH, (LEVELS, LEVELS, (), ()), (ListLevel("lowerLetter", "%1)", "tab"),))
    assert [template.heading(level, (3, 2, 1, 0)) for level in (1, 2, 3)] == ["第3部分 ", "3.2  ", ""]
    assert template.item(2) == "b)"
    assert Numbers(Language.EN, None, (ListLevel("decimal", "（%1）", "nothing"),)).item(2) == "(2)"


def test_harbor_numbers_as_the_house_does() -> None:
    brand = harbor()[0]
    chinese_, english = numbers_of(brand, Language.ZH), numbers_of(brand, Language.EN)
    for level in (1, 2, 3, 4):
        assert chinese_.heading(level, (3, 2, 1, 4)) == heading_number(level, (3, 2, 1, 4), Language.ZH)
        assert english.heading(level, (3, 2, 1, 4)) == heading_number(level, (3, 2, 1, 4), Language.EN)
    assert chinese_.bullets == ("", "–")
