"""A finished file says itself that its data end too early.

What it does: `debrief check FILE` looks for the dates that a file states of its data (数据截至 2025-06-30, 统计周期：1月1日至6月30日, “data as of
30 June 2025”) and compares them with the period that its title page names (2025 年上半年, H1 2025), or with the day before the file was saved where
that comes first. `--as-of DAY` says for which day the data are wanted instead: at most the days of rules.freshness (one by default) may lie between.
Data of last year, of competitors and of the industry may be older; a plan has no data of its period. Files that state nothing pass; with
--as-of a note says so.

Fails: a deck 2025 年上半年述职 with the line 数据截至 2025-05-31; with `--as-of 2025-09-01` any file whose data end on 30 June.
Passes: the first with 数据截至 6 月 30 日; one that was saved on 1 June.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, warning
from engine.checks.bounds.definition import Bounds, BoundsCheck
from engine.probe.measured import Measured, Stated

_DAY = dt.timedelta(days=1)


def run(found: Measured, bounds: Bounds, where: Location) -> Iterator[Diagnostic]:
    wanted = last_day_wanted(found, bounds)
    if bounds.day is not None and not found.stated:
        yield Diagnostic(
            "RULE008",
            Severity.INFO,
            Phrase("文件没有写明数据截至哪一天", "the file does not say up to which day its data reach"),
            where,
            Phrase("写上“数据截至 年-月-日”", "state it: “data as of” and the day"),
        )
    for each in found.stated:
        if wanted is not None and each.day + dt.timedelta(days=1 + bounds.lag) <= wanted:
            yield _stale(each, wanted, found, where)


def last_day_wanted(found: Measured, bounds: Bounds) -> dt.date | None:
    """Return the day up to which data should reach: the end of the period, or the day before the file is read; None where neither is known."""
    day = bounds.day or found.saved
    before = None if day is None else day - _DAY
    if found.period is None:
        return before if bounds.day is not None else None
    start, end = found.period
    if before is None:
        return end
    if bounds.day is not None and before > end:
        return before
    return None if before < start else min(before, end)


def _stale(each: Stated, wanted: dt.date, found: Measured, where: Location) -> Diagnostic:
    at = (
        Phrase("", "")
        if not each.page
        else Phrase(f"第 {each.page} 页", f" on {'slide' if found.format == 'pptx' else 'page'} {each.page}")
    )
    return warning(
        "RULE008",
        f"{at.zh}写着“{each.words}”，数据应到 {wanted}",
        f"“{each.words}”{at.en}: the data should reach to {wanted}",
        where,
        Phrase("更新数据，或改写日期", "refresh the data, or correct the date"),
    )


CHECK = BoundsCheck("RULE008", run)
