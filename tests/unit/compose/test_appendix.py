from __future__ import annotations

import pytest

from engine.base.diagnostics import NOWHERE, Language, Location
from engine.base.records import replace
from engine.compose.appendix import sources_appendix
from engine.model.blocks import Table
from engine.model.facts import CellRange, Fact, FactSource, Ledger, MetricNote

GMV = MetricNote("gmv", "活动 GMV", "支付口径", "交易中台", "元", "sum(GMV) · weekly", "2025 年上半年")
RATE = MetricNote("rate", "支付率", "", "埋点平台", "", "paid / visits", "2025 年上半年")
CELLS = (CellRange("data/weekly.csv", "", "D2:D9", 8), CellRange("data/weekly.csv", "", "F12", 1), CellRange("d/kpi.xlsx", "目标", "C3", 1))
LEDGER = Ledger(
    (
        Fact("gmv.actual", "gmv", "actual", 5.0, "5 元", "元", "", FactSource(CELLS)),
        Fact("cite", "", "cited", 0.85, "85%", "%", "", FactSource(citation="问卷 2025-06")),
    ),
    metrics=(GMV, RATE),
)


def rows(ledger: Ledger, part: int, language: Language = Language.ZH) -> list[str]:
    (table,) = sources_appendix(ledger, language, NOWHERE)[part].blocks
    assert isinstance(table, Table)
    head = [column.header.plain for column in table.columns]
    return [" | ".join(line) for line in (head, *([cell.text.plain for cell in row.cells] for row in table.rows))]


def test_metrics_with_definition_source_and_formula() -> None:
    assert rows(LEDGER, 0) == [
        "指标 | 口径 | 来源 | 公式",
        "活动 GMV（元） | 支付口径 | 交易中台 | sum(GMV) · weekly",
        "支付率 | — | 埋点平台 | paid / visits",
    ]
    (table,) = sources_appendix(LEDGER, Language.ZH, NOWHERE)[0].blocks
    assert isinstance(table, Table) and table.note.plain == "期间：2025 年上半年"


def test_periods_have_a_column_where_they_differ() -> None:
    mixed = replace(LEDGER, metrics=(GMV, replace(RATE, period="2025 年二季度")))
    assert rows(mixed, 0)[::2] == ["指标 | 口径 | 来源 | 期间 | 公式", "支付率 | — | 埋点平台 | 2025 年二季度 | paid / visits"]


def test_cited_figures_and_files() -> None:
    assert rows(LEDGER, 1) == ["数字 | 出处", "85% | 问卷 2025-06"]
    assert rows(LEDGER, 2) == ["文件 | 工作表 | 行 | 列", "kpi.xlsx | 目标 | 3–3 | C", "weekly.csv | — | 2–12 | D–F"]


def test_tables_whose_columns_have_names_only() -> None:
    """Parquet and databases: `件数#12`, not `C12`; a name may have a colon in it."""
    cells = tuple(CellRange("ops.sqlite", "orders", where, 3) for where in ("revenue#1:orders#276", "revenue#4", "a:b#2"))
    ledger = Ledger((replace(LEDGER.facts[0], source=FactSource(cells)),))
    assert rows(ledger, 0) == ["文件 | 工作表 | 行 | 列", "ops.sqlite | orders | 1–276 | a:b、revenue、revenue–orders"]
    assert rows(ledger, 0, Language.EN)[1] == "ops.sqlite | orders | 1–276 | a:b, revenue, revenue–orders"


def test_in_english() -> None:
    assert rows(LEDGER, 0, Language.EN)[:2] == [
        "Metric | Definition | Source | Formula",
        "活动 GMV (元) | 支付口径 | 交易中台 | sum(GMV) · weekly",
    ]


@pytest.mark.parametrize(("ledger", "parts"), [(Ledger(), 0), (replace(LEDGER, metrics=()), 2), (LEDGER, 3)])
def test_what_is_not_there_has_no_part(ledger: Ledger, parts: int) -> None:
    assert len(sources_appendix(ledger, Language.ZH, NOWHERE)) == parts


def test_figures_that_the_content_sets_and_tables_that_it_copies() -> None:
    def fact(name: str, text: str, line: int, aspect: str = "promised", citation: str = "", label: str = "") -> Fact:
        at = Location("content/r/05-plan.yaml", line, 9)
        return Fact(name, "", aspect, None, text, "", "", FactSource(citation=citation, defined_at=at), label)

    ledger = Ledger(
        (
            fact("a", "≥90%", 12),
            fact("b", "20\u00a0场", 9, "typed"),
            fact("c", "1,204", 30, "entered", "门店台账", "门店数"),
            fact("d", "36", 31, "entered", "门店台账", "门店数"),
        )
    )
    assert rows(ledger, 0) == ["数字 | 出处", "门店数（2 个数字） | 门店台账"]
    assert rows(ledger, 1) == ["文件 | 数字（所在行）", "05-plan.yaml | 20\u00a0场（9）、≥90%（12）"]
    assert rows(ledger, 1, Language.EN)[1] == "05-plan.yaml | 20\u00a0场 (9), ≥90% (12)"
