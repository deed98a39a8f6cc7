"""What a run does when the disk is full, the folder cannot be written or is taken, and when a report does not end."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.base.workspace import TEMPORARY_SUFFIX, environment
from tests.support.tiny_batch import REPORT, put_batch
from tests.survival.runs import ROOT, START, digests, done, run_file, start, temporary_files

# A question that a database never answers to one team. Templates cannot do that: no loop stands in a loop.
ENDLESS = """\
  endless:
    url_env: OPS_URL
    query: "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE :team = '华南2组') SELECT max(i) AS i FROM n"
    params: {team: "{{ team.name }}"}
    timeout: 60
"""
PLAIN = ("-f", "pptx", "--no-pages")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put_batch(tmp_path, 3)
    return tmp_path


def built(root: Path) -> dict[str, str]:
    code, said = done(root, "build", *PLAIN, "-j", "1")
    assert code == 0, said
    return digests(root / "out")


def touch(root: Path, old: str, new: str) -> None:
    path = root / "content" / "teams" / "report.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_full_disk_leaves_the_old_files_and_is_told(root: Path) -> None:
    before = built(root)
    touch(root, "上半年 GMV", "今年上半年 GMV")
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)); from engine.cli.main import main; main()"
    variables = {**environment(), "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-P", "-c", limited, "build", *PLAIN, "-j", "0", "--lang", "en"],
        cwd=root, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 3, ended.stderr
    assert ended.stderr.count("cannot write out/teams/") == 3
    assert "Traceback" not in ended.stderr
    assert digests(root / "out") == before
    assert temporary_files(root / "out") == []
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 8192


def test_a_run_after_a_failed_one_builds_what_failed(root: Path) -> None:
    before = built(root)
    (root / "out" / "teams" / "华南2组" / "华南2组.pptx").unlink()
    (root / "out" / "teams" / "华南2组" / "华南2组.pptx").mkdir()
    code, said = done(root, "build", *PLAIN, "-j", "1")
    assert code == 3, said
    record = run_file(root / "out")
    assert record is not None
    assert (record["unchanged"], record["failed"]) == (2, 1)
    (root / "out" / "teams" / "华南2组" / "华南2组.pptx").rmdir()
    code, said = done(root, "build", *PLAIN, "-j", "1")
    assert code == 0, said
    assert digests(root / "out") == before


MOUNTED = (
    "unshare",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    'mount -t tmpfs -o "$0" tmpfs out && "$@"; echo "ended $?"; find out -type f',
)
"""Runs a command with a file system of its own in the place of `out`, and lists the files that are there afterwards."""


def can_mount() -> bool:
    tried = [*MOUNTED[:3], "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return shutil.which("unshare") is not None and subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="this system lets nobody mount a file system of one's own")
@pytest.mark.parametrize(("mount", "trouble"), [("size=64k", "No space left on device"), ("ro", "cannot write out: ")])
def test_a_small_or_read_only_file_system_is_told_and_left_clean(mount: str, trouble: str, root: Path) -> None:
    (root / "out").mkdir()
    command = [sys.executable, "-P", "-c", START, "build", *PLAIN, "-j", "1", "--lang", "en"]
    variables = {**environment(), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    ended = subprocess.run([*MOUNTED, mount, *command], cwd=root, env=variables, capture_output=True, text=True, check=False)
    *_, code = [line for line in ended.stdout.splitlines() if line.startswith("ended")]
    left = [line for line in ended.stdout.splitlines() if line.startswith("out/")]
    assert code == "ended 3", ended.stderr
    assert trouble in ended.stderr
    assert "Traceback" not in ended.stderr
    whole = Counter(name.rpartition("/")[0] for name in left if name.startswith("out/teams/"))
    assert set(whole.values()) <= {4}, "a report is written whole, with its facts and how it agrees with them, or not at all"
    assert [name for name in left if name.endswith(TEMPORARY_SUFFIX)] == []


def test_a_file_in_the_place_of_the_folder_is_told_before_anything_is_built(root: Path) -> None:
    (root / "out").touch()
    code, said = done(root, "build", "--lang", "en")
    assert code == 3
    assert said.startswith("error: cannot write out: ")


def test_a_second_run_on_the_same_folder_is_sent_away_and_harms_nothing(root: Path) -> None:
    first = start(root, "build", *PLAIN, "-j", "1", log=root / "first.txt")
    _wait_until((root / "out").is_dir)
    _wait_until(lambda: any((root / "out").rglob("*.pptx")) or first.is_over)
    code, said = done(root, "build", *PLAIN, "--lang", "en")
    assert first.ended() == 0, first.said()
    if code:  # otherwise the first was done
        assert code == 3
        assert said.startswith("error: another debrief is writing to out\n")
    assert built(root) == digests(root / "out")


def test_a_report_that_does_not_end_is_ended_and_named_and_the_others_are_built(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPS_URL", f"sqlite:///{root / 'ops.sqlite'}")
    sqlite3.connect(root / "ops.sqlite").close()
    touch(root, "metrics:\n", f"{ENDLESS}metrics:\n")
    code, said = done(root, "build", *PLAIN, "-j", "2", "--timeout", "6", "--lang", "en")
    assert code == 3, said
    assert "teams/华南2组: it took more than 6 s and was stopped" in said
    record = run_file(root / "out")
    assert record is not None
    assert {report["name"]: report["status"] for report in record["reports"]} == {
        "teams/华东1组": "built",
        "teams/华南2组": "failed",
        "teams/华北3组": "built",
    }


def test_one_broken_team_does_not_stop_the_others(root: Path) -> None:
    touch(root, "上半年 GMV", "上半年{% if team.name == '华南2组' %}{{ m.gmw }}{% endif %} GMV")
    assert "gmw" not in REPORT
    code, _ = done(root, "build", *PLAIN, "-j", "2")
    record = run_file(root / "out")
    assert record is not None
    assert (code, record["built"], record["failed"]) == (1, 2, 1)


def _wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)
