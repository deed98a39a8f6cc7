from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from tests.support.mini_report import REPORT, put_report
from tests.support.tiny_batch import put_batch
from tests.unit.cli.conftest import Debrief

REWORDED = REPORT.replace("上半年 GMV 为", "半年里 GMV 是")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def test_pages_are_approved_and_the_next_time_unchanged(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    said = debrief("approve")
    assert said.code == 0
    first, last = said.out.splitlines()
    assert first == "h1  4 pages approved, 5 files written"
    assert last.startswith("1 approved, 0 unchanged, 0 failed in ")
    assert debrief("approve", "content/h1").out.startswith("0 approved, 1 unchanged, 0 failed in ")
    assert debrief("approve", language=Language.ZH).out.startswith("认可 0 份，未变 1 份，失败 0 份，用时 ")


def test_a_build_against_the_baseline_tells_what_changed_and_writes_the_files(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    debrief("approve", "-q")
    assert debrief("build", "--against", "baseline", "--no-pages").code == 0
    put_report(content / "h1", report=REWORDED)
    said = debrief("build", "--against", "baseline", "--no-pages", "--output-format", "concise")
    assert said.code == 1
    finding = next(line for line in said.out.splitlines() if "DIFF002" in line)
    assert finding.startswith("content/h1/baseline/pages.txt:")
    assert "上半年 GMV 为" in finding
    assert "→ 半年里 GMV 是" in finding
    out = content.parent / "out" / "h1"
    assert (out / "changes.html").is_file()
    assert (out / "半年小结.pptx").is_file()
    again = debrief("build", "--against", "baseline", "--no-pages")
    assert (again.code, again.out.startswith("0 built, 1 unchanged")) == (1, True)  # told again, without building
    debrief("approve", "-q")
    assert debrief("build", "--against", "baseline", "--no-pages").code == 0
    assert not (out / "changes.html").exists()


def test_the_workspace_says_how_grave_a_change_is(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    assert debrief("build", "--against", "baseline", "--no-pages", "-f", "pptx").code == 1  # DIFF005: nothing was approved
    (content / "settings.yaml").write_text("findings: {DIFF005: off}\n", encoding="utf-8")
    assert debrief("build", "--against", "baseline", "--no-pages", "-f", "pptx").code == 0
    (content / "settings.yaml").write_text("findings: {DIFF005: error}\n", encoding="utf-8")
    said = debrief("build", "--against", "baseline", "--no-pages", "-f", "pptx", "--strict")
    assert said.code == 1
    assert said.out.splitlines()[-1].startswith("1 built, 0 failed")


def test_a_baseline_is_no_content(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1")
    assert debrief("build", "--no-pages", "-f", "pptx").code == 0
    debrief("approve", "-q")
    assert debrief("build", "--no-pages", "-f", "pptx").out.startswith("0 built, 1 unchanged")
    assert debrief("check").out.startswith("1 report checked")
    assert debrief("check", "content/h1/baseline").code == 5


def test_each_report_of_a_batch_has_its_own_baseline(content: Path, debrief: Debrief) -> None:
    folder = put_batch(content / "teams", 2)
    said = debrief("approve", "-j", "0")
    assert said.code == 0
    kept = sorted(path.parent.name for path in (folder / "baseline").glob("*/pages.txt"))
    assert len(kept) == 2
    one = debrief("approve", "-s", kept[0], "-j", "0")
    assert one.out.startswith("0 approved, 1 unchanged, 0 failed in ")


def test_mistakes_are_told_and_nothing_is_approved(content: Path, debrief: Debrief) -> None:
    put_report(content / "h1", report=REPORT.replace("m.gmv", "m.gvm"))
    said = debrief("approve")
    assert said.code == 1
    assert "FACT001" in said.out
    assert said.out.splitlines()[-1].startswith("0 approved, 0 unchanged, 1 failed in ")
