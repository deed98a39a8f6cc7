"""What a process keeps of one report for the next is never seen in the results."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from engine.base.workspace import environment
from engine.pipeline import BuildRequest, build_report
from tests.support.builds import ROOT, workspace_of

ONE, OTHER = "campaign-autumn-2025", "weekly-review-en"
FRESH = """
import hashlib, json, sys
from pathlib import Path
from engine.pipeline import BuildRequest, build_report
from tests.support.builds import workspace_of
folder = Path(sys.argv[1])
result = build_report(workspace_of(folder), folder, BuildRequest(formats=("docx", "pdf")))
print(json.dumps([hashlib.sha256(artifact.blob).hexdigest() for artifact in result.artifacts]))
"""


def made(folder: Path) -> list[str]:
    result = build_report(workspace_of(folder), folder, BuildRequest(formats=("docx", "pdf")))
    assert result.artifacts, result.diagnostics
    return [hashlib.sha256(artifact.blob).hexdigest() for artifact in result.artifacts]


def made_elsewhere(folder: Path) -> list[str]:
    """Build in a process that has seen no other report."""
    command = [sys.executable, "-c", FRESH, str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=dict(environment()), capture_output=True, timeout=120, check=True)
    digests: list[str] = json.loads(done.stdout)
    return digests


def test_one_report_another_and_the_first_again_are_what_fresh_processes_make() -> None:
    one, other = ROOT / "content" / ONE, ROOT / "content" / OTHER
    first, second, again = made(one), made(other), made(one)
    assert first == again == made_elsewhere(one)
    assert second == made_elsewhere(other)


def replaced(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def restyled(path: Path) -> None:
    """Give the text styles of a Word template another spacing."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'w:before="260"', b'w:before="280"')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, blob in parts.items():
            package.writestr(name, blob)


CHANGES: tuple[Callable[[Path], None], ...] = (
    lambda root: replaced(root / "content" / ONE / "01-overview.md", "活动概述".encode(), "活动概况".encode()),
    lambda root: replaced(root / "content" / ONE / "metrics.yaml", "交易中台".encode(), "交易平台".encode()),
    lambda root: replaced(root / "content" / ONE / "data" / "products.csv", b"4.71", b"4.17"),
    lambda root: replaced(root / "assets/themes/harbor.yaml", b"1A6585", b"1A6586"),
    lambda root: restyled(root / "templates/docx/harbor.docx"),
)


def test_a_changed_file_is_seen_and_so_is_one_that_is_changed_back(tmp_path: Path) -> None:
    folder = tmp_path / "content" / ONE
    shutil.copytree(ROOT / "content" / ONE, folder)
    for name in ("templates", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    originals = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    versions = [made(folder)]
    for change in CHANGES:
        change(tmp_path)
        versions.append(made(folder))
        assert versions[-1][0] != versions[-2][0], "the document says or shows something else"
    assert versions[-1] == made_elsewhere(folder)
    for path, blob in originals.items():
        path.write_bytes(blob)
    assert made(folder) == versions[0]
