"""What earlier runs left: for each report one small file in `out/.debrief/`, written with the report and read before the next build.

A kept record is the last file of its report to get its name. So files of the recorded size that are not younger than it are those that it
speaks of; others are compared by their digest.

Its first line is the digest of the rest: a record that was damaged or edited counts as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.batch.digests import MadeOf, digest_of_file
from engine.run_record import FileRecord, ReportRecord

FOLDER, SUFFIX = ".debrief", ".kept"
VERSION = 2


@dataclass(frozen=True, slots=True)
class Kept:
    """`made_of` is None for a report that failed, or whose files changed while it was built; `written` is the time of the record in ns."""

    report: ReportRecord
    made_of: MadeOf | None
    written: int = 0

    def to_bytes(self) -> bytes:
        entry = {"version": VERSION, "report": self.report.entry(), "made_of": None if self.made_of is None else asdict(self.made_of)}
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
        return b"%s\n%s" % (_checksum(text), text)

    def stands(self, out: Path) -> bool:
        """Tell whether every file of the report is there as it was written."""
        return all(_is_as_written(file, out, self.written) for file in self.report.files)


def _is_as_written(file: FileRecord, out: Path, written: int) -> bool:
    path = out / file.path
    try:
        stat = path.lstat()
    except OSError:
        return False
    if stat.st_size != file.size:
        return False
    return stat.st_mtime_ns <= written or digest_of_file(path) == file.sha256


def place_of(name: str) -> str:
    """Return where the record of a report is kept, relative to the out folder."""
    return f"{FOLDER}/{hashlib.sha256(name.encode()).hexdigest()[:24]}{SUFFIX}"


def kept_of(workspace: Workspace, name: str) -> Kept | None:
    """Return what is kept of a report; None when there is nothing, or nothing that can be read."""
    return _read(workspace.out / place_of(name))


def all_kept(workspace: Workspace, besides: Collection[str] = ()) -> Iterator[tuple[Path, Kept]]:
    """Yield every kept record with its file, but for those of the reports of some names, which are not even read."""
    passed_over = {place_of(name) for name in besides}
    for path in sorted((workspace.out / FOLDER).glob(f"*{SUFFIX}")):
        kept = None if f"{FOLDER}/{path.name}" in passed_over else _read(path)
        if kept is not None:
            yield path, kept


def _read(path: Path) -> Kept | None:
    try:
        written = path.lstat().st_mtime_ns
        checksum, _, text = path.read_bytes().partition(b"\n")
        entry = json.loads(text) if checksum == _checksum(text) else None
        if entry is None or entry["version"] != VERSION:
            return None
        return Kept(ReportRecord.read(entry["report"]), _made_of(entry["made_of"]), written)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _checksum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def _made_of(entry: Mapping[str, Any] | None) -> MadeOf | None:
    return None if entry is None else MadeOf(entry["settings"], entry["files"], entry["tables"], entry["member"], entry["data"])
