from __future__ import annotations

import datetime as dt

import pytest

from engine.base.diagnostics import Language
from engine.blocks.table_cells import _date
from engine.model.blocks import Table
from engine.model.tables import Column, ColumnType
from tests.support.review import build, grid, one


def column(content: str) -> str:
    block = one(f"- table: {{data: sales, limit: 2, columns: [{content}]}}")
    assert isinstance(block, Table)
    return grid(block).replace("\n", " / ")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("{field: GMV, unit: 元}", "GMV 万元 / 2,268 / 1,044"),
        ("{field: GMV, unit: 元, format: yi}", "GMV 亿元 / 0.23 / 0.10"),
        ("{field: GMV, unit: 元, format: wan, decimals: 1}", "GMV 万元 / 2,268.0 / 1,044.0"),
        ("{field: GMV, format: money}", "GMV / ¥22,680,000 / ¥10,440,000"),
        ("{field: GMV, format: number, unit: 元, label: 成交额}", "成交额 元 / 22,680,000 / 10,440,000"),
        ("{field: GMV, format: text}", "GMV / 22680000 / 10440000"),
        ("转化率", "转化率 / 10.0% / 8.0%"),
        ("{field: 转化率, format: pct, decimals: 0}", "转化率 / 10% / 8%"),
        ("日期", "日期 / 1/15 / 2/15"),
        ("{field: 渠道, badge: round}", "渠道 / 商城[round] / 直播间[round]"),
    ],
)
def test_formats(content: str, expected: str) -> None:
    assert column(content) == expected


def test_numbers_are_facts_with_their_cell() -> None:
    fact = build("- table: {data: sales, limit: 1, columns: [{field: GMV, unit: 元}]}").ledger.get("sales.csv!D2|column")
    assert fact is not None
    assert (fact.text, fact.raw, str(fact.source.ranges[0])) == ("2,268", 22_680_000, "data/sales.csv!D2")


def test_status_is_glyph_word_and_tone() -> None:
    block = one("- table: {data: kpi, columns: [指标, {field: 实际, format: status}, {field: 方向, format: status}]}")
    assert isinstance(block, Table)
    assert grid(block).splitlines()[1:] == [
        "用户满意度 | ▲ 超额完成[exceed] | 越高越好",
        "新客次月留存率 | ▼ 未达成[missed] | 越高越好",
        "投诉量 | ▲ 超额完成[exceed] | 越低越好",
    ]


def test_missing_cells_are_a_dash() -> None:
    block = one("- table: {data: kpi, columns: [{field: 去年, format: number}, {field: 编号, bold: true}]}")
    assert isinstance(block, Table)
    assert grid(block).splitlines()[3] == "— | complaints"
    assert block.rows[0].cells[1].bold


@pytest.mark.parametrize(
    ("name", "days", "language", "shown"),
    [
        ("月份", [(2025, 7, 1), (2025, 8, 1)], Language.ZH, ["7 月", "8 月"]),
        ("月份", [(2025, 12, 1), (2026, 1, 1)], Language.ZH, ["2025 年 12 月", "2026 年 1 月"]),
        ("Month", [(2025, 12, 1), (2026, 1, 1)], Language.EN, ["Dec 2025", "Jan 2026"]),
        ("上线日期", [(2025, 7, 1), (2025, 8, 1)], Language.ZH, ["7/1", "8/1"]),
        ("月份", [(2025, 7, 1), (2025, 8, 31)], Language.ZH, ["7/1", "8/31"]),
    ],
)
def test_a_column_of_months_prints_months(name: str, days: list[tuple[int, int, int]], language: Language, shown: list[str]) -> None:
    column = Column(name, ColumnType.DATE, tuple(dt.date(*day) for day in days), "A")
    assert [_date(day, column, language) for day in column.values if isinstance(day, dt.date)] == shown
