from __future__ import annotations

import pytest

from engine.base.diagnostics import Location
from engine.base.records import replace
from engine.base.workspace import OutsideRoot, Workspace
from engine.baseline.judged import judged
from engine.baseline.look import Look
from engine.baseline.store import TEXTS, files_of
from tests.unit.baseline.conftest import COVER, PAGES
from tests.unit.baseline.test_changes_page import PALETTE

AT = Location("content/a/report.yaml", 2, 1)


def test_a_link_that_leads_out_of_the_workspace_is_refused(
    approved: Look, workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = workspace.root / "content" / "a" / "baseline"
    folder.parent.mkdir(parents=True)
    folder.symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(OutsideRoot):
        judged(approved, folder, workspace, AT, PALETTE)


def test_a_report_is_judged_by_what_stands_on_disk(approved: Look, workspace: Workspace) -> None:
    folder = workspace.root / "content" / "a" / "baseline"
    found, page = judged(approved, folder, workspace, AT, PALETTE)
    assert ([item.code for item in found], page) == (["DIFF005"], None)
    workspace.write_together({folder / name: blob for name, blob in files_of(approved).items()})
    assert judged(approved, folder, workspace, AT, PALETTE) == ((), None)
    found, page = judged(replace(approved, pages=(replace(COVER, texts=("另一句",)), *PAGES[1:])), folder, workspace, AT, PALETTE)
    assert [(item.code, str(item.where)) for item in found] == [("DIFF002", "content/a/baseline/pages.txt:3:1")]
    assert page is not None
    (folder / TEXTS).write_text("debrief baseline 1\n<<<<<<< HEAD\n", encoding="utf-8")
    found, page = judged(approved, folder, workspace, AT, PALETTE)
    assert ([(item.code, item.where.line) for item in found], page) == ([("DIFF005", 2)], None)
