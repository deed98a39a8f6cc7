from __future__ import annotations

import json
from typing import Any

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.as_sarif import as_sarif
from engine.cli.machines.merged import merged


def log(finished: tuple[Finished, ...], workspace: Workspace, language: Language = Language.EN) -> Any:
    return json.loads(as_sarif(merged(finished, workspace), finished, "1.2.3", language))


def test_the_required_properties_of_the_schema_are_there(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    """The schema requires version and runs, a tool with a named driver, an id of each rule, a message of each result, texts in messages."""
    whole = log(finished, workspace)
    (run,) = whole["runs"]
    driver = run["tool"]["driver"]
    assert (whole["version"], driver["name"], driver["version"]) == ("2.1.0", "debrief", "1.2.3")
    assert whole["$schema"].endswith("sarif-schema-2.1.0.json")
    for rule in driver["rules"]:
        assert rule["id"]
        assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        assert len(result["locations"]) == 1
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}


def test_a_finding_in_a_text_has_a_region_and_the_reports(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    result = log(finished, workspace)["runs"][0]["results"][2]
    assert result["message"]["text"] == "unknown key 'tabel' (did you mean 'table'?)"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/%E6%89%B9%E6%AC%A1/report.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 5, "endColumn": 10},
            }
        }
    ]
    assert result["properties"] == {"reports": ["批次/甲", "批次/乙"]}
    assert list(result["partialFingerprints"]) == ["debriefFinding/v1"]


def test_a_finding_in_a_cell_names_it_without_a_region(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    (place,) = log(finished, workspace)["runs"][0]["results"][1]["locations"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "kpi.xlsx!目标!C17", "kind": "member"}]
    assert "region" not in place["physicalLocation"]


def test_a_rule_says_what_explain_says(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    rule = log(finished, workspace, Language.ZH)["runs"][0]["tool"]["driver"]["rules"][1]
    assert rule["id"] == "FACT032"
    assert rule["shortDescription"]["text"] == "词语与旁边的数据不符"
    assert "办法：" in rule["help"]["text"]
    assert "Passes:" in rule["help"]["text"]


def test_trouble_outside_the_content_is_a_notification(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    (invocation,) = log(finished, workspace)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [{"level": "error", "message": {"text": "c: the disk is full"}}]
    assert log((), workspace)["runs"][0]["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
