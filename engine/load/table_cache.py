"""Long tables read once for all processes: the first that reads a file keeps the table, the others open what it kept.

A kept table is named by what it was made of: the bytes of the file, how the content describes it, and the version of the engine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from engine.base.diagnostics import Location, Outcome
from engine.base.workspace import OutsideRoot, Workspace
from engine.load.table_store import open_table, to_bytes
from engine.model.tables import DataTable
from engine.sources import limits
from engine.sources.definition import NOTHING_AROUND, Around
from engine.sources.read import read_table
from engine.sources.spec import TableSpec

SUFFIX = ".table"
_CHUNK = 1 << 20


class TableCache:
    """Reads tables as `read_table` does; long ones are kept in `folder`.

    `version`, asked with the first long table, is of whatever decides how a file is read; `keeps` False: what others kept is opened, and
    nothing is written.
    """

    def __init__(self, workspace: Workspace, folder: Path, version: Callable[[], str], *, keeps: bool = True) -> None:
        self._workspace, self._folder, self._version, self._keeps = workspace, folder, version, keeps
        self._opened: dict[str, Outcome[DataTable]] = {}
        self._digests: dict[tuple[Path, int, int], str] = {}

    def read(self, folder: Path, name: str, spec: TableSpec, where: Location, around: Around = NOTHING_AROUND) -> Outcome[DataTable]:
        """Return the table `name` that a content file in `folder` describes at `where`, with the findings of its first reading."""
        file = self._long_file(folder, spec)
        if file is None:
            return read_table(self._workspace, folder, name, spec, where, around)
        described, key = self._key(file, folder, name, spec, around)
        if key not in self._opened:
            path = self._folder / f"{described}-{key}{SUFFIX}"
            opened = open_table(path)
            if opened is None:
                table = read_table(self._workspace, folder, name, spec, where, around)
                opened = self._kept(path, table) if self._keeps and self._is_as_digested(file) else table
            self._opened[key] = opened
        return self._opened[key]

    def _kept(self, path: Path, table: Outcome[DataTable]) -> Outcome[DataTable]:
        """Keep a table when nothing is wrong with it but what its own cells say, and return it as the others will open it."""
        if table.value is None or table.has_errors or any(not item.where.cell for item in table.diagnostics):
            return table
        try:
            self._workspace.write_atomically(path, to_bytes(table.value, table.diagnostics))
        except OSError:  # no room, no right to write: the table was read all the same
            return table
        for older in path.parent.glob(f"{path.name.partition('-')[0]}-*{SUFFIX}"):
            if older != path:
                with suppress(OSError):  # another process may have removed it, or have it open
                    older.unlink()
        return open_table(path) or table

    def _long_file(self, folder: Path, spec: TableSpec) -> Path | None:
        """Return the file that is worth keeping, None for short ones, databases and rows in the content."""
        if spec.file is None:
            return None
        try:
            path = self._workspace.inside(folder, spec.file)
            size = path.stat().st_size
        except (OutsideRoot, OSError, ValueError):  # which `read_table` says
            return None
        return path if limits.LONG_BYTES <= size <= limits.MAX_FILE_BYTES else None

    def _key(self, file: Path, folder: Path, name: str, spec: TableSpec, around: Around) -> tuple[str, str]:
        """Return digests of what the content says about the table, and of that with the file and the engine."""
        assert spec.file is not None, "a long file has a name"
        end = str(around.period_end) if spec.contract is not None else ""
        shown = self._workspace.relative(folder / spec.file)
        described = json.dumps([name, shown, end, spec.model_dump(mode="json", exclude={"where"})], ensure_ascii=False, sort_keys=True)
        whole = json.dumps([described, self._version(), self._digest(file)])
        return hashlib.sha256(described.encode()).hexdigest()[:16], hashlib.sha256(whole.encode()).hexdigest()[:32]

    def _is_as_digested(self, file: Path) -> bool:
        """Tell whether a file is still the one that was digested, so that what was read of it may bear that name."""
        try:
            return _state(file) in self._digests
        except OSError:
            return False

    def _digest(self, file: Path) -> str:
        known = _state(file)
        if known not in self._digests:
            whole = hashlib.sha256()
            with file.open("rb") as stream:
                while piece := stream.read(_CHUNK):
                    whole.update(piece)
            self._digests[known] = whole.hexdigest()
        return self._digests[known]


def _state(file: Path) -> tuple[Path, int, int]:
    stat = file.stat()
    return file, stat.st_size, stat.st_mtime_ns
