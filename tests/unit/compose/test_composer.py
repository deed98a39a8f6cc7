from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from engine.model.report import PdfMaker
from tests.support.content import HEAD, TABLES, WITH_TABLES, compose_report, marked, told

SECTIONS = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"
FULL = """kind: midyear-review
title: "2025 年上半年\\n活动运营述职"
subtitle: 成交 {{ m.gmv }}
author: 林晓
department: 活动运营部
organisation: 某某生活
classification: 内部资料
date: 2025-07-08
period: 2025H1
language: zh-CN
theme: ember
formats: [pdf]
data: {weekly: data/weekly.csv}
metrics: metrics.yaml
agenda: {note: 约 25 分钟, facts: [{label: 成交, value: "{{ m.gmv }}"}]}
closing: {label: 总结, title: '收尾 {{ m.gmv }}', blocks: [{text: 谢谢}]}
"""


def test_meta_agenda_and_closing(tmp_path: Path) -> None:
    report = compose_report(tmp_path, FULL + SECTIONS, TABLES).expect_clean()
    meta = report.meta
    assert (meta.name, meta.file_name, meta.kind, meta.title) == (
        "r",
        "2025 年上半年活动运营述职",
        "midyear-review",
        "2025 年上半年\n活动运营述职",
    )
    assert (meta.author, meta.department, meta.organisation, meta.classification) == ("林晓", "活动运营部", "某某生活", "内部资料")
    assert (meta.date, meta.period.label, meta.language, meta.theme, meta.formats) == (
        dt.date(2025, 7, 8), "2025 年上半年", Language.ZH, "ember", ("pdf",),
    )  # fmt: skip
    assert marked(meta.subtitle) == "成交 [gmv.actual: 600\u00a0元]"
    assert report.agenda_note.plain == "约 25 分钟"
    assert [(fact.label.plain, fact.value.plain) for fact in report.agenda_facts] == [("成交", "600\u00a0元")]
    assert report.closing is not None
    assert (report.closing.id, report.closing.title.plain) == ("closing", "收尾 600\u00a0元")


def test_what_draws_the_pdf_is_known_to_the_plan(tmp_path: Path) -> None:
    assert compose_report(tmp_path / "a", FULL + SECTIONS, TABLES).expect_clean().meta.pdf_maker is PdfMaker.WEASYPRINT
    typst = compose_report(tmp_path / "b", f"{FULL}pdf: {{engine: typst}}\n{SECTIONS}", TABLES).expect_clean()
    assert typst.meta.pdf_maker is PdfMaker.TYPST


def test_ledger_knows_every_place_a_fact_is_printed(tmp_path: Path) -> None:
    ledger = compose_report(tmp_path, FULL + SECTIONS, TABLES).expect_clean().ledger
    assert [fact.id for fact in ledger.facts] == ["gmv.actual"]
    assert [str(use.where) for use in ledger.uses] == [f"content/r/report.yaml:{place}" for place in ("3:11", "15:52", "16:29")]


def test_file_name_is_the_authors(tmp_path: Path) -> None:
    report = compose_report(tmp_path, f"{HEAD}file_name: Q3/述职 {{{{ year }}}}\n{SECTIONS}").expect_clean()
    assert report.meta.file_name == "Q3 述职 2025"


def test_thresholds_move_the_verdicts(tmp_path: Path) -> None:
    section = SECTIONS.replace("好", '"{{ m.gmv.verdict }}"')
    usual = compose_report(tmp_path / "a", WITH_TABLES + section, TABLES).expect_clean()
    strict = compose_report(tmp_path / "b", f"{WITH_TABLES}thresholds: {{exceeded: 1.5}}\n{section}", TABLES).expect_clean()
    assert [fact.text for fact in usual.ledger.facts] == ["超额完成"]
    assert [fact.text for fact in strict.ledger.facts] == ["达成"]


def test_deviations_count_either_way(tmp_path: Path) -> None:
    section = SECTIONS.replace("好", '"{{ m.gmv.deviation }}"')
    usual = compose_report(tmp_path / "a", WITH_TABLES + section, TABLES).expect_clean()
    turned = compose_report(tmp_path / "b", f"{WITH_TABLES}deviation: target-actual\n{section}", TABLES).expect_clean()
    (plus,), (minus,) = usual.ledger.facts, turned.ledger.facts
    assert (plus.text[0], minus.text[0]) == ("+", "−")
    assert plus.raw is not None and minus.raw == -plus.raw
    assert (plus.formula, minus.formula) == ("gmv.actual − gmv.target", "gmv.target − gmv.actual")


@pytest.mark.parametrize(
    ("settings", "asked", "expected"),
    [
        ("verdict_words: {zh-CN: {exceeded: 优秀, met: 达标, improve: 待提升, missed: 未达标}}", "verdict", "优秀"),
        ("verdict_words: {en: {exceeded: Great, met: Fine, improve: So so, missed: Poor}}", "verdict", "超额完成"),
        ("as_of: 2025-02-14", "elapsed", "24.9%"),
    ],
)
def test_what_a_report_settles(tmp_path: Path, settings: str, asked: str, expected: str) -> None:
    section = SECTIONS.replace("好", f'"{{{{ m.gmv.{asked} }}}}"')
    report = compose_report(tmp_path, f"{WITH_TABLES}{settings}\n{section}", TABLES).expect_clean()
    assert [fact.text for fact in report.ledger.facts] == [expected]


def test_the_workspace_settles_the_sign_of_deviations(tmp_path: Path) -> None:
    section = SECTIONS.replace("好", '"{{ m.gmv.deviation }}"')
    usual = compose_report(tmp_path / "a", WITH_TABLES + section, TABLES).expect_clean()
    (tmp_path / "b/content").mkdir(parents=True)
    (tmp_path / "b/content/settings.yaml").write_text("deviation: target-actual\n", encoding="utf-8")
    turned = compose_report(tmp_path / "b", WITH_TABLES + section, TABLES).expect_clean()
    assert [fact.formula for fact in (*usual.ledger.facts, *turned.ledger.facts)] == ["gmv.actual − gmv.target", "gmv.target − gmv.actual"]


def test_a_broken_definition_is_told_even_when_nobody_prints_it(tmp_path: Path) -> None:
    files = {**TABLES, "metrics.yaml": TABLES["metrics.yaml"] + "bad: {label: 坏, table: weekly, value: sum(GMW)}\n"}
    findings = told(compose_report(tmp_path, WITH_TABLES + SECTIONS, files).diagnostics)
    assert len(findings) == 1
    assert findings[0].startswith("metrics.yaml:4:")


def test_what_follows_from_a_missing_table_is_no_news(tmp_path: Path) -> None:
    section = SECTIONS.replace("好", '"{{ m.gmv }} {{ m.gmw }}"')
    content = (WITH_TABLES + section).replace("data/weekly.csv", "data/weekli.csv")
    assert told(compose_report(tmp_path, content, TABLES).diagnostics) == ["5:16: DATA001 data file 'data/weekli.csv' does not exist"]


def test_a_number_whose_template_failed_is_told_once(tmp_path: Path) -> None:
    chart = "{{chart: {{kind: column, title: 丁, rows: [[a, {value}], [b, 2]]}}}}"
    section = SECTIONS.replace("{text: 好}", chart.format(value='"{{ m.gvm }}"'))
    assert [line.partition(": ")[2] for line in told(compose_report(tmp_path / "a", WITH_TABLES + section, TABLES).diagnostics)] == [
        "FACT001 no metric 'gvm'"
    ]
    typed = SECTIONS.replace("{text: 好}", chart.format(value="…"))
    assert [line.partition(": ")[2] for line in told(compose_report(tmp_path / "b", WITH_TABLES + typed, TABLES).diagnostics)] == [
        "FACT008 cannot read the value '…'"
    ]


def test_the_title_is_blamed_for_the_cover(tmp_path: Path) -> None:
    report = compose_report(tmp_path, HEAD + SECTIONS).expect_clean()
    line = HEAD[: HEAD.index("title:")].count("\n") + 1
    assert (report.meta.where.line, report.meta.where.column) == (line, len("title: ") + 1)


def test_nothing_to_show_is_a_mistake(tmp_path: Path) -> None:
    content = HEAD + SECTIONS.replace("label: 乙", "label: 乙, when: false")
    assert told(compose_report(tmp_path, content).diagnostics) == ["1:1: YAML024 there is no topic to show"]
