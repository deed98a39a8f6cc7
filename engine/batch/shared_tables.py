"""Where the long tables of a run are kept, so that each is read once and not by every process."""

from __future__ import annotations

from pathlib import Path

from engine.base.workspace import Workspace
from engine.batch.digests import reading_digest
from engine.batch.job import Site
from engine.batch.kept import FOLDER
from engine.load.table_cache import SUFFIX, TableCache


def table_cache(site: Site) -> TableCache:
    """Return the door to the kept tables; only a run that holds the folder of the results adds to them."""
    return TableCache(site.workspace, _folder(site.workspace), lambda: reading_digest(site.workspace), keeps=site.started > 0)


def remove_kept_tables(workspace: Workspace) -> None:
    """Remove the kept tables, and their folder when nothing else is in it."""
    folder = _folder(workspace)
    for path in folder.glob(f"*{SUFFIX}"):
        path.unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _folder(workspace: Workspace) -> Path:
    return workspace.out / FOLDER / "tables"
