from __future__ import annotations

import json

from engine.base.diagnostics import Location
from engine.metrics.ledger_json import ledger_json
from engine.model.facts import CellRange, Fact, FactSource, FactUse, Ledger

SOURCE = FactSource((CellRange("data/w.csv", "", "D2:D9", 8),), "SELECT sum(GMV) FROM w", defined_at=Location("metrics.yaml", 3, 10))
LEDGER = Ledger(
    (
        Fact("gmv.actual", "gmv", "actual", 5.0, "5 元", "元", "SELECT sum(GMV) FROM w", SOURCE, "活动 GMV"),
        Fact("gmv.yoy", "gmv", "yoy", None, "—", "%", "", FactSource(), "活动 GMV", "没有对比期的数据"),
    ),
    (FactUse("gmv.actual", Location("report.yaml", 4, 8)),),
)


def test_each_fact_is_told_in_full() -> None:
    content = json.loads(ledger_json(LEDGER, {"gmv.actual": ("slide-4",)}))
    assert content["version"] == 1
    assert content["facts"][0] == {
        "id": "gmv.actual",
        "metric": "gmv",
        "aspect": "actual",
        "label": "活动 GMV",
        "raw": 5.0,
        "text": "5 元",
        "unit": "元",
        "formula": "SELECT sum(GMV) FROM w",
        "source": {
            "ranges": [{"cells": "data/w.csv!D2:D9", "rows": 8}],
            "query": "SELECT sum(GMV) FROM w",
            "citation": "",
            "defined_at": "metrics.yaml:3:10",
        },
        "uses": ["report.yaml:4:8"],
        "pages": ["slide-4"],
    }
    assert content["facts"][1]["raw"] is None
    assert content["facts"][1]["reason"] == "没有对比期的数据"


def test_the_same_ledger_gives_the_same_readable_bytes() -> None:
    assert ledger_json(LEDGER) == ledger_json(LEDGER)
    assert "活动 GMV".encode() in ledger_json(LEDGER)
    assert ledger_json(LEDGER).endswith(b"}\n")
