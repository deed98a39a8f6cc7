from __future__ import annotations

import re
from pathlib import Path

import engine
from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Phrase, Severity
from engine.base.workspace import Workspace
from engine.heard import ADVICE, JUDGEMENTS, SETTABLE, as_grave_as_wanted
from engine.model.settings import Gravity, Settings
from engine.pipeline import BuildRequest, ReportResult, build_report, check_report
from tests.support.mini_report import REPORT, put_report

TYPED = REPORT.replace("{{ m.gmv }}", "{{ m.gmv }}，好评率 98.6%")


def told_by(result: ReportResult) -> list[str]:
    return [f"{item.code} {item.severity.value}" for item in result.diagnostics]


def test_a_typed_figure_is_a_warning_and_the_files_are_built(workspace: Workspace) -> None:
    result = build_report(workspace, put_report(workspace.root / "content" / "h1", report=TYPED), BuildRequest(formats=("pptx",)))
    assert told_by(result) == ["FACT030 warning"]
    assert result.artifacts != ()


def test_the_workspace_says_how_grave_a_finding_is(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1", report=TYPED)
    settings = workspace.root / "content" / "settings.yaml"
    settings.write_text("findings: {FACT030: error}\n", encoding="utf-8")
    result = build_report(workspace, folder, BuildRequest(formats=("pptx",)))
    assert (told_by(result), result.artifacts) == (["FACT030 error"], ())
    settings.write_text("findings: {FACT030: off}\n", encoding="utf-8")
    assert told_by(check_report(workspace, folder)) == []


def test_only_judgements_have_a_gravity_to_set(workspace: Workspace) -> None:
    result = check_report(workspace, put_report(workspace.root / "content" / "h1", report=f"findings: {{YAML004: off}}\n{REPORT}"))
    (finding,) = result.diagnostics
    assert (finding.code, finding.where.line, finding.message.en) == ("YAML023", 1, "the gravity of YAML004 cannot be set")


def test_the_gravity_of_advice_can_be_set_and_an_error_of_that_code_stays_one(workspace: Workspace) -> None:
    marked = REPORT.replace("{{ m.gmv }}", "**{{ m.gmv }}")
    folder = put_report(workspace.root / "content" / "h1", report=marked)
    settings = workspace.root / "content" / "settings.yaml"
    said = []
    for word in ("warning", "error", "note", "off"):
        settings.write_text(f"findings: {{YAML041: {word}}}\n", encoding="utf-8")
        said.append(told_by(check_report(workspace, folder)))
    assert said == [["YAML041 warning"], ["YAML041 error"], ["YAML041 info"], []]
    assert not any(code in ADVICE for code in JUDGEMENTS)


def test_every_warning_and_note_of_the_engine_has_a_gravity_to_set() -> None:
    """Read from the source: first arguments of warning(…), and of Diagnostic(…, Severity.INFO, …).

    What `template inspect` and `template adopt` say, and that a finished file has no ledger (FILE050), is about a file and not about a report: no content
    settles how grave it is.
    """
    written = set()
    for path in Path(engine.__path__[0]).rglob("*.py"):
        if path.parent.name in {"inspect", "adopt"}:
            continue
        written |= set(re.findall(r'warning\(\s*"([A-Z0-9]+\d{3})"', path.read_text("utf-8")))
        written |= set(re.findall(r'Diagnostic\("([A-Z0-9]+\d{3})", Severity\.INFO', path.read_text("utf-8")))
    assert written - SETTABLE == {"FILE050"}


def test_a_report_of_too_many_pages_is_told_as_gravely_as_the_workspace_wants(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "h1")
    settings = workspace.root / "content" / "settings.yaml"
    settings.write_text("rules: {pages: {most: 1}}\n", encoding="utf-8")
    (finding,) = check_report(workspace, folder).diagnostics
    assert (finding.code, finding.where.file, finding.severity.value) == ("RULE010", "content/h1/report.yaml", "warning")
    settings.write_text("rules: {pages: {most: 1}}\nfindings: {RULE010: error}\n", encoding="utf-8")
    result = build_report(workspace, folder, BuildRequest(formats=("pptx",)))
    assert (told_by(result), result.artifacts) == (["RULE010 error"], ())


def test_a_noqa_silences_its_line_and_an_idle_one_is_told(workspace: Workspace) -> None:
    lines = TYPED.split("\n")
    line = next(index for index, text in enumerate(lines) if "98.6%" in text)
    quiet = [*lines[:line], f"{lines[line]}  # noqa: FACT030 quoted from the contract", *lines[line + 1 :]]
    assert told_by(check_report(workspace, put_report(workspace.root / "content" / "h1", report="\n".join(quiet)))) == []
    idle = ["# noqa: FACT030 nothing here", *quiet]
    result = check_report(workspace, put_report(workspace.root / "content" / "h2", report="\n".join(idle)))
    assert [(item.code, item.where.line) for item in result.diagnostics] == [("YAML061", 1)]


def test_an_error_cannot_be_silenced(workspace: Workspace) -> None:
    report = REPORT.replace("{{ m.gmv }}", "{{ m.gvm }}  # noqa: FACT001 I know")
    result = check_report(workspace, put_report(workspace.root / "content" / "h1", report=report))
    assert "FACT001 error" in told_by(result)


def test_findings_of_finished_files_are_as_grave_as_wanted() -> None:
    def item(code: str, severity: Severity) -> Diagnostic:
        return Diagnostic(code, severity, Phrase("", ""), Location("x.pptx"))

    wanted = {"BRAND001": Gravity(Severity.ERROR, NOWHERE), "FIT020": Gravity(None, NOWHERE), "FACT021": Gravity(None, NOWHERE)}
    found = [
        item("BRAND001", Severity.WARNING),
        item("FIT020", Severity.WARNING),
        item("FACT021", Severity.ERROR),
        item("FIT021", Severity.WARNING),
    ]
    told = [(each.code, each.severity) for each in as_grave_as_wanted(found, Settings(gravities=wanted))]
    assert told == [("BRAND001", Severity.ERROR), ("FACT021", Severity.ERROR), ("FIT021", Severity.WARNING)]
