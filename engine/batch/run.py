"""A run from the folders to the last report: what must be built and why, who builds it, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Protocol

from engine.base.deadline import within
from engine.base.diagnostics import Language, Phrase
from engine.base.disk import disk_trouble
from engine.base.records import dataclass, replace
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.batch.building import Loaders, earlier_files
from engine.batch.by_executor import by_executor
from engine.batch.finished import Finished
from engine.batch.freshness import FORCED, Freshness
from engine.batch.job import USUAL_LIMITS, Job, Limits, Site
from engine.batch.kept import Kept, all_kept, kept_of, place_of
from engine.batch.selection import Candidate, Selection, may_mean, selected
from engine.batch.survey import Survey, survey
from engine.batch.worker import Task, worked
from engine.brand.theme import load_theme
from engine.out_folder import INDEX_FILE
from engine.run_record import RUN_FILE, ReportRecord, RunRecord, Status

USUAL_THEME = "harbor"
Watch = Callable[[str, str], None]
"""Told the report and the verb that begins: for progress displays."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """`workers` 0 builds in this process, one report after the other; `executor` builds instead of our own processes."""

    workers: int = 0
    force: bool = False
    exit_first: bool = False
    limits: Limits = USUAL_LIMITS


@dataclass(frozen=True, slots=True)
class RunPlan:
    """What a run will do. `reasons` say of each job why it must be built; `unchanged` and `stopped` are reports with nothing left to do.

    `gone` are the names of reports that earlier runs built of batches which no longer have them.
    """

    site: Site
    jobs: tuple[Job, ...]
    reasons: Mapping[str, Phrase] = field(default_factory=dict)
    unchanged: tuple[Finished, ...] = ()
    stopped: tuple[Finished, ...] = ()
    gone: tuple[str, ...] = ()
    survey: Survey = field(default_factory=lambda: Survey(()))

    @property
    def total(self) -> int:
        return len(self.jobs) + len(self.unchanged) + len(self.stopped)


class Crew(Protocol):
    """Processes elsewhere that build reports."""

    def run(self, plan: RunPlan, tasks: Sequence[Task], watch: Watch | None) -> Iterator[Finished]:
        """Yield what becomes of each task, as they are done; the files of a report are written before it is yielded."""


def plan_run(site: Site, folders: Sequence[Path], selection: Selection = (), *, force: bool = False) -> RunPlan:
    """Return what must be built of the selected reports. Raises UsageError for a selection that cannot be meant."""
    found = survey(site, folders)
    kept, reason = _whys(site, found)
    jobs = _selected(site, found, selection, kept, reason)
    reasons = {job.name: why for job in jobs if (why := FORCED if force else reason(job)) is not None}
    unchanged = tuple(_unchanged(job, kept.of(job.name), site) for job in jobs if job.name not in reasons)
    stopped = _stopped(site, found, selection)
    gone = () if selection else _gone(site.workspace, found)
    return RunPlan(site, tuple(job for job in jobs if job.name in reasons), reasons, unchanged, stopped, gone, found)


def plan_check(site: Site, folders: Sequence[Path], selection: Selection = ()) -> RunPlan:
    """Return the selected reports, all of them to be checked. A selection by state needs the digest of the settings in `site`."""
    found = survey(site, folders)
    kept, reason = _whys(site, found)
    jobs = _selected(site, found, selection, kept, reason)
    return RunPlan(site, jobs, stopped=_stopped(site, found, selection), survey=found)


def _whys(site: Site, found: Survey) -> tuple[_Kept, Callable[[Job], Phrase | None]]:
    """Return what is kept of reports, and what tells why one must be built; neither looks at anything before it is asked."""
    freshness, kept = Freshness(site), _Kept(site.workspace)
    return kept, lambda job: freshness.reason(job, kept.of(job.name), found.loaders[job.folder])


class _Kept:
    """Kept records, each read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._of: dict[str, Kept | None] = {}

    def of(self, name: str) -> Kept | None:
        if name not in self._of:
            self._of[name] = kept_of(self._workspace, name)
        return self._of[name]


def _selected(
    site: Site, found: Survey, selection: Selection, kept: _Kept, reason: Callable[[Job], Phrase | None]
) -> tuple[Job, ...]:  # fmt: skip
    candidates = [
        Candidate(job, found.loaders[job.folder], site.workspace.relative(job.folder), partial(_states, job, kept, reason))
        for job in found.jobs
    ]
    contents = (found.loaders[each.folder].content.value for each in found.stopped)
    variables = [content.report.batch.variable for content in contents if content is not None and content.report.batch is not None]
    return selected(candidates, selection, variables)


def _states(job: Job, kept: _Kept, reason: Callable[[Job], Phrase | None]) -> frozenset[str]:
    last = kept.of(job.name)
    if last is None:
        return frozenset({"new", "modified"})
    states = {"failed"} if last.report.status is Status.FAILED else set()
    return frozenset(states | ({"modified"} if reason(job) is not None else set()))


def _stopped(site: Site, found: Survey, selection: Selection) -> tuple[Finished, ...]:
    """Return the batches that could not be taken apart and may have had a report that is selected."""
    return tuple(
        each
        for each in found.stopped
        if may_mean(selection, Candidate(Job(each.folder), found.loaders[each.folder], site.workspace.relative(each.folder), frozenset))
    )


def _unchanged(job: Job, kept: Kept | None, site: Site) -> Finished:
    assert kept is not None, "a report without a record is built"
    return _as_recorded(job.folder, kept.report, site)


def _as_recorded(folder: Path, last: ReportRecord, site: Site) -> Finished:
    return Finished(
        folder, last.name, last.title, last.findings, files=last.files, formats=last.formats, slides=last.slides, facts=last.facts,
        strict=site.strict, unchanged=True,
    )  # fmt: skip


def _gone(workspace: Workspace, found: Survey) -> tuple[str, ...]:
    """Return the reports of earlier runs that their batch no longer has."""
    batches = {workspace.relative(job.folder) for job in found.jobs if job.member is not None}
    if not batches:
        return ()
    names = {job.name for job in found.jobs}
    return tuple(kept.report.name for _, kept in all_kept(workspace, names) if kept.report.folder in batches)


def run_plan(
    plan: RunPlan, options: RunOptions, watch: Watch | None = None, executor: Executor | Crew | None = None, *, writes: bool = True
) -> Iterator[Finished]:
    """Yield what becomes of each report, those with nothing left to do first; a report that failed is kept in mind for the next run."""
    yield from plan.stopped
    yield from plan.unchanged
    if options.exit_first and not all(finished.ok for finished in (*plan.stopped, *plan.unchanged)):
        return
    tasks = tuple(Task(job, writes) for job in plan.jobs)
    for finished in _results(plan, tasks, options, watch, executor):
        settled = _kept_in_mind(plan.site.workspace, finished) if writes and not finished.ok else finished
        yield settled
        if options.exit_first and not settled.ok:
            return


def _results(
    plan: RunPlan, tasks: Sequence[Task], options: RunOptions, watch: Watch | None, executor: Executor | Crew | None
) -> Iterator[Finished]:  # fmt: skip
    if isinstance(executor, Executor):
        yield from by_executor(plan.site, tasks, executor)
    elif executor is not None:
        yield from executor.run(plan, tasks, watch)
    elif options.workers > 0 and tasks:
        from engine.batch.slots import Slots  # processes are started for what is built, and for many that are checked

        with Slots(plan.site, min(options.workers, len(tasks)), options.limits) as slots:
            yield from slots.run(tasks, watch)
    else:
        loaders = Loaders(plan.site, plan.survey.loaders)
        for task in tasks:
            heard = None if watch is None else partial(watch, task.job.name)
            with nullcontext() if task.writes else within(options.limits.seconds):
                finished = worked(task, plan.site, loaders, heard)
            yield finished


def _kept_in_mind(workspace: Workspace, finished: Finished) -> Finished:
    """Write down that a report failed, and return it with the files that still stand of it."""
    if finished.unchanged:
        return finished
    finished = replace(finished, files=finished.files or earlier_files(workspace, finished.name), formats=())
    path = workspace.out / place_of(finished.name)
    with disk_trouble(path, workspace):
        workspace.write_atomically(path, Kept(finished.record(workspace), None).to_bytes())
    return finished


def told(plan: RunPlan, finished: Sequence[Finished]) -> Mapping[str, bytes]:
    """Return the files that tell of a run, by name: run.json and index.html, with what earlier runs left of other reports."""
    from engine.batch.index_page import index_page  # a check tells nothing afterwards

    workspace = plan.site.workspace
    names = {report.name for report in finished}
    others = tuple(kept.report for _, kept in all_kept(workspace, names))
    record = RunRecord(tuple(each.record(workspace) for each in finished), {report.name: report.files for report in others})
    earlier = tuple(_as_recorded(workspace.root / report.folder, report, plan.site) for report in others)
    return {RUN_FILE: record.to_json(), INDEX_FILE: index_page(finished, earlier, *_look(plan))}


def _look(plan: RunPlan) -> tuple[Language, Mapping[str, str]]:
    """Return the language and the colours of the first report that can be read; of the usual theme when its own cannot,
    and of that which came with debrief when the workspace spoilt its copy.
    """
    contents = [loader.content.value for loader in plan.survey.loaders.values() if loader.content.value is not None]
    language = contents[0].language if contents else Language.ZH
    names = [*(str(content.report.theme) for content in contents[:1]), USUAL_THEME]
    own, built_in = plan.site.workspace, Workspace(BUILTIN_ROOT, plan.site.workspace.out, plan.site.workspace.today)
    tried = (load_theme(place, name).value for place, name in (*((own, name) for name in names), (built_in, USUAL_THEME)))
    theme = next(found for found in tried if found is not None)
    return language, {name: color.hex for name, color in theme.colors.items()}
