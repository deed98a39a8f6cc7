from __future__ import annotations

import pytest

from engine.base.units import ZERO, Length, inch, pt
from engine.layout.fonts import FontBook
from engine.layout.lines import break_lines, break_safely, break_tidily, count_safely, is_orphaned, tightened
from engine.model.inlines import Span, Text, text

TEN = 10.0  # points to the em


def test_lines_carry_offsets_widths_and_spans(paper: FontBook) -> None:
    sample = Text((Span("一二"), Span("ab", bold=True), Span(" 三四五")))
    first, second = break_lines(sample, size=TEN, measure=pt(35), fonts=paper)
    assert (first.plain, first.start, first.end, first.width) == ("一二ab", 0, 4, pt(32))
    assert first.spans == (Span("一二"), Span("ab", bold=True))
    assert (second.plain, second.start, second.end, second.width) == ("三四五", 5, 8, pt(30))


def test_empty_text_is_one_empty_line(paper: FontBook) -> None:
    (line,) = break_lines(Text(), size=TEN, measure=pt(30), fonts=paper)
    assert (line.plain, line.width) == ("", ZERO)


@pytest.mark.parametrize(("size", "expected"), [(10, 1), (11, 2), (20, 3)])
def test_size_decides(paper: FontBook, size: float, expected: int) -> None:
    assert len(break_lines(text("一二三四五"), size=size, measure=pt(50), fonts=paper)) == expected


def test_first_indent(paper: FontBook) -> None:
    lines = break_lines(text("一二三四五"), size=TEN, measure=pt(40), fonts=paper, first_indent=pt(20))
    assert [line.plain for line in lines] == ["一二", "三四五"]


def test_planning_leaves_room_for_every_program(paper: FontBook) -> None:
    """Exactly full in plain advances is planned as two lines; 4 % less is one."""
    assert count_safely(text("一二三四五六七八九十"), size=TEN, measure=pt(100), fonts=paper) == 2
    assert count_safely(text("一二三四五六七八九十"), size=TEN, measure=pt(105), fonts=paper) == 1
    assert count_safely(text("一二三四ab"), size=TEN, measure=pt(52.2), fonts=paper) == 2  # LibreOffice's gap
    assert list(break_safely(text("一二 三四"), size=TEN, measure=pt(25), fonts=paper)) == [(0, 2), (3, 5)]


def test_an_orphan_is_avoided_by_a_tighter_measure(paper: FontBook) -> None:
    """22 Han in lines of 10 leave 2; 0.03 in less makes it 9 + 9 + 4."""
    sample = text("一二三四五六七八九十" * 2 + "百千")
    given = break_lines(sample, size=TEN, measure=pt(101), fonts=paper)
    assert is_orphaned(given)
    tidy = break_tidily(sample, size=TEN, measure=pt(101), fonts=paper)
    assert [len(line.plain) for line in tidy.lines] == [9, 9, 4]
    assert tidy.measure == pt(101) - inch(0.02)


def test_an_orphan_stays_when_the_box_would_have_to_shrink_too_much(paper: FontBook) -> None:
    tidy = break_tidily(text("一二三四五六七八九十百"), size=TEN, measure=pt(109), fonts=paper)
    assert ([len(line.plain) for line in tidy.lines], tidy.measure) == ([10, 1], pt(109))


def test_an_orphan_stays_when_avoiding_it_would_take_a_line_more(paper: FontBook) -> None:
    """Lines of 3 and an orphan of 2: lines of 2 would be three."""
    tidy = break_tidily(text("一二三四五"), size=TEN, measure=pt(31), fonts=paper)
    assert ([len(line.plain) for line in tidy.lines], tidy.measure) == ([3, 2], pt(31))


@pytest.mark.parametrize(
    ("plain", "orphaned"),
    [("一二三四五", True), ("一二三四五六", False), ("一二三", False), ("一二三 ab", True), ("一二三\n", False)],
)
def test_what_an_orphan_is(paper: FontBook, plain: str, orphaned: bool) -> None:
    assert is_orphaned(break_lines(text(plain), size=TEN, measure=pt(30), fonts=paper)) is orphaned


def test_measures_to_try_go_down_to_six_hundredths_of_an_inch() -> None:
    measures = tightened(inch(3))
    assert (len(measures), measures[0], measures[-1]) == (7, inch(3), inch(2.94))
    assert all(isinstance(measure, Length) for measure in measures)
