"""The KPIs of a report, which of them are short of their target, and where it says why and what is done about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from engine.base.records import dataclass
from engine.checks.due_days import day_named
from engine.checks.reading import Reading
from engine.checks.said import Role
from engine.model.evidence import Duty, Kpi, Remedy
from engine.model.facts import Verdict
from engine.model.inlines import Text

GRADES = ("verdict", "status")
"""Aspects that make a metric a KPI of the report: it is graded in print. Slices that only serve an argument are not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report says about a shortfall: whether there is a cause, a measure, and the day of the measure as it is written."""

    cause: bool
    measure: bool
    due: str = ""


@cache
def _cause() -> re.Pattern[str]:
    return re.compile(
        r"原因|为什么|因为|由于|主因|根因|源于|归因|在于|出在|来自|受[^，。]{1,10}影响|拖累|导致|所致|造成|缺口[在由]"
        r"|because|due to|caused? (?:of|by|is|was)|driven by"
        r"|the reason|as a result|owing to|stems? from",
        re.IGNORECASE,
    )


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(
        r"措施|改进|改为|改由|改版|调整|整改|应对|下一步|跟进|修复|补齐|启用|停投|停止|追加|[将会]在|将由|上线|重分|做法|动作|办法|修好|补起"
        r"|measures?|\bwill\b|next step|\bfix|switch|launch|mend|action",
        re.IGNORECASE,
    )


def graded_kpis(reading: Reading) -> Iterator[Kpi]:
    """Yield the metrics whose grade the report prints, in tiles, scorecards, tracking tables or text."""
    shown = {fact.id.partition("|")[0] for fact in reading.facts.values() if fact.aspect in GRADES}
    return (kpi for kpi in reading.kpis.values() if any(f"{kpi.id}.{aspect}" in shown for aspect in GRADES))


def short_kpis(reading: Reading) -> Iterator[Kpi]:
    """Yield the graded KPIs that are below their target."""
    return (kpi for kpi in graded_kpis(reading) if kpi.verdict in {Verdict.IMPROVE, Verdict.MISSED})


def answer_to(kpi: Kpi, reading: Reading) -> Answer:
    """Return what the report says about a short KPI: a tracked or diagnosed row first, else the words of the topics that speak of it."""
    rows = [
        row
        for row in reading.evidence(Remedy)
        if row.kpi == kpi.id or any(mentions(text, kpi, reading) for text in (*row.about, row.cause))
    ]
    for row in rows:
        if row.cause and row.measure:
            return Answer(cause=True, measure=True, due=row.due.plain)
    words = _words_about(kpi, reading)
    duties = [duty for duty in reading.evidence(Duty) if mentions(duty.what, kpi, reading)]
    cause = any(row.cause for row in rows) or _cause().search(words) is not None
    measure = any(row.measure for row in rows) or bool(duties) or _measure().search(words) is not None
    due = next((row.due.plain for row in rows if row.due), "") or (words if day_named(words, reading.report.meta.date) else "")
    return Answer(cause, measure, due)


def _words_about(kpi: Kpi, reading: Reading) -> str:
    """Return the typed words of every topic that speaks of a KPI outside its tables; a printed 待改进 is a grade, not a measure."""
    speaking = {
        said.topic for said in reading.texts if said.topic and said.role is Role.SENTENCE and _names(said.plain, said.text, kpi, reading)
    }
    return "\n".join(said.plain for said in reading.texts if said.topic in speaking and not all(span.fact for span in said.text.spans))


def mentions(text: Text, kpi: Kpi, reading: Reading) -> bool:
    """Tell whether a text names a KPI or prints one of its figures."""
    return _names(text.plain, text, kpi, reading)


def _names(plain: str, text: Text, kpi: Kpi, reading: Reading) -> bool:
    if len(kpi.label) > 1 and kpi.label.lower() in plain.lower():
        return True
    return any(span.fact is not None and _metric_of(span.fact, reading) == kpi.id for span in text.spans)


def _metric_of(fact_id: str, reading: Reading) -> str:
    fact = reading.facts.get(fact_id)
    return "" if fact is None else fact.metric
