"""What is installed elsewhere works there: the wheel carries the built-in inputs, and the engine finds them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what an installer would unpack there."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("debrief-*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def ask(site: Path, folder: Path, expression: str) -> str:
    """Return what `expression` prints in a Python that knows the unpacked wheel and not this checkout."""
    code = f"import sys; sys.path.insert(0, {str(site)!r})\nfrom engine.base.workspace import BUILTIN_ROOT, Workspace\nprint({expression})"
    done = subprocess.run([sys.executable, "-S", "-I", "-c", code], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def files_below(folder: Path, *names: str) -> set[str]:
    files = (path for name in names for path in (folder / name).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in files}


def test_every_module_and_every_input_is_in_the_wheel(site: Path) -> None:
    inputs = {f"engine/_builtin/{name}" for name in files_below(ROOT, "templates", "assets", "content")}
    assert files_below(site, "engine") == files_below(ROOT, "engine") | inputs


def test_an_installed_engine_finds_its_inputs_from_any_folder(site: Path, tmp_path: Path) -> None:
    assert ask(site, tmp_path, "BUILTIN_ROOT") == str(site / "engine" / "_builtin")
    theme = ask(site, tmp_path, "Workspace.open().find_input('assets/themes/harbor.yaml')")
    assert theme == str(site / "engine" / "_builtin" / "assets" / "themes" / "harbor.yaml")
