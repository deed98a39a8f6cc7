from __future__ import annotations

from pathlib import Path

from engine.base.workspace import Workspace
from engine.cluster.bundle import Bundle, bundle_of, unpack
from engine.load.source import Loader
from tests.support.batch_report import put_batch
from tests.support.mini_report import REPORT, put_report


def packed(workspace: Workspace, *folders: Path) -> Bundle:
    return bundle_of(workspace, {folder: Loader(workspace, folder) for folder in folders})


def test_a_bundle_has_the_report_and_what_all_reports_share(workspace: Workspace) -> None:
    folder = put_batch(workspace.root / "content", 2)
    put_report(workspace.root / "content" / "another")
    (workspace.root / "content" / "settings.yaml").write_text("rules: {}\n")
    (workspace.root / "assets" / "fonts").mkdir(parents=True)
    (workspace.root / "assets" / "fonts" / "own.ttf").write_bytes(b"font")
    (workspace.root / ".git").mkdir()
    (workspace.root / ".git" / "HEAD").write_text("ref")
    (workspace.root / "out").mkdir()
    (workspace.root / "out" / "old.pptx").write_bytes(b"old")
    assert sorted(packed(workspace, folder).files) == [
        "assets/fonts/own.ttf",
        "content/settings.yaml",
        "content/shared/weekly.csv",
        "content/teams/data/teams.csv",
        "content/teams/report.yaml",
    ]


def test_a_file_of_another_report_goes_along_when_it_is_named(workspace: Workspace) -> None:
    put_report(workspace.root / "content" / "last")
    folder = put_report(workspace.root / "content" / "this", report=REPORT.replace("data/weekly.csv", "../last/data/weekly.csv"))
    assert sorted(packed(workspace, folder).files) == [
        "content/last/data/weekly.csv",
        "content/this/data/weekly.csv",
        "content/this/report.yaml",
    ]


def test_the_digest_tells_whether_anything_changed(workspace: Workspace) -> None:
    folder = put_report(workspace.root / "content" / "a")
    first = packed(workspace, folder)
    assert packed(workspace, folder).digest == first.digest
    (folder / "data" / "weekly.csv").write_text("周次,GMV\nW1,1\n", encoding="utf-8")
    assert packed(workspace, folder).digest != first.digest


def test_what_is_unpacked_is_as_it_was_and_as_old(workspace: Workspace, tmp_path: Path) -> None:
    folder = put_report(workspace.root / "content" / "a")
    there = tmp_path / "there"
    unpack(packed(workspace, folder), there)
    for path in (folder / "report.yaml", folder / "data" / "weekly.csv"):
        copy = there / path.relative_to(workspace.root)
        assert (copy.read_bytes(), copy.stat().st_mtime_ns) == (path.read_bytes(), path.stat().st_mtime_ns)
