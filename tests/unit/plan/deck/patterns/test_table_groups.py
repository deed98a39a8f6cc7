from __future__ import annotations

from engine.base.units import Rect, inch
from engine.model.blocks import ColumnGroup, Table, TableColumn
from engine.plan.deck.patterns.table_groups import draw_groups
from tests.support.planning import AT, assert_reads, canvas, outline, t

COLUMNS = tuple(TableColumn(t(name)) for name in ("模块", "目标", "结果"))
WIDTHS = (inch(2), inch(1), inch(3))


def drawn(*, arrows: bool) -> str:
    page = canvas()
    groups = (ColumnGroup(t("计划"), 2), ColumnGroup(t("结果"), 1, strong=True))
    block = Table(COLUMNS, (), groups=groups, arrows=arrows, where=AT)
    top = draw_groups(block, WIDTHS, Rect.inches(0, 0, 6, 0.44 if arrows else 0.32), page)
    return f"{outline(page.elements)}\nheader {top.inches:.2f}"


def test_bands_stand_over_their_columns() -> None:
    assert_reads(
        drawn(arrows=False),
        """
        group 0 0 2.97×0.32
        group-label 0.08 0 2.81×0.32 13 计划
        group-2 3 0 3×0.32
        group-label-2 3.08 0 2.84×0.32 13 结果
        header 0.32
        """,
    )


def test_arrows_lead_from_one_to_the_next() -> None:
    assert_reads(
        drawn(arrows=True),
        """
        group 0 0 3.09×0.44
        group-label 0.16 0 2.66×0.44 13 计划
        group-2 3 0 3×0.44
        group-label-2 3.28 0 2.66×0.44 13 结果
        header 0.48
        """,
    )
