from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase, Severity, error, warning
from engine.base.errors import TemplateError, UsageError
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.render_diagnostics import OutputFormat
from engine.cli.verdict import exit_code, is_for_programs, prefix_in_repository, print_check_summary, print_findings, print_summary
from engine.cli.voice import Voice

WHERE = Location("content/a/report.yaml", 1, 1)
BROKEN, DOUBTFUL = error("YAML021", "没有这个键", "no such key", WHERE), warning("YAML041", "可疑", "doubtful", WHERE)
CHANGED = warning("DIFF002", "文字变了", "it reads differently", WHERE)
NOTE = Diagnostic("DATA035", Severity.INFO, Phrase("去掉了合计行", "total rows were left out"), WHERE)


def report(name: str, *found: Diagnostic) -> Finished:
    return Finished(Path(name), name, name, found)


def faulty(name: str) -> Finished:
    return Finished(Path(name), name, fault=TemplateError("没有模板", "no template", Phrase("装它", "install it")))


@pytest.mark.parametrize(
    ("finished", "code"),
    [
        ([report("a"), report("b", DOUBTFUL)], 0),
        ([report("a"), report("b", BROKEN)], 1),
        ([report("b", BROKEN), faulty("c")], 3),
        ([Finished(Path("a"), "a", fault=UsageError("x", "x"))], 2),
        ([Finished(Path("a"), "a", "a", (DOUBTFUL,), strict=True)], 1),
        ([report("a", CHANGED)], 1),
        ([report("a", replace(CHANGED, severity=Severity.INFO))], 0),
    ],
)
def test_exit_codes(finished: list[Finished], code: int) -> None:
    assert exit_code(finished) == code


def test_the_last_line_counts_and_points(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    finished = [report("a", DOUBTFUL, NOTE), report("b", BROKEN), report("c", NOTE)]
    print_summary(finished, 4.04, workspace, Voice(Language.EN), aside=False)
    print_summary(finished[:1], 41.5, workspace, Voice(Language.ZH), aside=False)
    print_summary(finished[1:2], 1, workspace, Voice(Language.EN, verbose=True), aside=True)
    assert tuple(capsys.readouterr()) == (
        "2 built, 1 failed, 1 warning, 2 notes (-v shows them) in 4.0s → out\n生成 1 份，失败 0 份，警告 1 条，另有 1 条说明（-v 显示），用时 42 秒 → out/a\n",
        "0 built, 1 failed, 0 warnings in 1.0s\n",
    )


def test_the_last_line_of_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    print_check_summary([report("a", BROKEN, DOUBTFUL), faulty("b")], 0.61, Voice(Language.EN), aside=False)
    print_check_summary([report("a", NOTE)], 0.61, Voice(Language.ZH), aside=False)
    assert (
        capsys.readouterr().out
        == "2 reports checked: 2 errors, 1 warning in 0.6s\n检查 1 份报告：错误 0 个，警告 0 条，另有 1 条说明（-v 显示），用时 0.6 秒\n"
    )


def test_results_outside_the_root_are_named_in_full(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = Workspace(workspace.root, workspace.root.parent / "results", workspace.today)
    print_summary([report("a")], 1, elsewhere, Voice(Language.EN), aside=False)
    assert capsys.readouterr().out.endswith(f" → {workspace.root.parent}/results/a\n")


def test_notes_are_for_programs_and_for_people_who_ask(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    found = [report("a", NOTE, DOUBTFUL)]
    shown = []
    for style, verbose in (
        (OutputFormat.CONCISE, False),
        (OutputFormat.CONCISE, True),
        (OutputFormat.JSON, False),
        (OutputFormat.GITHUB, False),
    ):
        print_findings(found, style, workspace, Voice(Language.EN, verbose=verbose))
        shown.append("DATA035" in capsys.readouterr().out)
    assert shown == [False, True, True, False]


def test_trouble_of_a_report_follows_the_findings(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([report("a", BROKEN), faulty("b")], OutputFormat.CONCISE, workspace, Voice(Language.EN))
    assert tuple(capsys.readouterr()) == (
        "content/a/report.yaml:1:1: YAML021 no such key\n",
        "error: b: no template\n  = hint: install it\n",
    )


def test_sentences_make_way_for_programs() -> None:
    assert [style.value for style in OutputFormat if is_for_programs(style)] == ["json", "github", "gitlab", "junit", "sarif"]


def test_a_runner_finds_files_from_the_root_of_its_checkout() -> None:
    root = Path("checkout/reports")
    assert prefix_in_repository(root, {"GITHUB_WORKSPACE": "checkout"}) == "reports/"
    assert prefix_in_repository(root, {"CI_PROJECT_DIR": "checkout/reports"}) == ""
    assert prefix_in_repository(root, {"CI_PROJECT_DIR": "/elsewhere"}) == prefix_in_repository(root, {}) == ""


def test_formats_for_machines_name_the_report(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([report("a", BROKEN), report("b", BROKEN)], OutputFormat.JSON, workspace, Voice(Language.EN))
    (record,) = json.loads(capsys.readouterr().out)
    assert record["reports"] == ["a", "b"]
