"""What became of one report of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Severity
from engine.base.errors import EngineError
from engine.base.records import dataclass
from engine.base.workspace import Workspace
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
        stopping = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return self.fault is None and not any(item.severity in stopping for item in self.diagnostics)

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
