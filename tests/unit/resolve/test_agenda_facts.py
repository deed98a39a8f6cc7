from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.base.diagnostics import Language
from engine.model.report import Report
from engine.resolve import resolve
from engine.resolve.agenda_facts import with_agenda_facts
from tests.support.content import HEAD, compose_report

SECTIONS = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"


def facts(report: Report) -> list[tuple[str, str]]:
    return [(fact.label.plain, fact.value.plain) for fact in report.agenda_facts]


def test_a_report_knows_its_period_author_and_date(tmp_path: Path) -> None:
    report = compose_report(tmp_path, f"{HEAD}author: 林晓\n{SECTIONS}").expect_clean()
    known = [("汇报期间", "2025 年上半年"), ("汇报人", "林晓"), ("汇报日期", "2025 年 7 月 8 日")]
    assert facts(with_agenda_facts(report)) == known
    assert [(label, value.replace("\u00a0", " ")) for label, value in facts(resolve(report))] == known


def test_in_english(tmp_path: Path) -> None:
    report = compose_report(tmp_path, f"{HEAD}language: en\ndepartment: Growth\n{SECTIONS}").expect_clean()
    assert report.meta.language is Language.EN
    assert facts(with_agenda_facts(report)) == [("Period", "H1 2025"), ("Department", "Growth"), ("Date", "8 July 2025")]


def test_what_the_author_wrote_stays(tmp_path: Path) -> None:
    report = compose_report(tmp_path, f"{HEAD}agenda: {{facts: [{{label: a, value: b}}]}}\n{SECTIONS}").expect_clean()
    assert with_agenda_facts(report) == report
    assert facts(replace(report, agenda_facts=())) == []
