"""What became of one report of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Severity
from engine.base.errors import EngineError
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.baseline.place import CODES
from engine.model.evidence import Shared
from engine.run_record import FileRecord, ReportRecord, Status


@dataclass(frozen=True, slots=True)
class Finished:
    """A report that was built, checked, found unchanged, or stopped.

    `name` is its folder below `out/`. `fault` is trouble outside the content, None when there was none. `files` are those that now stand
    there, of this build or, when it failed, of an earlier one; `formats` those that this build wrote, in the order it wrote them.
    `seconds` by verb. `strict`: warnings stop it too. `unchanged`: nothing that it is made of changed since the files were written.
    `shared` are the metrics that a checked report prints, for the checks of reports together.
    """

    folder: Path
    name: str
    title: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    fault: EngineError | None = None
    files: tuple[FileRecord, ...] = ()
    formats: tuple[str, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    slides: int = 0
    facts: int = 0
    strict: bool = False
    unchanged: bool = False
    shared: tuple[Shared, ...] = ()

    @property
    def ok(self) -> bool:
        return self.fault is None and not any(map(self.is_failed_by, self.diagnostics))

    def is_failed_by(self, item: Diagnostic) -> bool:
        """Tell whether a finding stops the report; how its pages differ from a baseline is for people to judge, who must see them."""
        if item.code in CODES:
            return False
        return item.is_error or (self.strict and item.severity is Severity.WARNING)

    @property
    def differs(self) -> bool:
        """Whether it is told that its pages are not those of its baseline."""
        return any(map(is_difference, self.diagnostics))

    @property
    def status(self) -> Status:
        if not self.ok:
            return Status.FAILED
        return Status.UNCHANGED if self.unchanged else Status.BUILT

    def record(self, workspace: Workspace) -> ReportRecord:
        return ReportRecord(
            name=self.name,
            title=self.title or self.name,
            folder=workspace.relative(self.folder),
            status=self.status,
            seconds=self.seconds,
            slides=self.slides,
            facts=self.facts,
            formats=self.formats,
            files=self.files,
            findings=self.diagnostics,
            fault=self.fault.message if self.fault else None,
        )


def is_difference(item: Diagnostic) -> bool:
    """Tell whether a finding says that pages are not those of a baseline, and is meant to be heard: the run then ends with 1."""
    return item.code in CODES and item.severity is not Severity.INFO
