from __future__ import annotations

import json
from pathlib import Path

from tests.support.mini_report import REPORT, put_report
from tests.unit.cli.conftest import Debrief


def test_reports_are_listed_with_what_they_say_of_themselves(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "midyear")
    put_report(tmp_path / "content" / "h1", report=REPORT.replace("半年小结", '"上半年\\n小结"'))
    assert debrief("ls").out.splitlines() == [
        "content/h1       midyear-review  2025H1  上半年 小结",
        "content/midyear  midyear-review  2025H1  半年小结",
    ]


def test_a_report_that_cannot_be_read_is_listed_all_the_same(debrief: Debrief, tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1", report="- a list")
    said = debrief("ls", "content", "--json")
    assert json.loads(said.out) == [{"folder": "content/h1", "kind": "", "period": "", "title": ""}]


def test_no_report_is_exit_5(debrief: Debrief) -> None:
    assert debrief("ls").code == 5
