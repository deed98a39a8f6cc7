"""The samples and the scaffolds of `debrief new` keep the rules they teach: no warning, and none silenced."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Severity
from engine.pipeline import check_report
from tests.support.builds import ROOT, request_of, told, workspace_of

FOLDERS = sorted(path.parent for place in ("content", "assets/scaffolds") for path in (ROOT / place).glob("*/report.yaml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nothing_is_found(folder: Path) -> None:
    result = check_report(workspace_of(folder), folder, request_of(folder))
    assert told(result.diagnostics, Severity.WARNING) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_nothing_is_silenced(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.suffix in {".yaml", ".md"}]
    assert [path.name for path in files if "noqa" in path.read_text("utf-8")] == []
