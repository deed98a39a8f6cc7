from __future__ import annotations

import datetime as dt

import pytest

from engine.load.report_spec import ReportSpec
from engine.load.validate import validate
from tests.support.content import HEAD, told, tree

SECTIONS = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"


def test_defaults() -> None:
    report = validate(tree(HEAD + SECTIONS), ReportSpec).expect_clean()
    assert (report.theme, report.language, report.formats, report.date) == ("harbor", "zh-CN", ["pptx", "pdf"], dt.date(2025, 7, 8))
    assert (report.cover, report.agenda, report.closing, report.file_name, report.metrics) == (None, None, None, None, None)
    topic = report.sections[0].topics[0]
    assert (topic.takeaway, topic.notes, topic.source, topic.layout, topic.when, topic.for_each) == ("", "", None, None, None, None)
    assert str(topic.place) == "t.yaml:5:33"


def test_pdfs_are_drawn_by_weasyprint_unless_the_report_says_otherwise() -> None:
    assert validate(tree(HEAD + SECTIONS), ReportSpec).expect_clean().pdf.engine == "weasyprint"
    assert validate(tree(f"{HEAD}{SECTIONS}pdf: {{engine: typst}}\n"), ReportSpec).expect_clean().pdf.engine == "typst"


@pytest.mark.parametrize("period", ["2025", "2025H1", "2025Q3", "2025-09", "2025-W36", "2025-09-01..2025-10-31"])
def test_periods(period: str) -> None:
    assert validate(tree(HEAD.replace("2025H1", period) + SECTIONS), ReportSpec).expect_clean().period == period


@pytest.mark.parametrize(
    ("field", "finding"),
    [
        ("cover: {table: a, by: b, value: c, current: 五周}", "YAML025 五周 is no stretch"),
        ("closing: {label: a, title: b, blocks: [{text: x}], for_each: {a b: t.x}}", "YAML025 for_each takes one variable"),
        ("closing: {label: a, title: b, blocks: [{text: x}], for_each: {a: t.x, b: t.y}}", "YAML025 for_each takes one variable"),
        ("agenda: {facts: [{label: a, value: 1}, {label: b}]}", "YAML021 value is missing"),
        ("pdf: {engine: latex}", "YAML023 engine cannot be 'latex'; choose weasyprint, typst"),
        ("language: fr", "YAML023 language cannot be 'fr'; choose zh-CN, en"),
    ],
)
def test_what_fields_refuse(field: str, finding: str) -> None:
    outcome = validate(tree(f"{HEAD}{SECTIONS}{field}\n"), ReportSpec)
    assert [line.split(": ", 1)[1] for line in told(outcome.diagnostics)] == [finding]
    assert outcome.value is not None


def test_a_key_that_belongs_elsewhere_is_told_where() -> None:
    (finding,) = validate(tree(f"{HEAD}{SECTIONS}scorecards: []\n"), ReportSpec).diagnostics
    assert (finding.code, finding.hint and finding.hint.zh) == ("YAML020", "计分卡写在 metrics.yaml 里，或 metrics: 之下")
