"""The Python API: a workspace with its reports, checked and built like the commands do.

from engine import Project
project = Project.open(".")
for report in project.build(select=["team:华东*"], request=BuildRequest(formats=("pptx", "pdf"))):
    print(report.title, report.ok, [file.path for file in report.files])
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.records import dataclass, replace
from engine.base.registry import nearest
from engine.base.signals import ignored
from engine.base.workspace import Workspace
from engine.batch.digests import settings_digest
from engine.batch.finished import Finished
from engine.batch.job import USUAL_LIMITS, Limits, Site
from engine.batch.run import Crew, RunOptions, RunPlan, plan_check, plan_run, run_plan, told
from engine.batch.selection import asks_for_state, read_selection
from engine.batch.together import told_together
from engine.load.content import REPORT_FILE
from engine.out_folder import Pages, prepared, write_told
from engine.pipeline import BuildRequest

__all__ = ["BuildOptions", "BuildRequest", "Finished", "Limits", "NothingSelected", "Pages", "Project"]

FEW = 8
Watch = Callable[[str, str], None]
"""Told the report and the verb that begins: for progress displays."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """`strict`: warnings stop a report too. `pages`: which pages of the PDF are pictured beside the sheet of all; None: all of
    a report for itself, the cover of one in a batch.

    `workers` processes build at once; 0: this process, one report after the other, without `limits`. `force` builds also what did not
    change; `exit_first` ends the run with the first report that fails. `against`: pages are compared with
    the baseline that `approve` wrote.
    """

    strict: bool = False
    pages: Pages | None = None
    workers: int = 0
    force: bool = False
    exit_first: bool = False
    limits: Limits = USUAL_LIMITS
    against: bool = False

    @property
    def of_run(self) -> RunOptions:
        return RunOptions(self.workers, self.force, self.exit_first, self.limits)


_USUAL = BuildOptions()


class NothingSelected(UsageError):
    """No report matches what was asked for."""

    exit_code = 5


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
        self,
        paths: Sequence[Path] = (),
        request: BuildRequest | None = None,
        options: BuildOptions = _USUAL,
        watch: Watch | None = None,
        select: Sequence[str] = (),
    ) -> Iterator[Finished]:
        """Yield the findings of each report, without writing anything. Raises NothingSelected when there is none.

        A few reports are checked in this process, whatever `workers` says: others would take longer to start.
        """
        plan = self.chosen(paths, request, select, options)
        of_run = replace(options.of_run, workers=0) if plan.total <= FEW else options.of_run
        yield from told_together(run_plan(plan, of_run, watch, writes=False), plan)

    def chosen(
        self, paths: Sequence[Path] = (), request: BuildRequest | None = None, select: Sequence[str] = (), options: BuildOptions = _USUAL
    ) -> RunPlan:
        """Return the reports that are meant, batches taken apart. Raises NothingSelected when there is none."""
        selection, site = read_selection(select), self._site(request, options)
        if asks_for_state(selection):
            site = replace(site, settings=settings_digest(site))
        plan = plan_check(site, self.reports(paths), selection)
        _expect_some(plan, select)
        return plan

    def approve(
        self,
        paths: Sequence[Path] = (),
        request: BuildRequest | None = None,
        options: BuildOptions = _USUAL,
        watch: Watch | None = None,
        select: Sequence[str] = (),
    ) -> Iterator[Finished]:
        """Write how the pages of each report look to its folder `baseline/`, and yield it; one with errors approves nothing.

        Raises NothingSelected when there is none.
        """
        request = replace(request or BuildRequest(), formats=("pdf",))
        plan = self.chosen(paths, request, select, options)
        approving = replace(plan, site=replace(plan.site, approves=True))
        of_run = replace(options.of_run, workers=0) if plan.total == 1 else options.of_run
        yield from run_plan(approving, of_run, watch, writes=False)

    def build(
        self,
        paths: Sequence[Path] = (),
        request: BuildRequest | None = None,
        options: BuildOptions = _USUAL,
        watch: Watch | None = None,
        select: Sequence[str] = (),
        executor: Executor | Crew | None = None,
    ) -> Iterator[Finished]:
        """Build each report that changed, write what came out of it, and yield it; out/run.json tells of those that were yielded.

        A report that fails writes nothing: its old files stay, and the others go on. `executor` builds instead of our own processes: one of
        concurrent.futures, whose processes see the same files and build one report at a time, or an engine.cluster.cluster.Cluster.

        Raises NothingSelected when there is no report, EnvironmentFault when nothing can be written, or another run is writing.
        """
        with self.planned(paths, request, options, select) as plan:
            yield from self.run(plan, options, watch, executor)

    def plan(
        self, paths: Sequence[Path] = (), request: BuildRequest | None = None, options: BuildOptions = _USUAL, select: Sequence[str] = ()
    ) -> RunPlan:
        """Return what a build would do, without touching the folder of the results. Raises NothingSelected when it is nothing."""
        return self._plan(self._site(request, options), paths, options, select)

    @contextmanager
    def planned(
        self, paths: Sequence[Path] = (), request: BuildRequest | None = None, options: BuildOptions = _USUAL, select: Sequence[str] = ()
    ) -> Iterator[RunPlan]:
        """Hold the folder of the results, and give what must be built there, and why."""
        self.reports(paths)  # what cannot be meant is told before anything is touched
        with prepared(self.workspace) as now:
            yield self._plan(replace(self._site(request, options), started=now), paths, options, select)

    def _plan(self, site: Site, paths: Sequence[Path], options: BuildOptions, select: Sequence[str]) -> RunPlan:
        site = replace(site, settings=settings_digest(site))
        plan = plan_run(site, self.reports(paths), read_selection(select), force=options.force)
        _expect_some(plan, select)
        return plan

    def run(
        self, plan: RunPlan, options: BuildOptions = _USUAL, watch: Watch | None = None, executor: Executor | Crew | None = None
    ) -> Iterator[Finished]:
        """Do what is planned, yield each report as it is done, and leave out/run.json, however it ends."""
        done: list[Finished] = []
        try:
            for finished in run_plan(plan, options.of_run, watch, executor):
                done.append(finished)
                yield finished
        finally:
            with ignored():
                write_told(self.workspace, told(plan, done))

    def _site(self, request: BuildRequest | None, options: BuildOptions) -> Site:
        request = request or BuildRequest()
        return Site(self.workspace, request.formats, request.overrides, options.strict, options.pages, against=options.against)

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


def _expect_some(plan: RunPlan, select: Sequence[str]) -> None:
    """Raises NothingSelected when a selection leaves nothing to do."""
    if select and not plan.total:
        asked = " ".join(select)
        names = [job.name for job in plan.survey.jobs]
        close = nearest(asked.partition(":")[2] or asked, [name.rpartition("/")[2] for name in names])
        hint = (
            Phrase(f"是不是“{close}”？debrief ls -s '*' 列出全部", f"did you mean {close}? debrief ls -s '*' lists them all")
            if close
            else None
        )
        raise NothingSelected(
            f"没有报告符合 --select {asked}",
            f"no report meets --select {asked}",
            hint or Phrase("debrief ls -s '*' 列出全部", "debrief ls -s '*' lists them all"),
        )


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
