"""A workspace that starts as a copy of what harbor is made of, to be damaged by the tests."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.base.workspace import BUILTIN_ROOT, Workspace

Rewrite = Callable[[bytes], bytes]


@pytest.fixture
def harbor(workspace: Workspace) -> Workspace:
    for file in ("assets/themes/harbor.yaml", "templates/pptx/harbor.yaml", "templates/pptx/harbor.pptx"):
        target = workspace.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BUILTIN_ROOT / file, target)
    return workspace


@pytest.fixture
def template(harbor: Workspace) -> Path:
    return harbor.root / "templates/pptx/harbor.pptx"


@pytest.fixture
def rewrite(template: Path) -> Callable[[Mapping[str, Rewrite]], Path]:
    """Return a function that changes parts of the template in place."""

    def change(parts: Mapping[str, Rewrite]) -> Path:
        with zipfile.ZipFile(template) as package:
            files = {name: package.read(name) for name in package.namelist()}
        with zipfile.ZipFile(template, "w") as package:
            for name, blob in files.items():
                package.writestr(name, parts[name](blob) if name in parts else blob)
        return template

    return change
