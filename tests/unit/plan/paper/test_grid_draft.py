from __future__ import annotations

from engine.model.blocks import Align
from engine.model.paper import PaperCell
from engine.plan.paper.grid_draft import GridColumn, GridRow, header_row, unit_below
from tests.support.planning import t


def heads(*words: str) -> list[list[str]]:
    row = unit_below(header_row([t(each) for each in words], [GridColumn() for _ in words]))
    return [[each.plain for each in cell.paragraphs] for cell in row.cells if cell]


def test_units_stand_below_and_short_headings_are_halved() -> None:
    assert heads("成交额（万元）", "Revenue (USD)", "目标达成率", "渠道", "Net promoter score") == [
        ["成交额", "（万元）"], ["Revenue", "(USD)"], ["目标", "达成率"], ["渠道"], ["Net promoter", "score"],
    ]  # fmt: skip


def test_body_rows_and_wide_headings_stay() -> None:
    row = GridRow((PaperCell((t("成交额（万元）"),)),))
    assert unit_below(row) is row
    wide = GridRow((PaperCell((t("上半年（万元）"),), Align.CENTER, span=2), None), header=True)
    assert unit_below(wide) == wide
