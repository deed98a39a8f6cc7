from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.mini_report import put_report
from tests.unit.cli.conftest import Debrief


@pytest.fixture(autouse=True)
def report(tmp_path: Path) -> Path:
    return put_report(tmp_path / "content" / "h1")


def test_every_number_is_traced_to_its_cells(debrief: Debrief) -> None:
    lines = debrief("facts").out.splitlines()
    assert lines[0] == "gmv.actual  105\u00a0万元"
    assert "    ← content/h1/data/weekly.csv!B2:B3" in lines
    assert "    = gmv.actual ÷ gmv.target" in lines


@pytest.mark.parametrize("text", ["105.0%", "105 万元", "105万元"])
def test_a_text_finds_the_numbers_that_print_it(text: str, debrief: Debrief) -> None:
    found = json.loads(debrief("facts", text, "--json").out)
    assert len(found) == 1


def test_a_finished_file_answers_from_its_own_facts(debrief: Debrief, report: Path) -> None:
    debrief("build", "-f", "pptx", "-q")
    put_report(report, weekly="周次,GMV\nW1,1\n")
    said = debrief("facts", "out/h1/半年小结.pptx", "105.0%")
    assert (said.code, said.out.splitlines()[0]) == (0, "gmv.attainment  105.0%")


def test_a_number_nobody_prints(debrief: Debrief) -> None:
    said = debrief("facts", "content/h1", "77%")
    assert (said.code, said.out, said.err) == (1, "", "no such number: 77%\n")


def test_a_file_without_facts_says_what_to_do(debrief: Debrief) -> None:
    said = debrief("facts", "elsewhere.pptx", "1")
    assert (said.code, said.err.splitlines()) == (2, ["error: facts.json cannot be read", "  = hint: run debrief build again"])


def test_a_report_with_errors_is_not_trusted(debrief: Debrief, report: Path) -> None:
    put_report(report, report="kind: midyear-review\n")
    said = debrief("facts")
    assert said.code == 2
    assert said.err.startswith("error: content/h1 has errors")
