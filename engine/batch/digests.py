"""Digests of what reports are made of: equal digests, equal files.

What every report depends on is one digest: our own code, the libraries beside it, themes, templates, fonts, and what the command line says.
Content files, pictures and the records of tables are digested for each report.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from engine.base.records import dataclass
from engine.base.shared import digest_of
from engine.base.workspace import BUILTIN_ROOT, PACKAGE, Workspace
from engine.batch.job import Site
from engine.layout.font_files import font_files, font_folders
from engine.load.house import SETTINGS_FILE
from engine.load.rows_digest import rows_digest
from engine.model.tables import DataTable
from engine.pipeline import Inputs

LOOK = ("assets", "templates")
"""Folders whose every file may change how a report looks."""
ABSENT = ""
"""The digest of a file that is not there."""
_NO_CODE = frozenset({"__pycache__", "_builtin"})


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What one report was made of. `files` and `tables` have digests by path below the root and by name; `member` is that of its row.

    `data` has the digests of the files that the tables were read from: as long as all of them stand, so do the records. It is empty where
    a table was asked of a database.
    """

    settings: str
    files: Mapping[str, str]
    tables: Mapping[str, str]
    member: str
    data: Mapping[str, str] = field(default_factory=dict)


def settings_digest(site: Site) -> str:
    """Return the digest of what every report of a run depends on."""
    workspace = site.workspace
    parts = {
        "engine": digest_of_files(_code(), workspace),
        "libraries": sorted(_installed()),
        "python": platform.python_version(),
        "look": digest_of_files(_look(workspace), workspace),
        "fonts": [_size_and_time(path) for path in font_files(font_folders(workspace))],
        "asked": [site.formats, sorted(site.overrides.items()), site.pages and site.pages.value, site.against],
    }
    return _short(json.dumps(parts, ensure_ascii=False).encode())


def reading_digest(workspace: Workspace) -> str:
    """Return the digest of what decides how a file becomes a table: our readers with all that they import, and the libraries."""
    readers = sorted(path for part in ("base", "model", "sources") for path in (PACKAGE / part).rglob("*.py"))
    files = [*readers, PACKAGE / "load" / "table_store.py"]
    return _short(json.dumps([digest_of_files(files, workspace), sorted(_installed()), platform.python_version()]).encode())


def _size_and_time(path: Path) -> str:
    """Describe a font file, which may have 20 MiB and belong to the system."""
    stat = path.stat()
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Yield the name and version of every distribution beside us: the names of their folders say both."""
    for folder in dict.fromkeys(sys.path):
        if folder and Path(folder).is_dir():
            yield from (path.name for path in Path(folder).glob("*.dist-info"))


def _code() -> Iterator[Path]:
    """Yield every file of ours that is at work: modules, and what they read beside themselves. `_builtin` has the look, and examples."""
    for path in sorted(PACKAGE.rglob("*")):
        if not _NO_CODE.intersection(path.relative_to(PACKAGE).parts) and path.is_file():
            yield path


def _look(workspace: Workspace) -> Iterator[Path]:
    for root in dict.fromkeys((workspace.root, BUILTIN_ROOT)):
        for folder in LOOK:
            yield from sorted(path for path in (root / folder).rglob("*") if path.is_file())


def digest_of_files(paths: Iterable[Path], workspace: Workspace) -> str:
    """Return one digest of the names and bytes of some files; of one that may not be read only the name."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(f"{_place(path, workspace)}\0".encode())
        whole.update(digest_of_file(path).encode())
    return whole.hexdigest()


def _place(path: Path, workspace: Workspace) -> str:
    """Return where a file stands below the root or the built-in one, links not followed: there are hundreds of files."""
    return next((path.relative_to(base).as_posix() for base in (workspace.root, BUILTIN_ROOT) if path.is_relative_to(base)), path.name)


def digest_of_file(path: Path) -> str:
    """Return the digest of a file, ABSENT when it is not there."""
    try:
        return digest_of(path).hex()
    except OSError:
        return ABSENT


def digest_of_table(table: DataTable) -> str:
    """Return the digest of a table: its records and the cells they stand in, and what was noticed when it was read."""
    strays = [None if column.stray is None else [column.stray.text, str(column.stray.where)] for column in table.columns]
    noticed = [table.name, table.encoding, [[note.zh, note.en] for note in table.notes], strays]
    return _short(f"{rows_digest(table)}{json.dumps(noticed, ensure_ascii=False)}".encode())


def made_of(site: Site, inputs: Inputs, member: DataTable | None) -> MadeOf | None:
    """Return what a report was made of; None when a file was changed since the run began: it may not be what was read."""
    workspace = site.workspace
    files, data = (*inputs.files, workspace.root / SETTINGS_FILE), _data_files(inputs, workspace)
    if any(_changed_at(path) > site.started for path in (*files, *data)):
        return None  # at the very tick of the start it changed before we read: digesting all that reports share takes longer than a tick
    return MadeOf(
        site.settings,
        {_name(path, workspace): digest_of_file(path) for path in files},
        {name: digest_of_table(table) for name, table in inputs.tables.items()},
        "" if member is None else digest_of_table(member),
        {_name(path, workspace): _digest_of_data(path, _changed_at(path)) for path in data},
    )


def _data_files(inputs: Inputs, workspace: Workspace) -> tuple[Path, ...]:
    """Return the files that the tables were read from; nothing when one was not read from a file below the root."""
    paths = tuple(dict.fromkeys(workspace.root / table.file for table in inputs.tables.values()))
    return paths if all(path.is_file() for path in paths) else ()


@lru_cache(maxsize=256)
def _digest_of_data(path: Path, _changed: int) -> str:
    """Return the digest of a file that many reports of a process take records from."""
    return digest_of_file(path)


def _changed_at(path: Path) -> int:
    """Return when the file system says that a file was last changed, in ns; 0 for one that is not there.

    That is not the time which programs may set, and which unpacked or synchronised files bring along, even from the future. Windows has
    only that one.
    """
    try:
        stat = path.stat()
    except OSError:
        return 0
    return stat.st_mtime_ns if os.name == "nt" else stat.st_ctime_ns


def _name(path: Path, workspace: Workspace) -> str:
    return path.relative_to(workspace.root).as_posix() if path.is_relative_to(workspace.root) else str(path)


def _short(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()
