"""RULE007: a large deviation lacks its cause, its measure, or a date in time.

What it does: a figure that is on the wrong side of its target by 20% and more (lower-is-better counts the other way) needs a cause, a measure, and
a day for it within 30 days of the report; from 50% on within a day. Rows of `tracking` answer for themselves, other KPIs anywhere in the report.
rules.deviation of content/settings.yaml sets other bounds.
Why it matters: the alert is there to start something (DOCUMENTS §4, deviation alert).

Fails: a tracking row at 70% of its target without `measure`.
Passes: the same row with cause: 沉睡会员只收到一次提醒, measure: 分三次唤醒, due: 10 月 20 日
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.due_days import day_named
from engine.checks.reading import Reading
from engine.checks.remedies import Answer, answer_to, short_kpis
from engine.model.evidence import Remedy


def run(reading: Reading) -> Iterator[Diagnostic]:
    tracked = [row for row in reading.evidence(Remedy) if row.gap is not None]
    for row in tracked:
        answer = Answer(bool(row.cause), bool(row.measure), row.due.plain)
        name = next((text.plain for text in row.about if text), "")
        yield from _judged(name, row.gap or 0.0, answer, row.where, reading)
    alone = {row.kpi for row in tracked}
    for kpi in short_kpis(reading):
        if kpi.id not in alone and (kpi.gap or 0.0) >= reading.settings.alert:
            yield from _judged(kpi.label, kpi.gap or 0.0, answer_to(kpi, reading), kpi.where, reading)


def _judged(name: str, gap: float, answer: Answer, where: Location, reading: Reading) -> Iterator[Diagnostic]:
    settings = reading.settings
    if gap < settings.alert:
        return
    lacks = [
        word
        for word, there in (
            (Phrase("原因", "cause"), answer.cause),
            (Phrase("措施", "measure"), answer.measure),
            (Phrase("时限", "date"), bool(answer.due)),
        )
        if not there
    ]
    share = f"{gap * 100:.1f}%"
    if lacks:
        yield warning(
            "RULE007",
            f"“{name}”偏离目标 {share}，没有写{'、'.join(word.zh for word in lacks)}",
            f"{name!r} is {share} off its target and has no {', no '.join(word.en for word in lacks)}",
            where,
            Phrase("补上偏差原因、优化措施和完成时限", "give the cause, the measure and the day it is due"),
        )
        return
    days = settings.major_response if gap >= settings.major else settings.response
    today = reading.report.meta.date
    due = day_named(answer.due, today)
    if due is not None and due > today + dt.timedelta(days=days):
        limit = (
            Phrase(f"{days:g} 天", f"{days:g} day{'' if days == 1 else 's'}")
            if days >= 1
            else Phrase(f"{days * 24:g} 小时", f"{days * 24:g} hours")
        )
        yield warning(
            "RULE007",
            f"“{name}”偏离目标 {share}，措施要到 {due} 才完成，应在 {limit.zh}内",
            f"{name!r} is {share} off its target; its measure is due on {due}, not within {limit.en}",
            where,
            Phrase("提前时限，或先写一项立即的措施", "bring the date forward, or name a measure for now"),
        )


DEFINITION = ReportCheck("RULE007", run, whole=True)
