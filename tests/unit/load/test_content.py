from __future__ import annotations

import pytest

from engine.base.diagnostics import Language, Location, error
from engine.base.workspace import Workspace
from engine.load.content import Content, broken_lines, read_content, without_echoes
from tests.support.mini_report import REPORT, put_report

SYNTAX = error("YAML003", "语法", "syntax", Location("report.yaml", 4, 1))
ECHO = error("YAML021", "回声", "echo", Location("report.yaml", 4, 9))
OTHER = error("YAML021", "别处", "elsewhere", Location("report.yaml", 5, 1))


def read(workspace: Workspace, report: str = REPORT, **files: str) -> Content:
    folder = put_report(workspace.root / "content" / "a", report=report)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    outcome = read_content(workspace, folder)
    assert outcome.value is not None, [item.message.en for item in outcome.diagnostics]
    return outcome.value


def codes(workspace: Workspace, report: str) -> list[str]:
    return [item.code for item in read_content(workspace, put_report(workspace.root / "content" / "a", report=report)).diagnostics]


def test_a_folder_says_what_its_report_is(workspace: Workspace) -> None:
    content = read(workspace)
    assert (content.name, content.file) == ("a", "content/a/report.yaml")
    assert (str(content.report.title), content.period.code, content.language) == ("半年小结", "2025H1", Language.ZH)
    assert content.paths == (content.folder / "report.yaml",)
    assert list(content.texts) == ["content/a/report.yaml"]
    assert content.complete
    assert content.findings == ()


def test_every_file_that_was_read_is_named(workspace: Workspace) -> None:
    sections = "sections:\n  - include: 02.yaml\n  - include: 03.md\n"
    report = f"{REPORT.replace('metrics:', 'metrics: metrics.yaml').partition('  gmv:')[0]}{sections}"
    files = {
        "metrics__yaml": "gmv: {label: GMV, table: weekly, value: sum(GMV), unit: 元, source: 交易中台}\n",
        "02__yaml": "title: 二\ntopics: [{label: 题, title: 题, blocks: [{text: 话。}]}]\n",
        "03__md": "# 三\n\n## 题\n\n话。\n",
    }
    content = read(workspace, report, **files)
    assert [path.name for path in content.paths] == ["report.yaml", "02.yaml", "03.md", "metrics.yaml"]
    (workspace.root / "content" / "settings.yaml").write_text("deviation: target-actual\n", encoding="utf-8")
    settled = read(workspace, report)
    assert [path.name for path in settled.paths] == ["report.yaml", "settings.yaml", "02.yaml", "03.md", "metrics.yaml"]
    assert settled.report.deviation == "target-actual"


def test_tables_are_not_read(workspace: Workspace) -> None:
    content = read(workspace, REPORT.replace("data/weekly.csv", "data/nowhere.csv"))
    assert content.findings == ()


def test_a_folder_without_a_report_says_so(workspace: Workspace) -> None:
    (workspace.root / "content").mkdir()
    outcome = read_content(workspace, workspace.root / "content")
    assert outcome.value is None
    assert [(item.code, item.where.file) for item in outcome.diagnostics] == [("FILE001", "content/report.yaml")]


def test_a_report_that_is_a_link_to_elsewhere_is_refused(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = put_report(tmp_path_factory.mktemp("elsewhere"))
    folder = workspace.root / "content" / "a"
    folder.mkdir(parents=True)
    (folder / "report.yaml").symlink_to(elsewhere / "report.yaml")
    outcome = read_content(workspace, folder)
    assert (outcome.value, [item.code for item in outcome.diagnostics]) == (None, ["FILE002"])


def test_metrics_that_cannot_be_used_leave_the_rest(workspace: Workspace) -> None:
    content = read(workspace, REPORT.replace("value: sum(GMV)", "valeu: sum(GMV)"))
    assert not content.complete
    assert "valeu" in content.findings[0].message.en


def test_a_report_without_metrics_is_complete(workspace: Workspace) -> None:
    report = (
        f"{REPORT.partition('metrics:')[0]}sections:\n  - title: 业绩\n    topics: [{{label: 题, title: 题, blocks: [{{text: 话。}}]}}]\n"
    )
    content = read(workspace, report)
    assert (content.definitions, content.complete) == (None, True)


def test_all_mistakes_are_reported_at_once(workspace: Workspace) -> None:
    assert len(codes(workspace, REPORT.replace("title: 半年小结", "titel: 半年小结").replace("kind: ", "kin: "))) >= 2


def test_what_follows_from_broken_syntax_is_no_news() -> None:
    broken = broken_lines([SYNTAX, OTHER])
    assert broken == {("report.yaml", 4)}
    assert without_echoes([SYNTAX, ECHO, OTHER], broken) == (SYNTAX, OTHER)
