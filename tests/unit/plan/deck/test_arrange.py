from __future__ import annotations

import pytest

from engine.base.units import Rect, inch
from engine.model.blocks import Block, BulletItem, Bullets, Card, Cards, Chart, ColumnItem, Columns, Heading, PageBreak, Panel, Paragraph
from engine.model.inlines import text
from engine.plan.deck.arrange import columns_split, draw_stack, gap_between, pattern_of, split_stack, stack_maximum, stack_minimum
from tests.support import gallery
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import AT, Pictures, assert_reads, canvas, contents, drawn, outline, sheet, t

WORDS = Paragraph(t("每一部分只回答一个问题。"), AT)
TITLE = Heading(t("阅读约定"), where=AT)
CHART = gallery.trend()[0]
assert isinstance(CHART, Chart)


def stacked(*blocks: Block, height: float) -> str:
    page = canvas()
    draw_stack(blocks, Rect.inches(0, 0, 12, height), page, Pictures(), 0)
    return outline(page.elements, words=False)


def told(parts: tuple[tuple[Block, ...], tuple[Block, ...]]) -> str:
    return " | ".join(" + ".join(map(contents, part)) for part in parts)


@pytest.mark.parametrize("name", EVERY_BLOCK)
def test_every_block_needs_less_than_it_can_use(name: str) -> None:
    block, page = EVERY_BLOCK[name], sheet()
    pattern = pattern_of(block)
    assert 0 < pattern.minimum(block, inch(12), page, 0) <= pattern.maximum(block, inch(12), page, 0)
    assert pattern.minimum(block, inch(12), page, 3) <= pattern.minimum(block, inch(12), page, 0)


def test_texts_stand_closer_than_other_blocks() -> None:
    page = sheet()
    assert (gap_between(TITLE, WORDS, page), gap_between(WORDS, CHART, page)) == (inch(0.12), inch(0.24))


def test_spare_room_goes_to_those_that_can_use_it() -> None:
    """Words keep their height; the chart takes the rest."""
    assert_reads(
        "\n".join(line for line in stacked(TITLE, WORDS, CHART, height=5).splitlines() if line.startswith(("heading", "text", "chart "))),
        """
        heading 0 0 12×0.36
        text 0 0.48 12×0.35
        chart 0 1.45 12×3.55
        """,
    )


def test_a_stack_is_as_high_as_its_blocks_and_gaps() -> None:
    page = sheet()
    one = stack_minimum((WORDS,), inch(12), page, 0)
    assert stack_minimum((WORDS, WORDS), inch(12), page, 0) == one * 2 + inch(0.12)
    assert stack_minimum((), inch(12), page, 0) == 0
    assert stack_maximum((WORDS, CHART), inch(12), page, 0) == one + inch(0.24) + inch(5.12)


def test_columns_stand_side_by_side_by_weight() -> None:
    both = Columns((ColumnItem(8, (WORDS,)), ColumnItem(4, (TITLE, WORDS))))
    assert_reads(
        drawn(both, 12, 2),
        """
        text 0 0 7.92×0.35 14 每一部分只回答一个问题。
        heading 8.16 0 3.84×0.36 16 阅读约定
        text-2 8.16 0.48 3.84×0.35 14 每一部分只回答一个问题。
        """,
    )


def test_a_stack_is_cut_at_the_border() -> None:
    page, many = sheet(), Bullets(tuple(BulletItem(t(f"第{n}条")) for n in range(8)))
    assert told(split_stack((WORDS, many), inch(12), inch(2), page, 0)) == "Paragraph 12 + Bullets 3 | Bullets 5"
    assert told(split_stack((WORDS, many), inch(12), inch(9), page, 0)) == "Paragraph 12 + Bullets 8 | "
    assert told(split_stack((CHART, many), inch(12), inch(2), page, 0)) == " | Chart + Bullets 8"


def test_a_heading_goes_over_with_what_it_heads() -> None:
    page = sheet()
    assert told(split_stack((WORDS, TITLE, CHART), inch(12), inch(2), page, 0)) == "Paragraph 12 | Heading 4 + Chart"


def test_headings_and_labels_go_over_together_unless_there_is_nothing_else() -> None:
    page, label = sheet(), Paragraph(text("具体做法", bold=True))
    assert told(split_stack((WORDS, TITLE, label, CHART), inch(12), inch(2), page, 0)) == "Paragraph 12 | Heading 4 + Paragraph 4 + Chart"
    assert told(split_stack((TITLE, label, CHART), inch(12), inch(2), page, 0)) == "Heading 4 + Paragraph 4 | Chart"


def test_columns_are_cut_each_where_it_must_and_what_goes_on_is_widened() -> None:
    page = sheet()
    long = Panel(t("明细"), bullets=(t("规则复杂"),) * 40)
    head, tail = columns_split(Columns((ColumnItem(8, (CHART,)), ColumnItem(4, (long,)))), inch(12), inch(5), page, 0)
    assert head and tail
    assert (contents(head), contents(tail)) == ("Columns [Chart | Panel 12 parts]", "Panel 28 parts")


def test_columns_that_cannot_be_cut_go_over_whole() -> None:
    page = sheet()
    block = Columns((ColumnItem(6, (CHART,)), ColumnItem(6, (WORDS,))))
    assert columns_split(block, inch(12), inch(1), page, 0) == (None, block)
    assert columns_split(block, inch(12), inch(5), page, 0) == (None, block)  # nothing to cut


def test_a_page_break_takes_no_room() -> None:
    assert stack_minimum((PageBreak(),), inch(12), sheet(), 0) == 0
    assert drawn(PageBreak(), 12, 1) == ""


def test_errors_are_placed_at_the_block() -> None:
    page = canvas()
    endless = Cards((Card(text("题" * 200)),), where=AT)
    draw_stack((endless,), Rect.inches(0, 0, 3, 1), page, Pictures(), 0)
    assert {finding.where for finding in page.findings} == {AT}
