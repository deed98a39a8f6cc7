from __future__ import annotations

from lxml import etree

from engine.base.diagnostics import Language, Location, warning
from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.as_junit import as_junit


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_a_suite_for_each_report_and_a_test_for_each_code(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    root = parsed(as_junit(finished, workspace, Language.EN, "reports/"))
    assert {key: root.get(key) for key in root.keys()} == {  # noqa: SIM118
        "name": "debrief",
        "tests": "7",
        "failures": "2",
        "errors": "1",
        "time": "0.750",
    }
    outline = [
        (suite.get("name"), suite.get("failures"), [(case.get("name"), *(child.tag for child in case)) for case in suite]) for suite in root
    ]
    assert outline == [
        ("批次/甲", "1", [("批次/甲",), ("DATA042", "system-out"), ("YAML020", "failure")]),
        ("批次/乙", "1", [("批次/乙",), ("FACT032", "system-out"), ("YAML020", "failure")]),
        ("c", "0", [("c", "error")]),
    ]
    case = root[0][2]
    assert (case.get("classname"), case.get("file")) == ("批次/甲", "reports/content/批次/report.yaml")
    failure = case[0]
    assert failure.get("message") == failure.text == "content/批次/report.yaml:2:5: YAML020 unknown key 'tabel' (did you mean 'table'?)"
    assert root[0][1][0].text == "kpi.xlsx!目标!C17: DATA042 [warning] should be <a> number"
    assert root[2][0][0].text == "the disk is full\nmake room"


def test_with_strict_a_warning_fails_its_test(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    root = parsed(as_junit([replace(finished[0], strict=True)], workspace, Language.EN))
    assert [child.tag for case in root[0] for child in case] == ["failure", "failure"]


def test_a_page_that_changed_fails_its_test(workspace: Workspace) -> None:
    changed = warning("DIFF002", "文字变了", "it reads differently", Location("content/a/baseline/pages.txt", 3, 1))
    root = parsed(as_junit([Finished(workspace.root / "content" / "a", "a", "", (changed,))], workspace, Language.EN))
    assert [(case.get("name"), *(child.tag for child in case)) for case in root[0]] == [("a",), ("DIFF002", "failure")]


def test_signs_that_xml_has_no_place_for_are_replaced(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    root = parsed(as_junit(finished[1:2], workspace, Language.EN))
    assert root[0][1][0].text == "FACT032 [warning] a word\ufffd contradicts"


def test_a_run_without_reports_is_a_file_too(workspace: Workspace) -> None:
    assert len(parsed(as_junit((), workspace, Language.ZH))) == 0
