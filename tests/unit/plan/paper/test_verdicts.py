from __future__ import annotations

from engine.model.blocks import Align
from engine.model.paper import PaperCell
from engine.plan.paper.grid_draft import Draft, GridColumn, GridRow, header_row
from engine.plan.paper.verdicts import with_verdicts_left
from tests.support.planning import t

COLUMNS = (GridColumn(), GridColumn(Align.RIGHT), GridColumn(Align.CENTER))


def draft(*verdicts: str, tinted: bool = False) -> Draft:
    rows = (
        GridRow(
            (
                PaperCell((t("曝光"),)),
                PaperCell((t("92%"),), Align.RIGHT),
                PaperCell((t(said),) if said else (), Align.CENTER, tinted=tinted),
            )
        )
        for said in verdicts
    )
    return Draft(COLUMNS, (header_row([t("指标"), t("完成率"), t("状态")], COLUMNS), *rows))


def test_verdicts_and_their_heading_stand_at_the_left() -> None:
    made = with_verdicts_left(draft("▲ 超额完成", "", "▼ 未达成"))
    assert [column.align for column in made.columns] == [Align.LEFT, Align.RIGHT, Align.LEFT]
    assert {cell.align for row in made.rows if (cell := row.cells[2]) is not None} == {Align.LEFT}


def test_other_words_and_tinted_cells_stay() -> None:
    for kept in (draft("进行中", "未开始"), draft("▲ 超额完成", "待定"), draft("▲ 超额完成", tinted=True), draft("")):
        assert with_verdicts_left(kept) is kept
