from __future__ import annotations

from engine.base.units import Length, inch
from engine.model.blocks import Paragraph
from engine.plan.deck.memory import remembered
from engine.plan.deck.sheet import Sheet
from tests.support.planning import sheet, t

asked: list[tuple[str, float, int]] = []


@remembered
def length_of(block: Paragraph, width: Length, sheet: Sheet, level: int) -> int:
    asked.append((block.text.plain, width.inches, level))
    return len(block.text.plain)


def test_a_block_is_measured_once_for_each_width_and_step() -> None:
    asked.clear()
    page, block = sheet(), Paragraph(t("一二三"))
    assert [length_of(block, inch(2), page, 0) for _ in range(3)] == [3, 3, 3]
    length_of(block, inch(2), page, 1)
    length_of(block, inch(3), page, 0)
    length_of(block, inch(2), page.on_dark(), 0)
    assert asked == [("一二三", 2, 0), ("一二三", 2, 1), ("一二三", 3, 0), ("一二三", 2, 0)]


def test_blocks_are_told_apart_by_identity_and_plans_forget_each_other() -> None:
    asked.clear()
    page = sheet()
    for block in (Paragraph(t("一")), Paragraph(t("一"))):
        length_of(block, inch(2), page, 0)
        length_of(block, inch(2), sheet(), 0)
    assert len(asked) == 4
