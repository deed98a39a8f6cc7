from __future__ import annotations

from pathlib import Path

import pytest

from engine.blocks import table as subject
from engine.model.blocks import Table
from tests.support.content import built, built_with_findings, shown_blocks
from tests.support.review import build, grid, one, refusal


def test_inline_rows(tmp_path: Path) -> None:
    content = """
    - table: {header: [人群, 目标], rows: [[新客, "2,000"], [老客, —]], caption: 题, note: 注}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Table(columns=[TableColumn(header='人群'), TableColumn(header='目标', align=right, numeric=True)], "
            "rows=[TableRow(cells=[TableCell(text='新客'), TableCell(text='2,000')]), "
            "TableRow(cells=[TableCell(text='老客'), TableCell(text='—')])], caption='题', note='注')"
        ),
    ]


def test_alignment_of_inline_rows(tmp_path: Path) -> None:
    content = """
    - table: {header: [人群, 目标, 等级], rows: [[新客, 20, A]], align: [auto, left, center]}
    """
    (table,) = built(tmp_path, content)
    assert isinstance(table, Table)
    assert [column.align.value for column in table.columns] == ["left", "left", "center"]


def test_ragged_rows(tmp_path: Path) -> None:
    content = """
    - table: {header: [人群, 目标], rows: [[新客]]}
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:21: YAML025 row 1 has 1 cells, the header 2",
    ]


def table(content: str) -> Table:
    block = one(f"- table: {{{content}}}")
    assert isinstance(block, Table)
    return block


def test_rows_of_data_in_order_with_their_total() -> None:
    content = (
        "data: sales, columns: [活动, {field: GMV, unit: 元}, 渠道], where: GMV > 15000000, order: GMV desc, limit: 3, total: {sum: [GMV]}"
    )
    assert (
        grid(table(content))
        == "活动 | GMV 万元 | 渠道\n618 | 4,147 | 商城\n年货节 | 2,268 | 商城\n春日焕新 | 2,090 | 商城\n= 合计 | 8,505 | "
    )


def test_all_columns_in_the_order_of_the_table() -> None:
    assert grid(table("data: budget, caption: 题, source: 台账")) == (
        "科目 | 金额 万 | 说明\n媒介 | 1,330 | A 级优先\n补贴 | 1,064 | 分档权益\n储备金 | 456 | —"
    )


@pytest.mark.parametrize("order", ["GMV", "GMV asc"])
def test_rising_order(order: str) -> None:
    assert grid(table(f"data: sales, columns: [活动], order: {order}, limit: 2")) == "活动\n开年焕新\n会员月"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("data: sale", "FACT002 没有数据表“sale”"),
        ("data: sales, columns: [GNV]", "FACT003 数据表“sales”没有列“GNV”"),
        ("data: sales, order: GNV desc", "FACT003 数据表“sales”没有列“GNV”"),
        ("data: sales, where: GMV < 0", "FACT013 数据表“sales”没有要显示的行"),
        ("data: sales, columns: [活动, GMV], total: {sum: [活动]}", "FACT003 数据表“sales”没有列“活动”"),
    ],
)
def test_what_the_data_do_not_have(content: str, expected: str) -> None:
    assert refusal(f"- table: {{{content}}}").endswith(expected)


def test_a_table_without_end_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "MOST_ROWS", 2)
    assert build("- table: {data: sales, limit: 2}").findings == ()
    (found,) = build("- table: {data: sales}").findings
    assert found.endswith(" 行，上限 2")
    assert "YAML011" in found
