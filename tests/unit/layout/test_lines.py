from __future__ import annotations

import pytest

from engine.base.units import Length, inch, pt
from engine.layout.fonts import FontBook
from engine.layout.lines import count_safely, ends_in_lone_figure, ends_orphaned, line_bounds, tightened
from engine.model.inlines import Span, Text, text

TEN = 10.0  # points to the em


def test_lines_are_offsets_into_the_text(paper: FontBook) -> None:
    sample = Text((Span("一二"), Span("ab", bold=True), Span(" 三四五")))
    assert line_bounds(sample, size=TEN, measure=pt(35), fonts=paper) == ((0, 4), (5, 8))  # the space vanishes


def test_empty_text_is_one_empty_line(paper: FontBook) -> None:
    assert line_bounds(Text(), size=TEN, measure=pt(30), fonts=paper) == ((0, 0),)


@pytest.mark.parametrize(("size", "expected"), [(10, 1), (11, 2), (20, 3)])
def test_size_decides(paper: FontBook, size: float, expected: int) -> None:
    assert len(line_bounds(text("一二三四五"), size=size, measure=pt(50), fonts=paper)) == expected


def test_bold_is_wider(paper: FontBook) -> None:
    assert len(line_bounds(text("abcdef ab"), size=TEN, measure=pt(46), fonts=paper)) == 1
    assert len(line_bounds(text("abcdef ab"), size=TEN, measure=pt(46), fonts=paper, bold=True)) == 2
    assert count_safely(text("abcdef ab"), size=TEN, measure=pt(48), fonts=paper) == 1
    assert count_safely(text("abcdef ab"), size=TEN, measure=pt(48), fonts=paper, bold=True) == 2


def test_planning_leaves_room_for_every_program(paper: FontBook) -> None:
    """Exactly full in plain advances is planned as two lines; 4 % less is one."""
    assert count_safely(text("一二三四五六七八九十"), size=TEN, measure=pt(100), fonts=paper) == 2
    assert count_safely(text("一二三四五六七八九十"), size=TEN, measure=pt(105), fonts=paper) == 1
    assert count_safely(text("一二三四ab"), size=TEN, measure=pt(52.2), fonts=paper) == 2  # LibreOffice's gap


@pytest.mark.parametrize(
    ("plain", "orphaned"),
    [("一二三四五", True), ("一二三四五六", False), ("一二三", False), ("一二三 ab", True), ("一二三\n", False)],
)
def test_what_an_orphan_is(paper: FontBook, plain: str, orphaned: bool) -> None:
    assert ends_orphaned(plain, line_bounds(text(plain), size=TEN, measure=pt(30), fonts=paper)) is orphaned


def test_measures_to_try_go_down_by_two_characters_of_running_text() -> None:
    measures = tightened(inch(3))
    assert (len(measures), measures[0], measures[-1]) == (14, inch(2.97), inch(2.58))
    assert all(isinstance(measure, Length) for measure in measures)


@pytest.mark.parametrize(
    ("plain", "alone"),
    [
        ("其中新品出579\u00a0万元。", False),  # more than the figure
        ("其中新品579\u00a0万元。", True),
        ("平均停留6.8\u00a0分钟。", True),
        ("平均停留95.0%", False),  # a sign is never parted
    ],
)
def test_a_number_and_its_unit_alone_in_the_last_line(plain: str, alone: bool) -> None:
    assert ends_in_lone_figure(plain, [(0, 4), (4, len(plain))]) is alone
    assert not ends_in_lone_figure(plain[4:], [(0, len(plain) - 4)])
