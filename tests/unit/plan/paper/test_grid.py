from __future__ import annotations

import pytest

from engine.base.units import pt
from engine.model.blocks import Align
from engine.model.inlines import Text
from engine.model.paper import PaperCell, PaperRow, PaperTable
from engine.plan.paper.grid import LEAST_ROW, Draft, GridColumn, GridRow, add_table, cell_lines, cell_room, header_row, together
from tests.support.campaign_summary import TRACKING_HEADS
from tests.support.papers import flow, sheet, told
from tests.support.planning import t


def cells(*words: str) -> GridRow:
    return GridRow(tuple(PaperCell((t(each),)) for each in words))


def made(draft: Draft) -> tuple[PaperTable, str, list[str]]:
    written = flow()
    add_table(draft, written)
    (table,) = (block for block in written.blocks if isinstance(block, PaperTable))
    return table, told(written.blocks), [finding.code for finding in written.findings]


def test_a_small_table_fills_the_text_width() -> None:
    columns = (GridColumn(), GridColumn(Align.RIGHT), GridColumn())
    draft = Draft(columns, (header_row([t("指标"), t("实际"), t("状态")], columns), cells("成交额", "4,147 万元", "达成")), t("完成情况"))
    table, said, codes = made(draft)
    assert sum(table.widths) == flow().width
    assert said.splitlines() == ["table [表 1-1] 完成情况", "  # 指标 ; 实际 ; 状态", "  | 成交额 ; 4,147 万元 ; 达成"]
    assert [row.height.points for row in table.rows] == [LEAST_ROW, LEAST_ROW]
    assert codes == []
    assert [bool(each) for each in table.trailing] == [False, True, False]
    assert cell_room(table, 1, 1) == table.widths[1] - table.margin * 2 - table.trailing[1]


def test_rows_grow_with_their_lines() -> None:
    columns = (GridColumn(weight=0.2), GridColumn(weight=0.8))
    table, _, _ = made(Draft(columns, (cells("事项", "措施" * 60),)))
    assert round(table.rows[0].height.points, 1) == 51.0  # three lines
    assert len(list(cell_lines(t("措施" * 60), cell_room(table, 1, 1), 9.5, sheet(), bold=False))) == 3


def test_a_unit_without_room_stands_below_its_heading() -> None:
    names = ["合作方", "投入（万元）", "预期 GMV", "组织与人员", "说明"]
    columns = tuple(GridColumn() for _ in names)
    long = "限量八千套，到店品鉴的老客凭券换购，售完即止"
    table, said, _ = made(
        Draft(columns, (header_row([t(name) for name in names], columns), cells("青窑瓷坊", "90.0", "520", "渠道", long * 3)))
    )
    assert "投入（万元）" in said and len(table.rows[0].cells) == 5  # one line where there is room
    wide = (*columns, *(GridColumn(Align.RIGHT) for _ in range(6)))
    heads = [*names, *(f"第{n}季度新增（万人）" for n in "一二三四五六")]
    row = cells("青窑瓷坊", "90.0", "520", "渠道", long, *(f"{n}.5" for n in range(6)))
    table, _, _ = made(Draft(wide, (header_row([t(name) for name in heads], wide), row)))
    parted = [[each.plain for each in cell.paragraphs] for cell in table.rows[0].cells if cell]
    assert ["第一季度新增", "（万人）"] in parted
    assert table.rows[0].height.points > LEAST_ROW


def together_on_a_page(rows: tuple[PaperRow, ...]) -> int:
    return together(rows, pt(690))


def test_how_many_rows_stay_together() -> None:
    def rows(count: int, height: float) -> tuple[PaperRow, ...]:
        return (PaperRow((), pt(26), header=True), *(PaperRow((), pt(height)) for _ in range(count)))

    assert together_on_a_page(rows(7, 26)) == 7  # up to a third of a page: whole
    assert together_on_a_page(rows(8, 26)) == 3
    assert together_on_a_page(rows(5, 60)) == 2
    assert together_on_a_page(rows(3, 100)) == 1
    assert together_on_a_page(rows(8, 100)) == 2
    assert together_on_a_page(rows(2, 600)) == 1
    assert together(rows(8, 60), pt(440)) == 2  # a landscape page


def test_eleven_columns_go_to_a_landscape_page() -> None:
    columns = tuple(GridColumn() for _ in TRACKING_HEADS)
    row = cells(
        "新品试穿",
        "双 11 前预约试穿 20 万人次",
        "68 家试穿区扩到 120 家",
        "预约人次",
        "预约系统",
        "12.6 万",
        "7.4 万",
        "周末时段提前约满",
        "新增 52 家试穿区",
        "周岚",
        "11/05",
    )
    table, said, codes = made(Draft(columns, (header_row([t(name) for name in TRACKING_HEADS], columns), row, row)))
    assert said.splitlines()[0] == "-- landscape"
    assert said.splitlines()[-1] == "-- portrait"
    assert sum(table.widths) == flow().page.turned().width
    assert codes == []


@pytest.mark.parametrize(("words", "size"), [(9, 9.5), (11, 9.0), (12, 9.5)])
def test_a_turned_table_is_set_smaller_where_that_keeps_four_lines(words: int, size: float) -> None:
    """Eleven times these words take five lines in the larger size and four in the smaller; twelve times, five in both."""
    columns = tuple(GridColumn() for _ in TRACKING_HEADS)
    row = cells("门店联动", "达到目标" * words, "分批开放" * words, *("到店核销",) * 8)
    table, _, _ = made(Draft(columns, (header_row([t(name) for name in TRACKING_HEADS], columns), row)))
    assert table.size == size


def test_more_numbers_than_a_page_is_wide_are_an_error() -> None:
    columns = tuple(GridColumn(Align.RIGHT) for _ in range(20))
    _, _, codes = made(Draft(columns, (cells(*("1,234,567,890" for _ in columns)),)))
    assert set(codes) == {"FIT005"}


def test_weights_that_break_a_name_are_not_kept() -> None:
    columns = (GridColumn(weight=0.04), GridColumn(weight=0.96))
    table, _, _ = made(Draft(columns, (cells("责任人周岚", "按时完成"),)))
    assert table.widths[0].inches > 0.7
    fixed, _, _ = made(Draft(columns, (cells("责任人周岚", "按时完成"),), fixed=True))
    assert fixed.widths[0].inches < 0.3


def test_an_empty_cell_is_one_line() -> None:
    table, _, _ = made(Draft((GridColumn(),), (GridRow((PaperCell((Text(),)),)),)))
    assert table.rows[0].height.points == LEAST_ROW
