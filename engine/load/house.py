"""content/settings.yaml: what holds for every report of the workspace, unless a report says otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.base.diagnostics import Location
from engine.base.workspace import Workspace
from engine.load.includes import ContentFiles, expect_mapping
from engine.load.locate import MapNode
from engine.load.report_spec import HouseSpec
from engine.load.rules_spec import GRAVITIES, settings_by
from engine.load.validate import validate
from engine.model.settings import DEFAULT_SETTINGS, Gravity, Settings

SETTINGS_FILE = "content/settings.yaml"


def with_house_settings(tree: MapNode, files: ContentFiles) -> MapNode:
    """Return the report with the settings of the workspace that it does not make itself; mistakes in them are reported there."""
    path = files.workspace.root / SETTINGS_FILE
    if not path.is_file():
        return tree
    if not _says_anything(path):
        return tree
    settings = expect_mapping(files.read_path(path), files.findings)
    if settings is None:
        return tree
    checked = validate(settings, HouseSpec)
    files.findings.extend(checked.diagnostics)
    if checked.has_errors:
        return tree
    return replace(tree, entries=(*tree.entries, *(entry for entry in settings.entries if tree.get(entry.key) is None)))


def house_settings(workspace: Workspace) -> Settings:
    """Return what the workspace wants of any file; what is wrong with its settings is told where reports are checked."""
    path = workspace.root / SETTINGS_FILE
    if not path.is_file() or not _says_anything(path):
        return DEFAULT_SETTINGS
    files = ContentFiles(workspace, path.parent)
    tree = expect_mapping(files.read_path(path), files.findings)
    checked = None if tree is None else validate(tree, HouseSpec).value
    if checked is None:
        return DEFAULT_SETTINGS
    where = Location(workspace.relative(path))
    return settings_by(checked.rules, {code: Gravity(GRAVITIES[word], where) for code, word in checked.findings.items()})


def _says_anything(path: Path) -> bool:
    """Tell whether a file has more than comments: settings that are all commented out settle nothing, which is no mistake."""
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").splitlines()
    except OSError:  # which reading them says
        return True
    return any(line.strip() and not line.lstrip().startswith(b"#") for line in lines)
