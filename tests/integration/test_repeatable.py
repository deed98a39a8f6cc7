"""The same input gives the same bytes: elsewhere, at another time, in another locale, with other hash seeds."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from engine.base.workspace import environment
from engine.model.report import PdfMaker
from engine.pipeline import build_report, plan_report
from tests.support.builds import ROOT, Built, workspace_of
from tests.support.pdf_by import pdf_by

ELSEWHERE = """
import datetime as dt, hashlib, json, sys
from pathlib import Path
from engine.base.workspace import Workspace
from engine.base.workspace import environment
from engine.pipeline import build_report
root = Path(sys.argv[1])
result = build_report(Workspace(root, root / "out", dt.date(2031, 2, 3)), root / "content" / sys.argv[2])
print(json.dumps({artifact.file_name: hashlib.sha256(artifact.blob).hexdigest() for artifact in result.artifacts}))
"""
OTHER_TIMES = {"PYTHONHASHSEED": "20250708", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "86400"}


def digests(built: Built) -> dict[str, str]:
    return {artifact.file_name: hashlib.sha256(artifact.blob).hexdigest() for artifact in built.result.artifacts}


def copied(built: Built, root: Path) -> Path:
    """Copy a report's folder into another workspace, with files as old as the hills."""
    folder = root / "content" / built.folder.name
    shutil.copytree(built.folder, folder)
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return folder


def test_in_another_folder_at_another_time_in_another_process(built: Built, tmp_path: Path) -> None:
    root = tmp_path / "另一个 地方" / "w"
    copied(built, root)
    variables = {**environment(), **OTHER_TIMES, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", ELSEWHERE, str(root), built.folder.name]
    done = subprocess.run(command, capture_output=True, env=variables, cwd=tmp_path, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == digests(built)


@pytest.mark.parametrize("maker", PdfMaker)
def test_a_pdf_by_either_engine_a_second_time(small: Built, maker: PdfMaker) -> None:
    first, second = (pdf_by(maker, plan_report(small.workspace, small.folder), small.workspace) for _ in range(2))
    assert first == second


def test_typst_draws_the_same_bytes_in_another_process(small: Built, tmp_path: Path) -> None:
    root = tmp_path / "另一个 地方" / "w"
    folder = copied(small, root)
    content = folder / "report.yaml"
    content.write_text(content.read_text("utf-8").replace("formats: [pptx, pdf]", "formats: [pdf]\npdf: {engine: typst}"), "utf-8")
    here = build_report(workspace_of(folder), folder)
    variables = {**environment(), **OTHER_TIMES, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "RAYON_NUM_THREADS": "1"}
    command = [sys.executable, "-c", ELSEWHERE, str(root), folder.name]
    done = subprocess.run(command, capture_output=True, env=variables, cwd=tmp_path, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == {each.file_name: hashlib.sha256(each.blob).hexdigest() for each in here.artifacts}


def test_a_second_time_in_the_same_process(small: Built) -> None:
    again = build_report(workspace_of(small.folder), small.folder)
    assert [artifact.blob for artifact in again.artifacts] == [artifact.blob for artifact in small.result.artifacts]
