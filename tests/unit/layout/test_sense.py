from __future__ import annotations

import pytest

from engine.base.units import pt
from engine.layout.fonts import FontBook
from engine.layout.sense import halves, without_orphan
from engine.layout.slices import with_returns
from engine.model.inlines import Span, Text, text


def broken(sample: Text | str, em: float, fonts: FontBook) -> str:
    sample = text(sample) if isinstance(sample, str) else sample
    parted = halves(sample, size=10, measure=pt(em * 10), fonts=fonts)
    return with_returns(sample, parted).plain if parted else "as it is"


@pytest.mark.parametrize(
    ("plain", "em", "expected"),
    [
        ("曝光超额，转化达标", 12, "as it is"),  # fits: not broken
        ("曝光超额，转化达标", 8, "曝光超额，\n转化达标"),  # by width it would be 曝光超额，转化达|标
        ("提升转化、复购，控制成本", 10, "提升转化、复购，\n控制成本"),  # the comma before the enumeration mark
        ("一季度：曝光超额，转化达标", 10, "一季度：\n曝光超额，转化达标"),
        ("曝光超额 转化达标", 6, "曝光超额\n转化达标"),  # a space, which vanishes
        ("好，曝光超额转化达标", 9, "好，曝光超额转\n化达标"),  # two characters are no half, nor may they be left over
        ("没有标点的一个长标题", 8, "没有标点的一个\n长标题"),
        ("曝光超额，\n转化达标", 8, "as it is"),  # the author's own break stays
        ("上半年三次大促 GMV", 8, "上半年三次大促\nGMV"),
        ("一二三，四五六，七八九，十", 5, "as it is"),  # three lines: by width
    ],
)
def test_break_by_sense(paper: FontBook, plain: str, em: float, expected: str) -> None:
    assert broken(plain, em, paper) == expected


def test_offsets_are_those_of_the_text_given(paper: FontBook) -> None:
    sample = Text((Span("曝光超额 "), Span("转化达标", bold=True)))
    assert halves(sample, size=10, measure=pt(60), fonts=paper) == ((0, 4), (5, 9))


def test_a_second_half_too_wide_for_the_line_is_no_half(paper: FontBook) -> None:
    """The only place to part is before a word that no line holds: by width then, whatever is left over."""
    assert broken("目标 https", 3, paper) == "目标\nhttps"
    assert broken("目标abcdefghij", 6, paper) == "目标\nabcdefghij"


def test_bold_words_need_more_room(paper: FontBook) -> None:
    assert halves(text("abcdef ab"), size=10, measure=pt(46), fonts=paper) is None
    assert halves(text("abcdef ab"), size=10, measure=pt(46), fonts=paper, bold=True) == ((0, 6), (7, 9))


@pytest.mark.parametrize(
    ("plain", "em", "expected"),
    [
        ("曝光超额转化达标", 7, "曝光超额转\n化达标"),  # one character over: three stay together
        ("曝光超额转化达标，复购也达标", 6, "曝光超额转化达标，\n复购也达标"),  # the last of three lines: after the mark
        ("曝光超额转化达标复购也都达标", 6, "曝光超额转化达标复购也\n都达标"),  # without a mark
        ("曝光超额转化达标", 5, "as it is"),  # three characters in the last line are no orphan
        ("曝光\n超额转化达标", 5, "as it is"),  # the author's own break stays
    ],
)
def test_a_last_line_keeps_three_characters(paper: FontBook, plain: str, em: float, expected: str) -> None:
    parted = without_orphan(text(plain), size=10, measure=pt(em * 10), fonts=paper)
    assert (with_returns(text(plain), parted).plain if parted else "as it is") == expected
