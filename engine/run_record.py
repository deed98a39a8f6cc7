"""out/run.json: what the last run made of each report, and which files are ours. CI reads it, never the log.

Reports stand in the order of their names, files in that of their paths, so two runs differ in `seconds` alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase, Severity
from engine.base.records import dataclass

RUN_FILE = "run.json"
VERSION = 2


class Status(Enum):
    """UNCHANGED: an earlier build made it of the same. FAILED: errors stopped it; files of an earlier run then still stand."""

    BUILT = "built"
    UNCHANGED = "unchanged"
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
    formats: tuple[str, ...] = ()
    files: tuple[FileRecord, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    fault: Phrase | None = None

    def entry(self) -> dict[str, object]:
        """Return the record as JSON has it."""
        return {
            "name": self.name,
            "title": self.title,
            "folder": self.folder,
            "status": self.status.value,
            "seconds": {verb: round(seconds, 3) for verb, seconds in self.seconds.items()},
            "slides": self.slides,
            "facts": self.facts,
            "formats": list(self.formats),
            "files": [{"path": file.path, "sha256": file.sha256, "size": file.size} for file in sorted(self.files)],
            "findings": [_finding(item) for item in self.findings],
            "fault": None if self.fault is None else _phrase(self.fault),
        }

    @classmethod
    def read(cls, entry: Mapping[str, Any]) -> ReportRecord:
        """Return the record of an entry. Raises LookupError, TypeError or ValueError when it is none, or names a file elsewhere."""
        files = tuple(FileRecord(file["path"], file["sha256"], file["size"]) for file in entry["files"])
        if not all(stays_inside(file.path) for file in files):
            raise ValueError("a recorded file lies outside the folder of the results")
        return cls(
            name=entry["name"],
            title=entry["title"],
            folder=entry["folder"],
            status=Status(entry["status"]),
            seconds=entry["seconds"],
            slides=entry["slides"],
            facts=entry["facts"],
            formats=tuple(entry["formats"]),
            files=files,
            findings=tuple(_read_finding(item) for item in entry["findings"]),
            fault=None if entry["fault"] is None else Phrase(entry["fault"]["zh"], entry["fault"]["en"]),
        )


@dataclass(frozen=True, slots=True)
class RunRecord:
    """`reports` of the last run, and by name the files that earlier runs left of reports which it did not touch."""

    reports: tuple[ReportRecord, ...] = ()
    earlier: Mapping[str, tuple[FileRecord, ...]] = field(default_factory=dict)

    def to_json(self) -> bytes:
        reports = sorted(self.reports, key=lambda report: report.name)
        counts = {status.value: sum(report.status is status for report in reports) for status in Status}
        earlier = [{"name": name, "files": [file.path for file in sorted(files)]} for name, files in sorted(self.earlier.items())]
        record = {"version": VERSION, **counts, "reports": [report.entry() for report in reports], "earlier": earlier}
        return f"{json.dumps(record, ensure_ascii=False, indent=1)}\n".encode()


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
        "end_column": where.end_column,
        "cell": where.cell,
    }


def _read_finding(item: Mapping[str, Any]) -> Diagnostic:
    where = Location(item["file"], item["line"], item["column"], item["end_column"], item["cell"])
    hint = None if item["hint"] is None else Phrase(item["hint"]["zh"], item["hint"]["en"])
    return Diagnostic(item["code"], Severity(item["severity"]), Phrase(item["message"]["zh"], item["message"]["en"]), where, hint)


def _phrase(phrase: Phrase) -> dict[str, str]:
    return {"zh": phrase.in_(Language.ZH), "en": phrase.in_(Language.EN)}


def stays_inside(path: str) -> bool:
    """Tell whether a recorded path, as it is written, lies below the out folder: a record may have been edited."""
    starts_elsewhere = path.startswith("/") or path[1:2] == ":"  # the root, or a drive of Windows
    return bool(path) and not starts_elsewhere and "\0" not in path and "\\" not in path and ".." not in path.split("/")
