from __future__ import annotations

import json
import subprocess
import sys

import pytest

from engine.base.workspace import Workspace
from engine.model.deck import Deck
from engine.pipeline import BuildRequest, ReportResult, build_report, check_report, plan_report
from tests.support.mini_report import REPORT, WEEKLY, put_report

TOLD = ("facts", "agreement", "agreement")
HEAVY = ("pandas", "weasyprint", "pptx", "matplotlib", "pypdfium2", "PIL", "openpyxl", "docx", "xlsxwriter")


def texts(blob: bytes) -> dict[str, str]:
    return {fact["id"]: fact["text"] for fact in json.loads(blob)["facts"]}


def blob_of(result: ReportResult, format_name: str) -> bytes:
    return next(artifact.blob for artifact in result.artifacts if artifact.format == format_name)


def test_checking_runs_every_verb_but_emit(workspace: Workspace) -> None:
    heard: list[str] = []
    result = check_report(workspace, put_report(workspace.root / "content" / "h1"), watch=heard.append)
    assert (result.name, result.title, result.diagnostics, result.artifacts) == ("h1", "半年小结", (), ())
    assert (result.fact_count, result.has_errors) == (2, False)
    assert heard == ["load", "compose", "resolve", "plan", "check"]
    assert list(result.seconds) == heard


def test_checking_imports_nothing_heavy(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    script = (
        "import sys; from pathlib import Path; from engine.cli.main import cli\n"
        "assert cli.main(['check', sys.argv[1]], standalone_mode=False) in (0, None)\n"
        f"print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == ""


def test_building_makes_the_wanted_formats_and_the_facts(workspace: Workspace) -> None:
    heard: list[str] = []
    result = build_report(workspace, put_report(workspace.root / "content" / "h1"), BuildRequest(formats=("pptx",)), watch=heard.append)
    assert [artifact.file_name for artifact in result.artifacts] == ["半年小结.pptx", "facts.json", "agreement.json", "agreement.html"]
    assert heard == ["load", "compose", "resolve", "plan", "check", "emit pptx", "check"]
    assert texts(blob_of(result, "facts")) == {"gmv.actual": "105\u00a0万元", "gmv.attainment": "105.0%"}
    assert result.slides == 4


def test_facts_know_the_shapes_that_print_them(workspace: Workspace) -> None:
    result = build_report(workspace, put_report(workspace.root / "content" / "h1"), BuildRequest(formats=("pptx",)))
    places = {fact["id"]: [place["shape"] for place in fact["places"]] for fact in json.loads(blob_of(result, "facts"))["facts"]}
    assert places["gmv.actual"] == ["topic-1-1/text"]
    assert "topic-1-1/title" in places["gmv.attainment"]


def test_a_build_opens_its_files_again_and_reports_how_they_agree(workspace: Workspace) -> None:
    result = build_report(workspace, put_report(workspace.root / "content" / "h1"))
    told = json.loads(next(artifact.blob for artifact in result.artifacts if artifact.file_name == "agreement.json"))
    assert told["agree"] is True
    assert [(file["format"], file["facts"]) for file in told["files"]] == [("pptx", 3), ("pdf", 3)]


def test_a_changed_cell_changes_what_is_printed(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1", weekly=WEEKLY.replace("450000", "250000"))
    blob = blob_of(build_report(workspace, folder, BuildRequest(formats=("pptx",))), "facts")
    assert texts(blob) == {"gmv.actual": "85\u00a0万元", "gmv.attainment": "85.0%"}


def test_the_report_says_its_formats_unless_asked_otherwise(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1", report=f"formats: [pptx]\n{REPORT}")
    assert [artifact.format for artifact in build_report(workspace, folder).artifacts] == ["pptx", *TOLD]


def test_the_same_input_gives_the_same_bytes(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    one, two = (build_report(workspace, folder, BuildRequest(formats=("pptx",))) for _ in range(2))
    assert one.artifacts == two.artifacts


def test_overrides_replace_values_of_the_report(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    assert check_report(workspace, folder, BuildRequest(overrides={"title": "另一个标题"})).title == "另一个标题"


def test_errors_mean_no_files_and_all_of_them_are_told(workspace: Workspace) -> None:
    broken = REPORT.replace("title: 业绩", "titel: 业绩").replace("{{ m.gmv }}", "{{ m.gvm }}")
    result = build_report(workspace, put_report(workspace.root / "content" / "h1", report=broken))
    assert result.has_errors
    assert result.artifacts == ()
    assert {item.where.line for item in result.diagnostics} >= {9}


def test_an_unknown_format_is_an_error_with_the_known_ones(workspace: Workspace) -> None:
    result = build_report(workspace, put_report(workspace.root / "content" / "h1"), BuildRequest(formats=("odp",)))
    (found,) = result.diagnostics
    assert (found.code, found.message.en) == ("FILE010", "format 'odp' can't be written; there are pptx, docx, pdf")
    assert result.artifacts == ()


def test_a_folder_without_a_report_is_an_error_not_a_crash(workspace: Workspace) -> None:
    result = check_report(workspace, workspace.root / "nothing")
    assert [item.code for item in result.diagnostics] == ["FILE001"]


def test_planning_alone_wants_a_report_without_errors(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1", report="kind: midyear-review\n")
    with pytest.raises(ValueError, match=r"content/h1/report.yaml:1:1: "):
        plan_report(workspace, folder)
    assert isinstance(plan_report(workspace, put_report(workspace.root / "content" / "h2")).deck, Deck)


def test_an_unknown_theme_is_told_where_the_report_names_it(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    report = folder / "report.yaml"
    report.write_text(f"theme: habor\n{report.read_text(encoding='utf-8')}", encoding="utf-8")
    (found,) = check_report(workspace, folder).diagnostics
    assert (found.code, str(found.where)) == ("TMPL001", "content/h1/report.yaml:1:8")


def test_emoji_is_left_out_of_every_form_with_one_warning(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    report = folder / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("title: 半年小结", "title: 半年小结🎉"), encoding="utf-8")
    result = build_report(workspace, folder, BuildRequest(formats=("pptx", "docx", "pdf")))
    assert [(found.code, found.is_error, found.where.line) for found in result.diagnostics] == [("FONT003", False, 2)]
    assert [artifact.format for artifact in result.artifacts] == ["pptx", "docx", "pdf", *TOLD]


def test_a_document_of_a_deck_kind_is_a_paper(workspace: Workspace) -> None:
    result = build_report(workspace, put_report(workspace.root / "content" / "h4"), BuildRequest(formats=("docx",)))
    assert [artifact.format for artifact in result.artifacts] == ["docx", *TOLD]
    assert result.slides == 3
    facts = json.loads(blob_of(result, "facts"))["facts"]
    assert {place["shape"] for fact in facts for place in fact["places"]} == {"（一） 目标"}
