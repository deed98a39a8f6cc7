"""The labelled facts beside the agenda: the author's own, or what every report knows of itself."""

from __future__ import annotations

from engine.base.diagnostics import Language, Phrase
from engine.base.records import replace
from engine.model.blocks import Stat
from engine.model.inlines import text
from engine.model.report import Meta, Report

PERIOD, AUTHOR = Phrase("汇报期间", "Period"), Phrase("汇报人", "Presented by")
DEPARTMENT, DATE = Phrase("部门", "Department"), Phrase("汇报日期", "Date")


def with_agenda_facts(report: Report) -> Report:
    """Return the report with agenda facts; those the author wrote stay."""
    return report if report.agenda_facts else replace(report, agenda_facts=_known(report.meta))


def _known(meta: Meta) -> tuple[Stat, ...]:
    date = meta.date
    words = f"{date.year} 年 {date.month} 月 {date.day} 日" if meta.language is Language.ZH else f"{date:%d %B %Y}".lstrip("0")
    facts = ((PERIOD, meta.period.label), (AUTHOR, meta.author), (DEPARTMENT, meta.department), (DATE, words))
    return tuple(Stat(text(label.in_(meta.language)), text(value)) for label, value in facts if value)
