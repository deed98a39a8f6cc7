"""What an ordinary user may not read or write: told with its place, nothing half written. Root's privilege to open everything is dropped for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, environment
from tests.support.foreign import png
from tests.support.mini_report import REPORT, put_report
from tests.survival.runs import ROOT, START, digests, temporary_files

WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Runs a command as root that obeys permissions as everybody does."""
PREFIX = WITHOUT_PRIVILEGE if os.geteuid() == 0 else ()
PLAIN = ("-f", "pptx", "--no-pages", "-j", "0")


def obeys() -> bool:
    """Tell whether commands here can be made to obey permissions."""
    if not PREFIX:
        return True
    if shutil.which(PREFIX[0]) is None:
        return False
    return subprocess.run([*PREFIX, "sh", "-c", "! head -c1 /proc/1/environ >/dev/null 2>&1 || true"], check=False).returncode == 0


pytestmark = pytest.mark.skipif(not obeys(), reason="root obeys no permissions, and nothing here takes the privilege away (setpriv)")


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    put_report(tmp_path / "content" / "r")
    yield tmp_path
    for path in (tmp_path, *tmp_path.rglob("*")):  # so that it can be removed
        if not path.is_symlink():
            path.chmod(0o700)


def said(root: Path, *arguments: str) -> tuple[int, str]:
    """Run debrief without privileges, and return its exit code and all it says."""
    command = [*PREFIX, sys.executable, "-P", "-c", START, *arguments, "--lang", "en"]
    variables = {**environment(), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(command, cwd=root, env=variables, capture_output=True, text=True, check=False)
    heard = ended.stdout + ended.stderr
    assert "Traceback" not in heard and "debrief itself failed" not in heard, heard
    return ended.returncode, heard


def table(root: Path) -> Path:
    return root / "content/r/data/weekly.csv"


def report(root: Path) -> Path:
    return root / "content/r/report.yaml"


def included(root: Path) -> Path:
    report(root).write_text(REPORT + "  - include: 02.md\n", "utf-8")
    file = root / "content/r/02.md"
    file.write_text("# 二\n", "utf-8")
    return file


def picture(root: Path) -> Path:
    report(root).write_text(REPORT + "          - image: {file: photo.png, alt: 现场}\n", "utf-8")
    file = root / "content/r/photo.png"
    file.write_bytes(png(1_200, 800).getvalue())
    return file


def settings(root: Path) -> Path:
    file = root / "content/settings.yaml"
    file.write_text("rules: {}\n", "utf-8")
    return file


def template(root: Path) -> Path:
    shutil.copytree(BUILTIN_ROOT / "templates", root / "templates")
    return root / "templates/pptx/harbor.pptx"


def contract(root: Path) -> Path:
    return template(root).with_suffix(".yaml")


def theme(root: Path) -> Path:
    shutil.copytree(BUILTIN_ROOT / "assets/themes", root / "assets/themes")
    return root / "assets/themes/harbor.yaml"


@pytest.mark.parametrize(
    ("put", "code", "place"),
    [
        (table, "DATA001", "content/r/report.yaml:5:"),
        (report, "FILE", "content/r/report.yaml"),
        (included, "FILE", "content/r/"),
        (picture, "FILE", "content/r/report.yaml:15:"),
        (settings, "FILE", "content/settings.yaml"),
        (template, "TMPL", "templates/pptx/harbor.pptx"),
        (contract, "TMPL", "templates/pptx/harbor.yaml"),
        (theme, "TMPL", "assets/themes/harbor.yaml"),
    ],
)
def test_an_input_that_may_not_be_read_is_named(put: Callable[[Path], Path], code: str, place: str, root: Path) -> None:
    put(root).chmod(0)
    for command in (("check",), ("build", *PLAIN)):
        exit_code, heard = said(root, *command)
        assert exit_code == 1, heard
        assert place in heard and f" {code}" in heard, heard
        assert "ermission denied" in heard, heard
    assert [path for path in (root / "out").rglob("*") if path.suffix == ".pptx"] == []


def built(root: Path) -> dict[str, str]:
    exit_code, heard = said(root, "build", *PLAIN)
    assert exit_code == 0, heard
    report(root).write_text(REPORT.replace("半年小结", "全年小结", 1).replace("完成 {{", "已完成 {{"), "utf-8")
    return digests(root / "out")


def test_a_folder_of_results_that_may_not_be_written_is_told_before_anything_is_built(root: Path) -> None:
    before = built(root)
    for folder in (root / "out" / "r", root / "out"):
        folder.chmod(0o555)
    exit_code, heard = said(root, "build", *PLAIN)
    assert (exit_code, "cannot write out" in heard) == (3, True), heard
    assert digests(root / "out") == before


def test_the_folder_of_a_report_that_may_not_be_written_keeps_its_files(root: Path) -> None:
    before = {name: digest for name, digest in built(root).items() if name.startswith("r/")}
    (root / "out" / "r").chmod(0o555)
    exit_code, heard = said(root, "build", *PLAIN)
    assert (exit_code, "cannot write out/r" in heard, "ermission denied" in heard) == (3, True, True), heard
    assert {name: digest for name, digest in digests(root / "out").items() if name.startswith("r/")} == before
    assert temporary_files(root / "out") == []


def test_a_result_that_is_marked_read_only_is_replaced_whole(root: Path) -> None:
    before = built(root)
    (file,) = (root / "out" / "r").glob("*.pptx")
    file.chmod(0o444)
    exit_code, heard = said(root, "build", *PLAIN)
    assert exit_code == 0, heard
    assert digests(root / "out") != before
    assert temporary_files(root / "out") == []


def test_records_of_earlier_runs_that_may_not_be_read_are_made_again(root: Path) -> None:
    built(root)
    for path in (root / "out" / ".debrief").rglob("*"):
        if path.is_file():
            path.chmod(0)
    exit_code, heard = said(root, "build", *PLAIN)
    assert exit_code == 0, heard


def test_a_finished_file_that_may_not_be_read_is_named(root: Path) -> None:
    built(root)
    (file,) = (root / "out" / "r").glob("*.pptx")
    file.chmod(0)
    exit_code, heard = said(root, "check", str(file))
    assert exit_code in {2, 3}, heard
    assert file.name in heard and "is not readable" in heard, heard


def test_a_report_folder_that_may_not_be_listed_is_told(root: Path) -> None:
    (root / "content" / "r").chmod(0)
    exit_code, heard = said(root, "check")
    assert exit_code in {1, 3, 5}, heard
    assert "content" in heard
