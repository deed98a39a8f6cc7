"""RULE008: the data end before the period does.

What it does: compares the last day of each metric's table (its date column; a monthly or weekly row reaches to the next one) with the end of the
period, or with the day before the report where that comes first. rules.freshness of content/settings.yaml sets how far they may lag; one day by default.
A week that is not over when the period ends is not missing, and tables whose dates follow no rhythm (events) are left alone.
Why it matters: half a month missing looks like a bad month (DOCUMENTS §4, freshness).

Fails: a report on 2025H1 of 8 July whose daily table ends on 21 June.
Passes: the same with data up to 30 June.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from engine.base.diagnostics import NOWHERE, Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.model.evidence import Reach

SHORTEST_MONTH = 28


def run(reading: Reading) -> Iterator[Diagnostic]:
    meta = reading.report.meta
    wanted = min(meta.period.end, meta.date - dt.timedelta(days=1))
    if wanted < meta.period.start:
        return  # a plan: its period lies ahead
    for reach in reading.evidence(Reach):
        missing = max(min(reach.step, SHORTEST_MONTH), 1 + reading.settings.lag)
        if reach.last + dt.timedelta(days=missing) <= wanted:
            file = reach.file.rsplit("/", 1)[-1]
            yield warning(
                "RULE008",
                f"数据表 {reach.table}（{file}）只到 {reach.last}，报告期到 {wanted}",
                f"table {reach.table} ({file}) ends on {reach.last}; the report covers up to {wanted}",
                meta.where if reach.where == NOWHERE else reach.where,
                Phrase("更新数据，或改 period", "refresh the data, or change `period`"),
            )


DEFINITION = ReportCheck("RULE008", run)
