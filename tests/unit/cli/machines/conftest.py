"""A run of three reports: two of a batch with a finding in common, and one that the disk stopped."""

from __future__ import annotations

import pytest

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace
from engine.batch.finished import Finished

FILE = "content/批次/report.yaml"
UNKNOWN = Diagnostic(
    "YAML020", Severity.ERROR, Phrase("未知的键“tabel”", "unknown key 'tabel'"), Location(FILE, 2, 5, 10), Phrase("是不是“table”？", "did you mean 'table'?")
)  # fmt: skip
CELL = Diagnostic(
    "DATA042",
    Severity.WARNING,
    Phrase("应为数字", "should be <a> number"),
    Location("content/批次/kpi.xlsx", 17, 3, cell="kpi.xlsx!目标!C17"),
)
NOWHERE_IN_PARTICULAR = Diagnostic("FACT032", Severity.WARNING, Phrase("词不对", "a word\x00 contradicts"), Location(""))


@pytest.fixture
def finished(workspace: Workspace) -> tuple[Finished, ...]:
    content = workspace.root / "content"
    (content / "批次").mkdir(parents=True)
    (workspace.root / FILE).write_text("kind: x\n    tabel: 1\n", encoding="utf-8")
    fault = EnvironmentFault("磁盘满了", "the disk is full", Phrase("腾出空间", "make room"))
    return (
        Finished(content / "批次", "批次/甲", "甲", (UNKNOWN, CELL), seconds={"load": 0.25, "plan": 0.5}),
        Finished(content / "批次", "批次/乙", "乙", (UNKNOWN, NOWHERE_IN_PARTICULAR)),
        Finished(content / "c", "c", "C", fault=fault),
    )
