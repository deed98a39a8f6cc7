"""A workspace that holds a copy of what harbor's documents are made of, to be damaged by tests."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT, Workspace

FILES = ("assets/themes/harbor.yaml", "templates/docx/harbor.yaml", "templates/docx/harbor.docx")
Rewrite = Callable[[bytes], bytes]


def copy_harbor(workspace: Workspace) -> Workspace:
    for file in FILES:
        target = workspace.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BUILTIN_ROOT / file, target)
    return workspace


def template_of(workspace: Workspace) -> Path:
    return workspace.root / "templates/docx/harbor.docx"


def rewrite(template: Path, parts: Mapping[str, Rewrite], added: Mapping[str, bytes] | None = None) -> Path:
    """Change parts of a package in place, and add new ones."""
    with zipfile.ZipFile(template) as package:
        files = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(template, "w") as package:
        for name, blob in (files | dict(added or {})).items():
            package.writestr(name, parts[name](blob) if name in parts else blob)
    return template


def edit_contract(workspace: Workspace, old: str, new: str) -> None:
    contract = workspace.root / "templates/docx/harbor.yaml"
    text = contract.read_text(encoding="utf-8")
    assert old in text
    contract.write_text(text.replace(old, new), encoding="utf-8")
