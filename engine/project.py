"""The Python API: a workspace with its reports, checked and built like the commands do.

    from engine import Project
    project = Project.open(".")
    for result in project.build(formats=("pptx", "pdf")):
        print(result.title, result.has_errors)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.load.source import REPORT_FILE
from engine.pipeline import BuildRequest, ReportResult, build_report, check_report


class NothingSelected(UsageError):
    """No report matches what was asked for."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class Project:
    """Everything below one workspace root."""

    workspace: Workspace

    @classmethod
    def open(cls, root: str | Path | None = None, out: Path | None = None) -> Self:
        return cls(Workspace.open(Path(root) if root is not None else None, out))

    def reports(self, paths: Sequence[Path] = ()) -> tuple[Path, ...]:
        """Return the report folders at or below `paths`; without paths all below `content/`, or the root itself if it is a report.

        Raises NothingSelected when there is none.
        """
        roots = paths or ((self.workspace.root / "content",) if (self.workspace.root / "content").is_dir() else (self.workspace.root,))
        found = tuple(dict.fromkeys(folder for root in roots for folder in _report_folders(root)))
        if not found:
            named = "、".join(str(path) for path in roots)
            raise NothingSelected(
                f"“{named}”里没有报告（缺 {REPORT_FILE}）",
                f"there is no report in {', '.join(str(path) for path in roots)} (no {REPORT_FILE})",
            )
        return found

    def check(self, paths: Sequence[Path] = (), overrides: Mapping[str, str] | None = None) -> Iterator[ReportResult]:
        """Yield the findings of each report, without writing anything."""
        for folder in self.reports(paths):
            yield check_report(self.workspace, folder, overrides)

    def build(self, paths: Sequence[Path] = (), request: BuildRequest | None = None) -> Iterator[ReportResult]:
        """Build each report, write what came out of it, and yield its result. A report with errors writes nothing: its old files stay."""
        for folder in self.reports(paths):
            result = build_report(self.workspace, folder, request)
            self.write(result)
            yield result

    def write(self, result: ReportResult) -> tuple[Path, ...]:
        """Write the artifacts of a report below `out/<report>/`, each atomically. Raises EnvironmentFault when the disk refuses."""
        written = []
        for artifact in result.artifacts:
            path = self.workspace.out / result.name / artifact.file_name
            self.workspace.write_atomically(path, artifact.blob)
            written.append(path)
        return tuple(written)


def _report_folders(root: Path) -> Iterator[Path]:
    if root.is_file() and root.name == REPORT_FILE:
        yield root.parent.resolve()
        return
    if (root / REPORT_FILE).is_file():
        yield root.resolve()
        return
    yield from sorted(path.parent.resolve() for path in root.rglob(REPORT_FILE) if path.is_file())
