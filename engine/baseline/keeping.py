"""A look becomes the baseline of its report: files that differ are written, pictures of pages that are gone are removed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from engine.base.disk import disk_trouble
from engine.base.records import dataclass, replace
from engine.base.workspace import Workspace
from engine.baseline.compare import kept_pictures
from engine.baseline.look import Look
from engine.baseline.store import files_of, read, stale


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done to a folder: files that were written, and those that were removed."""

    written: Mapping[Path, bytes]
    removed: tuple[Path, ...]


def keep(look: Look, folder: Path, workspace: Workspace) -> Kept:
    """Write a look; what is as it was approved is left alone. A damaged baseline is written anew. Raises EnvironmentFault for a full disk."""
    try:
        approved = read(folder)
    except ValueError:
        approved = None
    if approved is not None:
        look = replace(look, pictures=kept_pictures(approved, look))
    files = {folder / name: blob for name, blob in files_of(look).items()}
    changed = {path: blob for path, blob in files.items() if not path.is_file() or path.read_bytes() != blob}
    gone = stale(folder, look)
    with disk_trouble(folder, workspace):
        workspace.write_together(changed)
        for path in gone:
            path.unlink()
    return Kept(changed, gone)
