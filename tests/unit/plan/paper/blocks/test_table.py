from __future__ import annotations

from engine.model.blocks import Badge, ColumnGroup, Table, TableCell, TableColumn, TableRow
from engine.model.inlines import Tone
from engine.model.paper import PaperTable
from engine.plan.paper.blocks.table import write_table
from tests.support.papers import flow, told
from tests.support.planning import t

COLUMNS = (TableColumn(t("等级")), TableColumn(t("成交"), "万元"))
ROWS = (
    TableRow((TableCell(t("A"), badge=Badge.SQUARE), TableCell(t("2,891"), t("占 35%")))),
    TableRow((TableCell(t("合计")), TableCell(t("8,260"))), total=True),
)


def test_units_second_lines_totals_and_sources() -> None:
    made = flow()
    write_table(Table(COLUMNS, ROWS, t("分级"), t("注：按支付"), t("台账")), made)
    assert told(made.blocks).splitlines() == [
        "table [表 1-1] 分级",
        "  # 等级 ; 成交（万元）",
        "  | A ; 2,891 / 占 35%",
        "  = 合计 ; 8,260",
        "  注：按支付",
        "  来源：台账",
    ]


def test_groups_are_a_band_above_the_header() -> None:
    made = flow()
    write_table(Table(COLUMNS, ROWS, groups=(ColumnGroup(t("结果"), 2, strong=True),)), made)
    assert told(made.blocks).splitlines()[1] == "  # 结果 (p200) ; <"


def test_a_badge_is_a_bold_word() -> None:
    made = flow()
    write_table(Table(COLUMNS, ROWS), made)
    (table,) = made.blocks
    assert isinstance(table, PaperTable)
    cell = table.rows[1].cells[0]
    assert cell is not None
    assert (cell.bold, cell.tone) == (True, Tone.STRONG)


def test_only_the_first_of_two_lines_is_bold() -> None:
    made = flow()
    write_table(Table(COLUMNS[:1], (TableRow((TableCell(t("7.29 万人"), t("目标 9.60 万人"), bold=True),)),)), made)
    (table,) = made.blocks
    assert isinstance(table, PaperTable)
    cell = table.rows[1].cells[0]
    assert cell is not None
    assert (cell.bold, [paragraph.spans[0].bold for paragraph in cell.paragraphs]) == (False, [True, False])
