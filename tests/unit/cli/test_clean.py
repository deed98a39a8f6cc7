from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Language
from tests.support.mini_report import put_report
from tests.unit.cli.conftest import Debrief


def test_what_build_wrote_goes_and_the_content_stays(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    debrief("build", "-f", "pptx", "-q")
    assert debrief("clean").out == "removed 4 files\n"
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "content" / "h1" / "report.yaml").is_file()


def test_files_of_others_and_files_that_were_changed_stay(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    debrief("build", "-f", "pptx", "-q")
    (tmp_path / "out" / "h1" / "半年小结.pptx").write_bytes(b"edited by hand")
    (tmp_path / "out" / "h1" / "notes.txt").write_bytes(b"mine")
    assert debrief("clean", language=Language.ZH).out == "删除 3 个文件，保留改动过的 1 个\n"
    assert sorted(path.name for path in (tmp_path / "out" / "h1").iterdir()) == ["notes.txt", "半年小结.pptx"]


def test_leftovers_of_a_killed_run_go(debrief: Debrief, tmp_path: Path) -> None:
    (tmp_path / "out" / "h1").mkdir(parents=True)
    (tmp_path / "out" / "h1" / ".1a2b3c4d.99.debrief-tmp").write_bytes(b"half")
    assert debrief("clean").out == "removed 1 file\n"


def test_nothing_to_clean_is_fine(debrief: Debrief) -> None:
    said = debrief("clean")
    assert (said.code, said.out) == (0, "removed 0 files\n")
