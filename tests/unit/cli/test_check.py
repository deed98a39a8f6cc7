from __future__ import annotations

import json
import time
from pathlib import Path

from engine.base.diagnostics import Language
from tests.support.mini_report import REPORT, put_report
from tests.unit.cli.conftest import Debrief


def test_a_clean_report_is_one_line(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    said = debrief("check")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("1 report checked: 0 errors, 0 warnings in ")
    assert not (tmp_path / "out").exists()


def test_every_finding_is_told_with_its_line(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1", report=REPORT.replace("title: 业绩", "titel: 业绩").replace("2025-07-08", "2025-13-08"))
    said = debrief("check", language=Language.ZH)
    assert said.code == 1
    assert "content/h1/report.yaml:3:7: " in said.out
    assert "content/h1/report.yaml:9:5: " in said.out
    assert " 3 │ date: 2025-13-08" in said.out
    assert "title" in said.out


def test_a_report_in_the_current_folder_is_found(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path)
    assert debrief("check", "-q").code == 0


def test_json_for_programs(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    said = debrief("check", "content", "--output-format", "json")
    assert json.loads(said.out) == []
    assert said.err.startswith("1 report checked")


def test_no_report_is_exit_5(debrief: Debrief) -> None:
    assert debrief("check").code == 5
    assert debrief("check", "nowhere").code == 5


def test_a_check_is_quick_once_it_is_loaded(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    debrief("check", "-q")
    started = time.perf_counter()
    debrief("check", "-q")
    assert time.perf_counter() - started < 1
