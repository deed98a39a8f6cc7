from __future__ import annotations

import pytest

from engine.base.diagnostics import Language
from engine.cli.codes import CODES
from tests.unit.cli.conftest import Debrief


def test_a_code_says_what_it_means_and_the_mend(debrief: Debrief) -> None:
    assert debrief("explain", "yaml003").out == "YAML003  A tab indents the line\nMend: indent with spaces\n"
    assert debrief("explain", "YAML003", language=Language.ZH).out == "YAML003  用制表符缩进\n办法：改用空格\n"


def test_a_check_adds_its_own_manual_page(debrief: Debrief) -> None:
    said = debrief("explain", "FIT003").out
    assert "What it does: " in said
    assert "Fails: " in said
    assert "Passes: " in said


def test_a_family_lists_its_codes(debrief: Debrief) -> None:
    lines = debrief("explain", "FONT").out.splitlines()
    assert lines[0] == "FONT  fonts"
    assert lines[1].startswith("  FONT001  ")


def test_without_a_code_all_are_listed(debrief: Debrief) -> None:
    lines = debrief("explain").out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [code.name for code in CODES]


@pytest.mark.parametrize(("code", "hint"), [("FIT003A", "did you mean FIT003?"), ("nonsense", "debrief explain lists all of them")])
def test_an_unknown_code_names_the_nearest(code: str, hint: str, debrief: Debrief) -> None:
    said = debrief("explain", code)
    assert said.code == 2
    assert hint in said.err
