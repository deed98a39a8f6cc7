"""The Python API: a workspace with its reports, checked and built like the commands do.

from engine import Project
project = Project.open(".")
for report in project.build(request=BuildRequest(formats=("pptx", "pdf"))):
    print(report.title, report.ok, [file.path for file in report.files])
"""

from __future__ import annotations

import os
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Self

from engine.base.diagnostics import Diagnostic, Phrase, Severity
from engine.base.errors import EngineError, UsageError
from engine.base.memory import is_out_of_memory, out_of_memory
from engine.base.records import dataclass, replace
from engine.base.registry import nearest
from engine.base.workspace import Workspace
from engine.load.source import REPORT_FILE
from engine.out_folder import page_pictures, prepared, write_record, write_report
from engine.pipeline import BuildRequest, ReportResult, build_report, check_report
from engine.run_record import FileRecord, ReportRecord, RunRecord, Status, files_of_earlier_runs

__all__ = ["BuildOptions", "BuildRequest", "Finished", "NothingSelected", "Project"]

PAGES_VERB = "pages"
Watch = Callable[[str, str], None]
"""Told the report and the verb that begins: for progress displays."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """`strict`: warnings stop a report too. `pages`: picture every page of the PDF, and all on one contact sheet."""

    strict: bool = False
    pages: bool = True


_USUAL = BuildOptions()


class NothingSelected(UsageError):
    """No report matches what was asked for."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of one report.

    `result` is None when trouble outside the content (`fault`) came first. `files` are those that now stand in `out/<report>/`, of this
    build or, when it failed, of an earlier one. `strict`: warnings stop it too.
    """

    folder: Path
    result: ReportResult | None
    fault: EngineError | None = None
    files: tuple[FileRecord, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    strict: bool = False

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def title(self) -> str:
        return self.result.title if self.result else self.name

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.result.diagnostics if self.result else ()

    @property
    def ok(self) -> bool:
        stopping = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return self.fault is None and not any(item.severity in stopping for item in self.diagnostics)

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that this build wrote, in the order it wrote them."""
        made = self.result.artifacts if self.result and self.ok else ()
        return tuple(artifact.format for artifact in made if artifact.format not in {"facts", "agreement", "page"})

    def record(self, workspace: Workspace) -> ReportRecord:
        return ReportRecord(
            name=self.name,
            title=self.title,
            folder=workspace.relative(self.folder),
            status=Status.BUILT if self.ok else Status.FAILED,
            seconds=self.seconds,
            slides=self.result.slides if self.result else 0,
            facts=self.result.fact_count if self.result else 0,
            files=self.files,
            findings=self.diagnostics,
            fault=self.fault.message if self.fault else None,
        )


@dataclass(frozen=True, slots=True)
class Project:
    """Everything below one workspace root."""

    workspace: Workspace

    @classmethod
    def open(cls, start: str | Path | None = None, out: Path | None = None) -> Self:
        """Open the workspace at or above `start`, by default the current folder; `out` by default is `out/` in it."""
        return cls(Workspace.open(Path(start) if start is not None else None, out))

    def reports(self, paths: Sequence[Path] = ()) -> tuple[Path, ...]:
        """Return the report folders at or below `paths`; without paths all below `content/`, or below the root when it has none.

        Raises NothingSelected when there is none, UsageError when two would write to the same folder or one is of another workspace.
        """
        root = self.workspace.root
        starts = tuple(path.resolve() for path in paths) or ((root / "content",) if (root / "content").is_dir() else (root,))
        for path in starts:
            self._expect_inside(path)
        found = tuple(dict.fromkeys(folder for start in starts for folder in _report_folders(start, self.workspace.out)))
        if not found:
            named = [self.workspace.relative(path) for path in starts]
            raise NothingSelected(
                f"“{'、'.join(named)}”里没有报告（缺 {REPORT_FILE}）",
                f"there is no report in {', '.join(named)} (no {REPORT_FILE})",
                Phrase("debrief new midyear-review 目录 可新建一份", "debrief new midyear-review DIR makes one"),
            )
        _expect_distinct(found, self.workspace)
        return found

    def check(
        self, paths: Sequence[Path] = (), overrides: Mapping[str, str] | None = None, *, strict: bool = False, watch: Watch | None = None
    ) -> Iterator[Finished]:
        """Yield the findings of each report, without writing anything."""
        for folder in self.reports(paths):
            try:
                result = check_report(self.workspace, folder, overrides, watch=_verbs(watch, folder))
            except EngineError as fault:
                yield Finished(folder, None, fault)
            else:
                yield Finished(folder, result, seconds=result.seconds, strict=strict)

    def build(
        self,
        paths: Sequence[Path] = (),
        request: BuildRequest | None = None,
        options: BuildOptions = _USUAL,
        watch: Watch | None = None,
    ) -> Iterator[Finished]:
        """Build each report, write what came out of it, and yield it; out/run.json tells of those that were yielded.

        A report that fails writes nothing: its old files stay, and the others go on. Raises EnvironmentFault when nothing can be written, or
        another run is writing.
        """
        folders = self.reports(paths)
        with prepared(self.workspace):
            earlier = files_of_earlier_runs(self.workspace)
            done: list[Finished] = []
            try:
                for folder in folders:
                    done.append(self._build(folder, request or BuildRequest(), options, earlier.get(folder.name, ()), watch))
                    yield done[-1]
            finally:
                names = {report.name for report in done}
                others = {name: files for name, files in earlier.items() if name not in names}
                write_record(self.workspace, RunRecord(tuple(report.record(self.workspace) for report in done), others))

    def _build(
        self, folder: Path, request: BuildRequest, options: BuildOptions, earlier: tuple[FileRecord, ...], watch: Watch | None
    ) -> Finished:
        verbs = _verbs(watch, folder)
        try:
            result = build_report(self.workspace, folder, request, watch=verbs)
        except EngineError as fault:
            return Finished(folder, None, fault, earlier)
        except (MemoryError, OSError, ImportError) as trouble:
            if not is_out_of_memory(trouble):
                raise
            return Finished(folder, None, out_of_memory(), earlier)
        finished = Finished(folder, result, None, earlier, result.seconds, options.strict)
        if not finished.ok:
            return finished
        started = time.perf_counter()
        if options.pages and verbs is not None:
            verbs(PAGES_VERB)
        pictures = page_pictures(result.artifacts) if options.pages else ()
        seconds = {**result.seconds, PAGES_VERB: time.perf_counter() - started} if pictures else result.seconds
        try:
            files = write_report(self.workspace, folder.name, (*result.artifacts, *pictures), earlier)
        except EngineError as fault:
            return replace(finished, fault=fault)
        return replace(finished, files=files, seconds=seconds)

    def _expect_inside(self, path: Path) -> None:
        if not path.exists():
            shown = self.workspace.relative(path)
            known = [self.workspace.relative(folder) for folder in _report_folders(self.workspace.root / "content", self.workspace.out)]
            close = nearest(shown, known)
            hint = Phrase(f"是不是“{close}”？", f"did you mean {close}?") if close else None
            raise NothingSelected(f"没有“{shown}”这个路径", f"there is no path {shown}", hint)
        if not path.is_relative_to(self.workspace.root):
            raise UsageError(
                f"“{path}”不在工作区“{self.workspace.root}”里",
                f"{path} is not in the workspace {self.workspace.root}",
                Phrase("不同工作区的报告请分开运行", "run the command once for each workspace"),
            )


def _verbs(watch: Watch | None, folder: Path) -> Callable[[str], None] | None:
    return None if watch is None else lambda verb: watch(folder.name, verb)


def _report_folders(start: Path, out: Path) -> Iterator[Path]:
    """Yield the folders with a report at or below a path, in order; hidden folders and results are passed over."""
    if start.is_file():
        if start.name == REPORT_FILE:
            yield start.parent
        return
    for folder, inner, files in os.walk(start):
        inner[:] = sorted(name for name in inner if not name.startswith(".") and Path(folder, name) != out)
        if REPORT_FILE in files:
            inner.clear()
            yield Path(folder)


def _expect_distinct(folders: Sequence[Path], workspace: Workspace) -> None:
    """Raises UsageError when two reports would write to one folder, also where upper and lower case are one."""
    seen: dict[str, Path] = {}
    for folder in folders:
        name = unicodedata.normalize("NFC", folder.name).casefold()
        other = seen.setdefault(name, folder)
        if other != folder:
            one, two = workspace.relative(other), workspace.relative(folder)
            raise UsageError(
                f"“{one}”和“{two}”会写进同一个结果文件夹",
                f"{one} and {two} would write to the same folder",
                Phrase("给其中一个改名，或分开运行", "rename one of them, or build them one at a time"),
            )
