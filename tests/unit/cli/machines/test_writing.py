from __future__ import annotations

import json

import pytest
from lxml import etree

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.writing import written
from engine.cli.render_diagnostics import OutputFormat


@pytest.mark.parametrize("style", [OutputFormat.JSON, OutputFormat.GITLAB, OutputFormat.SARIF])
def test_each_format_is_whole_json(style: OutputFormat, finished: tuple[Finished, ...], workspace: Workspace) -> None:
    assert json.loads(written(finished, style, workspace, Language.ZH, ""))


def test_paths_begin_at_the_repository_where_a_runner_reads_them(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    root = etree.fromstring(written(finished, OutputFormat.JUNIT, workspace, Language.ZH, "reports/").encode())
    assert {case.get("file") for case in root.iter("testcase")} == {"reports/content/批次/report.yaml", "reports/content/c/report.yaml"}
    assert json.loads(written(finished, OutputFormat.GITLAB, workspace, Language.ZH, "reports/"))[0]["location"]["path"].startswith(
        "reports/"
    )


def test_texts_for_people_are_written_elsewhere(workspace: Workspace) -> None:
    with pytest.raises(AssertionError, match="for people"):
        written((), OutputFormat.FULL, workspace, Language.ZH, "")
