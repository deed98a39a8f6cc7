from __future__ import annotations

import pytest

from engine.base.units import pt
from engine.layout.fonts import FontBook
from engine.layout.sense import balanced_lines
from engine.model.inlines import Span, Text, text


def broken(sample: Text | str, em: float, fonts: FontBook) -> str:
    sample = text(sample) if isinstance(sample, str) else sample
    return "|".join(line.plain for line in balanced_lines(sample, size=10, measure=pt(em * 10), fonts=fonts))


@pytest.mark.parametrize(
    ("plain", "em", "expected"),
    [
        ("曝光超额，转化达标", 12, "曝光超额，转化达标"),       # fits: not broken
        ("曝光超额，转化达标", 8, "曝光超额，|转化达标"),       # by width it would be 曝光超额，转化达|标
        ("提升转化、复购，控制成本", 10, "提升转化、复购，|控制成本"),  # the comma before the enumeration mark
        ("一季度：曝光超额，转化达标", 10, "一季度：|曝光超额，转化达标"),
        ("曝光超额 转化达标", 6, "曝光超额|转化达标"),           # a space, which vanishes
        ("好，曝光超额转化达标", 9, "好，曝光超额转|化达标"),     # two characters are no half, nor may they be left over
        ("没有标点的一个长标题", 8, "没有标点的一个|长标题"),
        ("曝光超额，\n转化达标", 8, "曝光超额，|转化达标"),       # the author's own break stays
        ("上半年三次大促 GMV", 8, "上半年三次大促|GMV"),
        ("一二三，四五六，七八九，十", 5, "一二三，四|五六，七八|九，十"),  # three lines: by width
    ],
)
def test_break_by_sense(paper: FontBook, plain: str, em: float, expected: str) -> None:
    assert broken(plain, em, paper) == expected


def test_offsets_are_those_of_the_text_given_and_spans_stay(paper: FontBook) -> None:
    sample = Text((Span("曝光超额 "), Span("转化达标", bold=True)))
    first, second = balanced_lines(sample, size=10, measure=pt(60), fonts=paper)
    assert (first.start, first.end, second.start, second.end) == (0, 4, 5, 9)
    assert second.spans == (Span("转化达标", bold=True),)
