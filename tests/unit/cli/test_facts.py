from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.support.mini_report import put_report
from tests.unit.cli.conftest import Debrief


@pytest.fixture(autouse=True)
def report(tmp_path: Path) -> Path:
    return put_report(tmp_path / "content" / "h1")


def test_every_number_is_traced_to_its_cells(debrief: Debrief) -> None:
    lines = debrief("facts").out.splitlines()
    assert lines[0] == "gmv.actual  105\u00a0万元  GMV"
    assert "    ← content/h1/data/weekly.csv!B2:B3" in lines
    assert "    = gmv.actual ÷ gmv.target" in lines


@pytest.mark.parametrize("text", ["105.0%", "105 万元", "105万元"])
def test_a_text_finds_the_numbers_that_print_it(text: str, debrief: Debrief) -> None:
    found = json.loads(debrief("facts", text, "--json").out)
    assert len(found) == 1


@pytest.mark.parametrize("file", ["半年小结.pptx", "半年小结.pdf", "facts.json", ""])
def test_finished_files_answer_alone(file: str, debrief: Debrief, report: Path, tmp_path: Path) -> None:
    debrief("build", "-q")
    shutil.copytree(tmp_path / "out" / "h1", tmp_path / "elsewhere")
    put_report(report, weekly="周次,GMV\nW1,1\n")
    said = debrief("facts", f"elsewhere/{file}", "105.0%")
    assert (said.code, said.out.splitlines()[0]) == (0, "gmv.attainment  105.0%  GMV")
    assert "    ← content/h1/data/weekly.csv!B2:B3" in said.out.splitlines()


def test_a_number_nobody_prints_gets_the_nearest(debrief: Debrief) -> None:
    said = debrief("facts", "content/h1", "104%")
    assert (said.code, said.out, said.err) == (1, "", "no such number: 104%; the nearest are 105.0% (gmv.attainment)\n")


def test_a_file_that_is_not_there_is_named(debrief: Debrief) -> None:
    said = debrief("facts", "elsewhere.pptx", "1")
    assert (said.code, said.err) == (2, "error: there is no file elsewhere.pptx\n")


def test_a_file_without_a_ledger_says_what_to_do(debrief: Debrief, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("{}")
    said = debrief("facts", "old.json", "1")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: old.json carries no ledger")
    (tmp_path / "old.pdf").write_text("no PDF")
    assert debrief("facts", "old.pdf").err.splitlines()[0] == "error: old.pdf cannot be read"


def test_a_report_with_errors_is_not_trusted(debrief: Debrief, report: Path) -> None:
    put_report(report, report="kind: midyear-review\n")
    said = debrief("facts")
    assert said.code == 2
    assert said.err.startswith("error: content/h1 has errors")
