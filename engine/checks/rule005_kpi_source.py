"""RULE005: a KPI names no source, or no definition.

What it does: asks every metric whose grade is printed (tiles, scorecards, tracking) for its `source` (where the data come from) and its `definition` (口径).
Why it matters: two people who count differently will both be right (DOCUMENTS §4, data source).

Fails: gmv: {label: 成交额, table: weekly, value: sum(GMV), target: 500万, unit: 元}
Passes: the same with source: 交易中台 and definition: 支付口径，剔除取消与退款
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.checks.remedies import graded_kpis


def run(reading: Reading) -> Iterator[Diagnostic]:
    for kpi in graded_kpis(reading):
        lacks = [word for word, value in (("source", kpi.source), ("definition", kpi.definition)) if not value]
        if lacks:
            names = {"source": "数据来源（source）", "definition": "口径（definition）"}
            yield warning(
                "RULE005",
                f"指标“{kpi.label}”没有写{'和'.join(names[word] for word in lacks)}",
                f"metric {kpi.label!r} has no {' and no '.join(lacks)}",
                kpi.where,
                Phrase("在它的定义里补上", "add it to the definition"),
            )


DEFINITION = ReportCheck("RULE005", run)
