"""out/run.json: what the last run made of each report, and which files are ours. CI reads it, never the log.

Reports stand in the order of their names, files in that of their paths, so two runs differ in `seconds` alone. A record that cannot be
read counts as none: nothing is then known to be ours, so nothing is removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Any

from engine.base.diagnostics import Diagnostic, Language, Phrase
from engine.base.records import dataclass
from engine.base.workspace import Workspace

RUN_FILE = "run.json"
VERSION = 1


class Status(Enum):
    """FAILED: errors (or warnings of a strict run, or trouble outside the content) stopped it; files of an earlier run then still stand."""

    BUILT = "built"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, order=True)
class FileRecord:
    """A file that we wrote. `path` is relative to the out folder, with forward slashes; `size` in bytes."""

    path: str
    sha256: str
    size: int

    @classmethod
    def of(cls, path: str, blob: bytes) -> FileRecord:
        return cls(path, hashlib.sha256(blob).hexdigest(), len(blob))


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """What a run made of one report. `folder` is relative to the root; `fault` is trouble outside the content, None when there was none."""

    name: str
    title: str
    folder: str
    status: Status
    seconds: Mapping[str, float] = field(default_factory=dict)
    slides: int = 0
    facts: int = 0
    files: tuple[FileRecord, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    fault: Phrase | None = None


@dataclass(frozen=True, slots=True)
class RunRecord:
    """`reports` of the last run, and by name the files that earlier runs left of reports which it did not touch."""

    reports: tuple[ReportRecord, ...] = ()
    earlier: Mapping[str, tuple[FileRecord, ...]] = field(default_factory=dict)

    def to_json(self) -> bytes:
        reports = sorted(self.reports, key=lambda report: report.name)
        built = sum(report.status is Status.BUILT for report in reports)
        record = {
            "version": VERSION,
            "built": built,
            "failed": len(reports) - built,
            "reports": [_report(report) for report in reports],
            "earlier": [{"name": name, "files": _files(files)} for name, files in sorted(self.earlier.items())],
        }
        return f"{json.dumps(record, ensure_ascii=False, indent=2)}\n".encode()


def _report(report: ReportRecord) -> dict[str, object]:
    return {
        "name": report.name,
        "title": report.title,
        "folder": report.folder,
        "status": report.status.value,
        "seconds": {verb: round(seconds, 3) for verb, seconds in report.seconds.items()},
        "slides": report.slides,
        "facts": report.facts,
        "files": _files(report.files),
        "findings": [_finding(item) for item in report.findings],
        "fault": None if report.fault is None else _phrase(report.fault),
    }


def _files(files: Iterable[FileRecord]) -> list[dict[str, object]]:
    return [{"path": file.path, "sha256": file.sha256, "size": file.size} for file in sorted(files)]


def _finding(item: Diagnostic) -> dict[str, object]:
    where = item.where
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": _phrase(item.message),
        "hint": None if item.hint is None else _phrase(item.hint),
        "file": where.file,
        "line": where.line,
        "column": where.column,
        "cell": where.cell,
    }


def _phrase(phrase: Phrase) -> dict[str, str]:
    return {"zh": phrase.in_(Language.ZH), "en": phrase.in_(Language.EN)}


def files_of_earlier_runs(workspace: Workspace) -> dict[str, tuple[FileRecord, ...]]:
    """Return the files that run.json says are ours, by report; empty when there is no record, or none that can be read."""
    try:
        record = json.loads((workspace.out / RUN_FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(record, dict) or record.get("version") != VERSION:
        return {}
    entries = [entry for key in ("reports", "earlier") for entry in _list(record.get(key))]
    return {
        entry["name"]: tuple(_read_files(entry, workspace)) for entry in entries if isinstance(entry, dict) and _is_name(entry.get("name"))
    }


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _read_files(entry: dict[str, Any], workspace: Workspace) -> Iterable[FileRecord]:
    for file in _list(entry.get("files")):
        match file:
            case {"path": str(path), "sha256": str(digest), "size": int(size)} if _stays_inside(path, workspace.out):
                yield FileRecord(path, digest, size)


def _stays_inside(path: str, out: Path) -> bool:
    """Tell whether a recorded path lies below the out folder: a record may have been edited, and `clean` removes what it names."""
    if not path or "\0" in path or Path(path).is_absolute():
        return False
    return (out / path).resolve().is_relative_to(out.resolve())
