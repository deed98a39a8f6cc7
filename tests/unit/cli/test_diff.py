from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.base.diagnostics import Language
from tests.support.mini_report import put_report
from tests.unit.cli.conftest import Debrief

SAID = """\
content/h1 → content/h2

KPIs (2)
  GMV [gmv.actual]  105\u00a0万元 → 130\u00a0万元  (+23.8%)
  GMV [gmv.attainment]  105.0% → 130.0%  (+25.0\u00a0pp)
"""


@pytest.fixture(autouse=True)
def two_versions(tmp_path: Path) -> None:
    put_report(tmp_path / "content" / "h1")
    put_report(tmp_path / "content" / "h2", weekly="周次,GMV\nW1,600000\nW2,700000\n")


def test_differences_are_told_and_give_exit_code_1(debrief: Debrief) -> None:
    said = debrief("diff", "content/h1", "content/h2")
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith(SAID)
    assert "  ~ 4 完成 130.0%" in said.out.splitlines()


def test_the_same_report_has_no_difference(debrief: Debrief) -> None:
    said = debrief("diff", "content/h1", "content/h1", language=Language.ZH)
    assert (said.code, said.out) == (0, "content/h1 → content/h1\n没有差别\n")


def test_markdown_and_json(debrief: Debrief) -> None:
    assert debrief("diff", "content/h1", "content/h2", "--markdown").out.startswith("### content/h1 → content/h2\n\n| fact |")
    assert json.loads(debrief("diff", "content/h1", "content/h2", "--json").out)["facts"][0]["after"]["raw"] == 1300000.0


def test_what_is_no_version_is_said_with_what_is(debrief: Debrief) -> None:
    said = debrief("diff", "content/h1", "nowhere")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: 'nowhere' is no version of a report")
