"""The catalogue of bad inputs: each row goes through the real door, and is refused, mended or told as its row says.

A row is one or more cases (tests/support/bad_inputs, by family), or is shown by another test that is named there. Rows that could take
long or much are run in a process of their own, which may take ten seconds of the processor and a GiB; those are slow.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.base import workspace
from engine.base.diagnostics import Language
from engine.cli.codes import CODES
from engine.cli.main import run
from engine.cli.voice import Voice
from tests.support.bad_inputs import charts, csv, encoding, filesystem, images, jinja, markdown, processes, sql, templates, text, xlsx, yaml
from tests.support.bad_inputs.case import Case, Elsewhere, Run, sound

ROWS = 117
CASES: tuple[Case, ...] = (
    *yaml.CASES, *encoding.CASES, *csv.CASES, *xlsx.CASES, *sql.CASES, *jinja.CASES, *markdown.CASES, *text.CASES, *charts.CASES,
    *templates.CASES, *images.CASES, *filesystem.CASES,
)  # fmt: skip
ELSEWHERE: tuple[Elsewhere, ...] = (*filesystem.ELSEWHERE, *processes.ELSEWHERE)
TESTS = Path(__file__).parents[1]
SECONDS, MEMORY = 10.0, 2**30
EARLIER = {"r/半年小结.pptx": b"an earlier deck", "r/facts.json": b"{}", "other/x.pptx": b"of another report"}
COMMAND = "from engine.cli.main import main; main()"


def shown(case: Case) -> str:
    return case.name


def numbered(row: Elsewhere) -> str:
    return f"{row.row:03}"


HERE = [case for case in CASES if case.run is not Run.OWN_PROCESS]
APART = [case for case in CASES if case.run is Run.OWN_PROCESS]


@pytest.mark.parametrize("case", HERE, ids=shown)
def test_bad_input_is_told(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = spoilt(case, tmp_path)
    before = files_of(root)
    monkeypatch.chdir(root)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    capsys.readouterr()
    command = ["build", "-j", "0", "-f", "pptx"] if case.exit else ["check", "-v"]
    code = run(command, Voice(Language.EN))
    judge(case, code, "".join(capsys.readouterr()))
    untouched(before, root)


@pytest.mark.slow
@pytest.mark.parametrize("case", APART, ids=shown)
def test_bad_input_costs_little(case: Case, tmp_path: Path) -> None:
    root = spoilt(case, tmp_path)
    before = files_of(root)
    environment = {**workspace.environment(), "PYTHONPATH": str(TESTS.parent), "LC_ALL": "C.UTF-8"}
    with (tmp_path.parent / f"{tmp_path.name}.txt").open("w+b") as heard:
        process = subprocess.Popen([sys.executable, "-c", COMMAND, "check"], cwd=root, env=environment, stdout=heard, stderr=heard)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        heard.seek(0)
        judge(case, process.returncode, heard.read().decode())
    assert used.ru_utime + used.ru_stime < SECONDS
    assert used.ru_maxrss * 1024 < MEMORY
    untouched(before, root)


def test_every_row_is_shown() -> None:
    assert {case.row for case in CASES} | {row.row for row in ELSEWHERE} == set(range(1, ROWS + 1))


def test_every_case_has_a_name_of_its_own_and_asks_for_something() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert [case.name for case in CASES if case.exit and not (case.code or case.words)] == []
    assert {case.code for case in CASES if case.code} <= {code.name for code in CODES} | CHART_CODES


@pytest.mark.parametrize("row", ELSEWHERE, ids=numbered)
def test_what_is_shown_elsewhere_is(row: Elsewhere) -> None:
    file, _, name = row.proof.partition("::")
    assert f"def {name or 'test_'}" in (TESTS / file).read_text(encoding="utf-8")


def test_no_html_and_no_fetcher_is_used() -> None:
    """Row 117: the ways by which WeasyPrint reads HTML, and fetches, are called nowhere."""
    engine = TESTS.parent / "engine"
    used = re.compile(r"\b(HTML\(|CSS\(|default_url_fetcher|URLFetcher|urlopen|import requests|import httpx|import socket)")
    assert [path.name for path in engine.rglob("*.py") if used.search(path.read_text(encoding="utf-8"))] == []


CHART_CODES = frozenset({"CHART003", "CHART006", "CHART007", "CHART008"})


def spoilt(case: Case, root: Path) -> Path:
    """Return a workspace with one report, spoilt, and the results of earlier runs."""
    folder = sound(root)
    case.put(folder)
    out = root / "out"
    if not out.is_symlink():
        for name, blob in EARLIER.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(blob)
    return root


def judge(case: Case, code: int, said: str) -> None:
    assert code == case.exit, said
    assert "Traceback" not in said and "debrief itself failed" not in said, said
    assert not case.code or f" {case.code} " in said, said
    assert case.place in said, said
    for word in case.words:
        assert word in said, said


def files_of(root: Path) -> Mapping[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file() and not path.is_symlink()}


def untouched(before: Mapping[str, bytes], root: Path) -> None:
    """Everything is as it was; what a run tells of itself may be new."""
    after = files_of(root)
    assert {name: after.get(name) for name in before} == dict(before)
    assert {name for name in after if name not in before and not name.startswith(("out/run.json", "out/index.html", "out/."))} == set()
