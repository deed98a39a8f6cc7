from __future__ import annotations

from pathlib import Path

from engine.model.blocks import Paragraph
from engine.model.report import Report
from tests.support.content import TABLES, built_with_findings, compose_report, marked, one_topic


def printed(root: Path, template: str, files: dict[str, str] | None = None) -> str:
    blocks, findings = built_with_findings(root, f"- text: >-\n    {template}", files)
    assert findings == []
    (paragraph,) = blocks
    assert isinstance(paragraph, Paragraph)
    return marked(paragraph.text)


def test_what_the_report_says_of_itself(tmp_path: Path) -> None:
    template = "{{ title }}|{{ author }}|{{ date }}|{{ year }}|{{ period }}|{{ period_label }}|{{ period_start }}|{{ language }}"
    assert printed(tmp_path, template) == "上半年述职||2025-07-08|2025|2025H1|2025 年上半年|2025-01-01|zh-CN"


def test_a_number_of_a_table_is_a_fact_of_its_cell(tmp_path: Path) -> None:
    assert printed(tmp_path, "{{ t.weekly[1].GMV }} 与 {{ t.weekly[0].周 }}") == "[weekly.csv!C3: 200] 与 W1"


def test_cells_look_as_their_column_does(tmp_path: Path) -> None:
    files = {"data/weekly.csv": "周,渠道,GMV,费用,率\nW1,直播,1234.5,20,12.5%\n"}
    assert printed(tmp_path, "{{ t.weekly[0].GMV }} {{ t.weekly[0].率 }}", files) == "[weekly.csv!C2: 1,234.5] [weekly.csv!E2: 12.5%]"


def test_markdown_and_templates_inside_cells_are_only_text(tmp_path: Path) -> None:
    files = {"data/weekly.csv": "周,渠道,GMV,费用\n**粗**[x](javascript:y),{{ title }},1,2\n"}
    assert printed(tmp_path, "{{ t.weekly[0].周 }}|{{ t.weekly[0].渠道 }}", files) == "**粗**[x](javascript:y)|{{ title }}"
    columns = '- columns: [{width: 6, blocks: [{text: "{{ t.weekly[0].渠道 }}"}]}, {width: 6, blocks: [{text: x}]}]'
    blocks, _ = built_with_findings(tmp_path / "b", columns, files)
    assert "{{ title }}" in str(blocks)


def test_a_citation_is_a_fact_with_its_source(tmp_path: Path) -> None:
    content = one_topic("- text: \"{{ cite('85%', source='用户问卷，n=1,204') }}满意\"")
    report: Report = compose_report(tmp_path, content, TABLES).expect_clean()
    (fact,) = report.ledger.facts
    assert (fact.text, fact.raw, fact.source.citation) == ("85%", 0.85, "用户问卷，n=1,204")


def test_inner_parts_of_metrics_cannot_be_reached(tmp_path: Path) -> None:
    _, findings = built_with_findings(tmp_path, '- text: "{{ m.gmv.desk.facts }}{{ m.gmv.evaluator }}"')
    assert [line.split(" ")[1] for line in findings] == ["YAML030", "FACT001"]
