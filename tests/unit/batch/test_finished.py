from __future__ import annotations

import pickle  # noqa: TID251  as a result travels from a worker
from pathlib import Path

import pytest

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, error, warning
from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.run_record import FileRecord, Status

WHERE = Location("content/a/report.yaml", 1, 1)
BROKEN, DOUBTFUL = error("YAML021", "没有这个键", "no such key", WHERE), warning("YAML041", "可疑", "doubtful", WHERE)
DISK = EnvironmentFault("磁盘满", "the disk is full", Phrase("腾出空间", "free some space"))


@pytest.mark.parametrize(
    ("found", "fault", "strict", "unchanged", "status"),
    [
        ((), None, False, False, Status.BUILT),
        ((), None, False, True, Status.UNCHANGED),
        ((DOUBTFUL,), None, False, False, Status.BUILT),
        ((DOUBTFUL,), None, True, False, Status.FAILED),
        ((DOUBTFUL,), None, True, True, Status.FAILED),
        ((BROKEN,), None, False, False, Status.FAILED),
        ((), DISK, False, False, Status.FAILED),
    ],
)
def test_what_became_of_a_report(
    found: tuple[Diagnostic, ...], fault: EnvironmentFault | None, strict: bool, unchanged: bool, status: Status
) -> None:
    finished = Finished(Path("a"), "a", "", found, fault, strict=strict, unchanged=unchanged)
    assert (finished.status, finished.ok) == (status, status is not Status.FAILED)


@pytest.mark.parametrize(("severity", "differs"), [(Severity.ERROR, True), (Severity.WARNING, True), (Severity.INFO, False)])
def test_a_page_that_changed_stops_nothing_but_is_told(severity: Severity, differs: bool) -> None:
    changed = Diagnostic("DIFF003", severity, Phrase("画面变了", "it looks different"), Location("content/a/baseline/pages.txt", 3, 1))
    finished = Finished(Path("a"), "a", "", (changed,), strict=True)
    assert (finished.ok, finished.differs) == (True, differs)


def test_the_record_says_where_the_content_is(workspace: Workspace) -> None:
    files = (FileRecord("a/x.pptx", "0" * 64, 7),)
    finished = Finished(workspace.root / "content" / "a", "a", "", (DOUBTFUL,), DISK, files, ("pptx",), {"load": 0.5}, 3, 7)
    record = finished.record(workspace)
    assert (record.folder, record.title, record.files, record.findings, record.formats) == ("content/a", "a", files, (DOUBTFUL,), ("pptx",))
    assert record.fault == Phrase("磁盘满", "the disk is full")


def test_it_comes_whole_from_another_process() -> None:
    sent = Finished(Path("a"), "a", "述职", (BROKEN,), DISK)
    come = pickle.loads(pickle.dumps(sent))
    assert (come.diagnostics, come.fault.message, come.fault.hint, come.fault.exit_code) == ((BROKEN,), DISK.message, DISK.hint, 3)
