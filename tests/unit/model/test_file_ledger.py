from __future__ import annotations

from engine.base.diagnostics import Location
from engine.model.facts import CellRange, Fact, FactSource, FactUse, Ledger, MetricNote
from engine.model.file_ledger import NamedCells, Standing, file_ledger, standings
from engine.model.printed import ChartColumn, ChartPlace, Printed, TextPlace

CELLS = CellRange("data/w.csv", "", "D2:D9", 4, ((2, 4), (9, 9)))
SOURCE = FactSource((CELLS,), "SELECT sum(GMV) FROM w", defined_at=Location("metrics.yaml", 3, 10))
NOTE = MetricNote("gmv", "活动 GMV", "支付口径", "交易中台", "元", "sum(GMV) · w", "2025 上半年")
LEDGER = Ledger(
    (Fact("gmv.actual", "gmv", "actual", 5.0, "5 元", "元", "SELECT sum(GMV) FROM w", SOURCE, "活动 GMV"),),
    (FactUse("gmv.actual", Location("report.yaml", 4, 8)),),
    (NOTE,),
)
PRINTED = Printed(
    "pptx",
    (
        TextPlace(4, "topic-1-1/title", ("", "5 元", ""), ("gmv.actual",)),
        TextPlace(4, "topic-1-1/table", ("", "5 元", ""), ("gmv.actual",), row=2, column=3),
    ),
    (
        ChartPlace(
            5,
            "topic-1-2/chart",
            (
                ChartColumn("GMV", "values", (5.0, None), (("gmv.actual",), ())),
                ChartColumn("缺口", "values", (1.0, None), (("gmv.actual",), ()), derived=True),
            ),
        ),
    ),
)


def test_a_fact_is_told_with_rows_hash_and_uses() -> None:
    (fact,) = file_ledger(LEDGER, "述职", ()).facts
    assert fact.ranges == (NamedCells("data/w.csv!D2:D9", 4, "2-4,9"),)
    assert (len(fact.query_hash), fact.defined_at, fact.uses) == (16, "metrics.yaml:3:10", ("report.yaml:4:8",))


def test_the_theme_goes_with_it() -> None:
    assert file_ledger(LEDGER, "半年小结", (PRINTED,), "harbor").theme == "harbor"


def test_the_metrics_go_with_it() -> None:
    assert file_ledger(LEDGER, "述职", ()).metrics == (NOTE,)


def test_a_fact_stands_in_texts_cells_and_charts_but_not_where_it_is_only_a_part() -> None:
    assert standings(file_ledger(LEDGER, "述职", (PRINTED,))) == {
        "gmv.actual": (
            Standing("pptx", 4, "topic-1-1/title", "5 元"),
            Standing("pptx", 4, "topic-1-1/table (2, 3)", "5 元"),
            Standing("pptx", 5, "topic-1-2/chart GMV", "5"),
        )
    }
