"""A report against its baseline: the findings, and the page that shows what changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Location
from engine.base.workspace import Workspace
from engine.baseline.changes_page import changes_page
from engine.baseline.compare import compare
from engine.baseline.look import Look
from engine.baseline.store import TEXTS, paths_in, read
from engine.baseline.told import damaged, findings, nothing_approved


def judged(
    current: Look, folder: Path, workspace: Workspace, at: Location, palette: Mapping[str, str]
) -> tuple[tuple[Diagnostic, ...], bytes | None]:
    """Return the findings, and the page of changes, None when nothing changed or nothing was approved. `at` is the report's own place.
    Raises OutsideRoot when a link leads the baseline out of the workspace.
    """
    workspace.inside(folder, TEXTS)  # a link may not lead it elsewhere
    file = workspace.relative(folder / TEXTS)
    try:
        approved = read(folder)
    except ValueError as trouble:
        (line,) = trouble.args if isinstance(trouble.args[0], int) else (1,)
        return (damaged(file, line),), None
    if approved is None:
        return (nothing_approved(at),), None
    differences = compare(approved, current)
    if not differences:
        return (), None
    return tuple(findings(differences, approved.pages, file)), changes_page(differences, palette)


def inputs(folder: Path) -> tuple[Path, ...]:
    """Return the files that a judgement rests on, also where nothing was approved yet."""
    return paths_in(folder)
