"""The samples that the gate judges: every report below content/, built in every format, with what was planned for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.base.diagnostics import Severity
from engine.base.records import replace
from engine.pipeline import BuildRequest, plan_report
from engine.planned import Planned
from engine.project import BuildOptions, Finished, Pages, Project
from engine.writers import WRITERS


@dataclass(frozen=True, slots=True)
class Sample:
    """A report with its finished files, and its plan in both forms; `planned` is None when the build failed."""

    finished: Finished
    files: tuple[Path, ...]
    planned: Planned | None

    @property
    def name(self) -> str:
        return self.finished.name

    @property
    def findings(self) -> list[str]:
        """What our own build says: a sample has neither errors nor warnings."""
        said = [f"{item.where}: {item.code} {item.message.en}" for item in self.finished.diagnostics if item.severity is not Severity.INFO]
        return [*said, str(self.finished.fault)] if self.finished.fault else said


def built_samples(root: Path) -> Iterator[Sample]:
    """Build each report below content/, of a batch the first, in each format into out/, and plan it again for what the files should show."""
    project = Project.open(root)
    found = project.chosen()
    yield from (Sample(finished, (), None) for finished in found.stopped)
    firsts = {job.folder: job for job in reversed(found.jobs)}
    request, options = BuildRequest(WRITERS.names), BuildOptions(strict=True, pages=Pages.NONE)
    for finished in project.build(request=request, options=options, select=[job.name for job in firsts.values()]):
        suffixes = {f".{name}" for name in finished.formats}
        files = tuple(path for record in finished.files if (path := project.workspace.out / record.path).suffix in suffixes)
        planned = (
            plan_report(project.workspace, finished.folder, replace(request, member=firsts[finished.folder].member)) if files else None
        )
        yield Sample(finished, files, planned)
