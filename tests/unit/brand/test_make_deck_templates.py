"""The delivered templates are what their scripts make, and hold no trace of where they were made."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT
from tests.gate.office import audit_findings

FOLDER = BUILTIN_ROOT / "templates/pptx"
NAMES = sorted(path.stem for path in FOLDER.glob("*.pptx"))


def test_there_is_a_script_for_each() -> None:
    assert [path.stem for path in sorted(FOLDER.glob("make_*.py"))] == [f"make_{name}" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_the_script_makes_the_delivered_file(name: str, tmp_path: Path) -> None:
    made = tmp_path / f"{name}.pptx"
    subprocess.run([sys.executable, str(FOLDER / f"make_{name}.py"), str(made)], check=True, timeout=60)
    assert made.read_bytes() == (FOLDER / f"{name}.pptx").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_template_and_nothing_else(name: str) -> None:
    with zipfile.ZipFile(FOLDER / f"{name}.pptx") as package:
        names = package.namelist()
        stamps = {entry.date_time for entry in package.infolist()}
    assert not [name for name in names if "slides/" in name or "printerSettings" in name or "thumbnail" in name]
    assert names[0] == "[Content_Types].xml"
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_clean(name: str) -> None:
    assert audit_findings(FOLDER / f"{name}.pptx") == []
