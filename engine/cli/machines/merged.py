"""Findings of several reports, each once, with the reports that have it: a batch has one content, and a mistake in it is one mistake."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from engine.base.diagnostics import Diagnostic, sorted_diagnostics
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.render_diagnostics import Excerpts
from engine.load.content import REPORT_FILE


@dataclass(frozen=True, slots=True)
class Merged:
    """A finding and the names of the reports that have it.

    `file` is where it is told, relative to the repository: its own file, or the report's where it has none. `mark` stays the same while the
    finding does, wherever its line moves, and in either language.
    """

    item: Diagnostic
    reports: tuple[str, ...]
    file: str
    mark: str


def merged(finished: Sequence[Finished], workspace: Workspace, prefix: str = "") -> tuple[Merged, ...]:
    """Return the findings in reading order. `prefix` is the folder of the workspace in its repository, empty or ending in a slash."""
    names: dict[Diagnostic, list[str]] = {}
    homes: dict[Diagnostic, Finished] = {}
    for report in finished:
        for item in dict.fromkeys(report.diagnostics):
            names.setdefault(item, []).append(report.name)
            homes.setdefault(item, report)
    found = sorted_diagnostics(names)
    files = [item.where.file or file_of(homes[item], workspace) for item in found]
    marks = _marks(zip(found, files, strict=True), Excerpts.of(workspace))
    return tuple(Merged(item, tuple(names[item]), prefix + file, mark) for item, file, mark in zip(found, files, marks, strict=True))


def file_of(report: Finished, workspace: Workspace) -> str:
    """Return the file that a report is: its report.yaml, or the finished file that was checked."""
    place = workspace.relative(report.folder)
    return place if report.folder.is_file() else f"{place}/{REPORT_FILE}"


def _marks(found: Iterable[tuple[Diagnostic, str]], excerpts: Excerpts) -> list[str]:
    """Return what tells findings apart without line numbers: code, file, cell, the line's words, the message, and which of equal ones it is."""
    seen: Counter[str] = Counter()
    marks = []
    for item, file in found:
        line = excerpts.line(item.where)
        said = "\0".join((item.code, file, item.where.cell, "" if line is None else " ".join(line.split()), item.message.en))
        seen[said] += 1
        marks.append(hashlib.sha256(f"{said}\0{seen[said]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return marks
