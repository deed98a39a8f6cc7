from __future__ import annotations

import json

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.as_gitlab import as_gitlab
from engine.cli.machines.merged import merged


def test_issues_have_what_gitlab_asks_for(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    nowhere, cell, unknown = json.loads(as_gitlab(merged(finished, workspace), Language.ZH))
    assert {key: value for key, value in unknown.items() if key != "fingerprint"} == {
        "description": "YAML020 未知的键“tabel” (是不是“table”？)",
        "check_name": "YAML020",
        "severity": "critical",
        "location": {"path": "content/批次/report.yaml", "lines": {"begin": 2}},
    }
    assert cell["description"] == "DATA042 kpi.xlsx!目标!C17: 应为数字"
    assert (nowhere["location"]["lines"]["begin"], nowhere["severity"]) == (1, "minor")  # a line is required and counts from 1
    assert len({issue["fingerprint"] for issue in (nowhere, cell, unknown)}) == 3


def test_nothing_found_is_an_empty_list() -> None:
    assert as_gitlab((), Language.ZH) == "[]\n"
