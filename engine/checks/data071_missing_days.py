"""DATA071: a table lacks days in the middle of what is reported.

What it does: looks at the date column of each metric that has one. Where a table has a row for each day, week or month, every day, week or
month between its first and its last that lies in the period, or in the one it is compared with, should be there. A daily table may leave out
the weekdays on which it never has a row; tables whose dates follow no rhythm (events) and those taken by `where` are left alone.
Why it matters: a sum over days that are missing counts them as nothing, and growth over such a base is too high. A base that lacks a month, a
week, or more than one day in ten gives no figure at all; over fewer days the figure stands, and this warning says what it leaves out.

Fails: a daily table of the first half-year without 3 and 4 May.
Passes: the same with rows for these days, with 0 where there was no business; or `# noqa: DATA071 closed on these days` at the table.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from engine.base.diagnostics import NOWHERE, Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.model.evidence import Gaps

MOST_NAMED = 5
ONE_DAY = dt.timedelta(days=1)


def run(reading: Reading) -> Iterator[Diagnostic]:
    for gaps in reading.evidence(Gaps):
        file = gaps.file.rsplit("/", 1)[-1]
        runs = _runs(gaps.days) if gaps.daily else [str(day) for day in gaps.days]
        named, rest = runs[:MOST_NAMED], len(runs) > MOST_NAMED
        count = len(gaps.days)
        yield warning(
            "DATA071",
            f"数据表 {gaps.table}（{file}）中间缺 {count} 个日期：{'、'.join(named)}{' 等' if rest else ''}",
            f"table {gaps.table} ({file}) lacks {count} dates in between: {', '.join(named)}{' and others' if rest else ''}",
            reading.report.meta.where if gaps.where == NOWHERE else gaps.where,
            Phrase("补上这些日期的行；当日没有业务就写 0", "add rows for these dates, with 0 where there was no business"),
        )


def _runs(days: Sequence[dt.date]) -> list[str]:
    """Return days that follow each other as `2025-05-03..2025-05-05`."""
    runs: list[list[dt.date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}..{run[-1]}" for run in runs]


DEFINITION = ReportCheck("DATA071", run)
