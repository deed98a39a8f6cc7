from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.units import Rect, inch, pt
from engine.model.blocks import Align
from engine.model.deck import Anchor, BulletMark, Run, TextLine
from engine.model.theme import Color
from engine.writers.pdf.setting import BASELINE_IN_CELL, line_size, line_spans, lines_of, set_cell, set_paragraphs

INK = Color("14232F")
FRAME = Rect(pt(10), pt(20), pt(200), pt(100))


def line(*texts: str, size: float = 10, pitch: float = 15, breaks: tuple[int, ...] = (), after: float = 0) -> TextLine:
    return TextLine(tuple(Run(text, size, INK) for text in texts), pitch, breaks=breaks, after=after)


def printed(paragraph: TextLine) -> list[str]:
    return ["|".join(run.text for run in runs) for runs in lines_of(paragraph)]


@pytest.mark.parametrize(
    ("texts", "breaks", "expected"),
    [
        (("一二三四",), (), ["一二三四"]),
        (("一二三四",), (2,), ["一二", "三四"]),
        (("一二", "三四"), (3,), ["一二|三", "四"]),
        (("一二\n三四",), (), ["一二", "三四"]),
        (("一二\n三四",), (3,), ["一二", "三四"]),  # the planner counts the line after a soft return, or does not
        (("one two",), (4,), ["one", "two"]),
        (("一\n\n二",), (), ["一", "", "二"]),
        (("一\n",), (), ["一", ""]),
        (("",), (), [""]),
    ],
)
def test_lines_are_cut_at_planned_breaks_and_soft_returns(texts: tuple[str, ...], breaks: tuple[int, ...], expected: list[str]) -> None:
    assert printed(line(*texts, breaks=breaks)) == expected


@given(st.text("一二 a\n", max_size=30), st.sets(st.integers(0, 30)))
def test_no_character_is_lost_but_spaces_and_returns(text: str, breaks: set[int]) -> None:
    spans = line_spans(text, tuple(sorted(breaks)))
    kept = "".join(text[start:end] for start, end in spans)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert len(spans) >= text.count("\n") + 1


def test_a_line_is_as_large_as_its_largest_run() -> None:
    paragraph = TextLine((Run("12", 36, INK), Run(" 万元", 14, INK)), 44)
    assert line_size(lines_of(paragraph)[0], paragraph) == 36
    assert line_size((), paragraph) == 36


@pytest.mark.parametrize(("anchor", "top"), [(Anchor.TOP, 20), (Anchor.MIDDLE, 20 + 50 - 17.5), (Anchor.BOTTOM, 120 - 35)])
def test_anchors_count_lines_and_space_between_paragraphs(anchor: Anchor, top: float) -> None:
    placed = set_paragraphs((line("一", after=5), line("二", after=9)), FRAME, anchor)
    assert [paragraph.blocks[0].top for paragraph in placed] == [pytest.approx(top), pytest.approx(top + 20)]


def test_an_empty_paragraph_takes_its_room() -> None:
    (placed,) = set_paragraphs((line(""), line("二")), FRAME, Anchor.TOP)
    assert (placed.plain, placed.blocks[0].top) == ("二", 35)


def test_lines_of_different_sizes_become_blocks_of_their_own() -> None:
    paragraph = TextLine((Run("大", 30, INK), Run("小\n下一行", 14, INK)), 36)
    (placed,) = set_paragraphs((paragraph,), FRAME, Anchor.TOP)
    assert [(block.size, block.top) for block in placed.blocks] == [(30, 20), (14, 56)]
    assert placed.plain == "大小\n下一行"


def test_text_hangs_behind_its_bullet() -> None:
    paragraph = TextLine((Run("要点", 10, INK),), 15, bullet=BulletMark(INK, inch(0.25)))
    (placed,) = set_paragraphs((paragraph,), FRAME, Anchor.TOP)
    assert placed.bullet is not None
    assert [placed.bullet.left, placed.bullet.baseline, placed.bullet.size] == pytest.approx([10, 20 + 15 - 2, 4.2])
    assert (placed.blocks[0].left, placed.blocks[0].width) == (28, 182)


def test_a_nested_bullet_stands_further_in() -> None:
    paragraph = TextLine((Run("细节", 10, INK),), 15, bullet=BulletMark(INK, inch(0.25), left=inch(0.25)))
    (placed,) = set_paragraphs((paragraph,), FRAME, Anchor.TOP)
    assert placed.bullet is not None
    assert (placed.bullet.left, placed.blocks[0].left, placed.blocks[0].width) == (28, 46, 164)


def test_a_cell_has_its_own_baseline() -> None:
    paragraph = TextLine((Run("9", 10, INK),), 15, Align.RIGHT)
    (placed,) = set_cell((paragraph,), FRAME, Anchor.MIDDLE)
    (block,) = placed.blocks
    assert (block.left, block.width, block.top, block.align, block.depth) == (10, 200, 62.5, Align.RIGHT, BASELINE_IN_CELL)
