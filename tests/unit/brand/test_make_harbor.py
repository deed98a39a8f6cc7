"""The delivered template is what its script makes, and holds no trace of where it was made."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT

FOLDER = BUILTIN_ROOT / "templates/pptx"


def test_the_script_makes_the_delivered_file(tmp_path: Path) -> None:
    made = tmp_path / "harbor.pptx"
    subprocess.run([sys.executable, str(FOLDER / "make_harbor.py"), str(made)], check=True, timeout=60)
    assert made.read_bytes() == (FOLDER / "harbor.pptx").read_bytes()


def test_it_is_a_template_and_nothing_else() -> None:
    with zipfile.ZipFile(FOLDER / "harbor.pptx") as package:
        names = package.namelist()
        stamps = {entry.date_time for entry in package.infolist()}
    assert not [name for name in names if "slides/" in name or "printerSettings" in name or "thumbnail" in name]
    assert names[0] == "[Content_Types].xml"
    assert stamps == {(1980, 1, 1, 0, 0, 0)}
