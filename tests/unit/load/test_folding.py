from __future__ import annotations

import pytest

from engine.load.folding import is_chinese, without_returns
from engine.load.locate import plain
from tests.support.content import tree


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("a: >-\n  上半年成交额\n  超额完成", "上半年成交额超额完成"),
        ("a: 上半年，\n  超额完成", "上半年，超额完成"),
        ('a: "上半年\n  超额 完成"', "上半年超额 完成"),
        ("a: >-\n  GMV\n  超额", "GMV 超额"),
        ("a: >-\n  one\n  two", "one two"),
        ("a: >-\n  一\n\n  二", "一\n二"),
        ("a: |-\n  一\n  二", "一\n二"),
        ("a: 一 二", "一 二"),
    ],
)
def test_a_line_break_between_chinese_is_no_space(yaml: str, value: str) -> None:
    assert plain(tree(yaml)) == {"a": value}


def test_what_counts_as_chinese() -> None:
    assert all(map(is_chinese, "汉，。（）“”…㐀"))
    assert not any(map(is_chinese, "a1,.-é "))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("周年庆推广\n活动总结", "周年庆推广活动总结"),
        ("Summer campaign\nSummary", "Summer campaign Summary"),
        ("Summer campaign \nSummary", "Summer campaign Summary"),
        ("2026\n年度规划", "2026年度规划"),
        ("One line", "One line"),
        ("", ""),
    ],
)
def test_a_soft_return_of_a_title_is_a_space_between_latin_words_only(text: str, expected: str) -> None:
    assert without_returns(text) == expected
