from __future__ import annotations

from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.baseline.keeping import keep
from engine.baseline.look import Look
from engine.baseline.store import TEXTS, read
from tests.support.small_pictures import page, png
from tests.unit.baseline.conftest import PAGES, PICTURES


def test_only_what_changed_is_written(approved: Look, workspace: Workspace) -> None:
    folder = workspace.root / "baseline"
    assert sorted(path.name for path in keep(approved, folder, workspace).written) == ["01.png", "02.png", "03.png", TEXTS]
    nearly = replace(approved, pictures=(png(page(box_at=(40.5, 10))), *PICTURES[1:]))
    again = keep(nearly, folder, workspace)
    assert (again.written, again.removed) == ({}, ())
    shorter = keep(Look(PAGES[:2], PICTURES[:2]), folder, workspace)
    assert ([path.name for path in shorter.written], [path.name for path in shorter.removed]) == ([TEXTS], ["03.png"])
    assert read(folder) == Look(PAGES[:2], PICTURES[:2])


def test_a_damaged_baseline_is_written_anew(approved: Look, workspace: Workspace) -> None:
    folder = workspace.root / "baseline"
    keep(approved, folder, workspace)
    (folder / TEXTS).write_text("?", encoding="utf-8")
    assert [path.name for path in keep(approved, folder, workspace).written] == [TEXTS]
