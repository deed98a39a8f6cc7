"""One report from its folder to its files, in whichever process: trouble of any kind is part of the result."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.base.disk import disk_trouble
from engine.base.errors import EngineError, EnvironmentFault
from engine.base.memory import is_out_of_memory, out_of_memory
from engine.base.records import dataclass, replace
from engine.base.workspace import Workspace
from engine.batch.digests import MadeOf, made_of
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.kept import Kept, kept_of, place_of
from engine.batch.shared_tables import table_cache
from engine.load.source import Loader
from engine.out_folder import Pages, page_pictures, write_report
from engine.pipeline import Artifact, ReportResult, build_report, check_report
from engine.run_record import FileRecord

PAGES_VERB = "pages"
_BESIDE = frozenset({"facts", "agreement", "changes", "page", "kept"})
"""Kinds of artifacts that are not a format of the report."""
Watch = Callable[[str], None]
"""Told the verb that begins."""


class Loaders:
    """The report folders that this process has read: their content and tables serve every report of a batch."""

    def __init__(self, site: Site, read: Mapping[Path, Loader] | None = None) -> None:
        self._site, self._cache = site, table_cache(site)
        self._of = dict(read or {})

    def of(self, job: Job) -> Loader | None:
        """Return the loader of a folder that was read before, or that other reports of a batch will ask for; None for others."""
        if job.member is None:
            return self._of.pop(job.folder, None)
        if job.folder not in self._of:
            # one batch at a time: tables are large
            self._of = {job.folder: Loader(self._site.workspace, job.folder, self._site.overrides, self._cache)}
        return self._of[job.folder]


@dataclass(frozen=True, slots=True)
class Made:
    """A report that was built and is not yet written: its files, and what they were made of. One that failed has no files."""

    finished: Finished
    artifacts: tuple[Artifact, ...] = ()
    made_of: MadeOf | None = None


def check_job(site: Site, job: Job, loaders: Loaders, watch: Watch | None = None) -> Finished:
    """Return the findings of a report, without writing anything."""
    return guarded(site, job, lambda: _checked(site, job, loaders, watch)).finished


def build_job(site: Site, job: Job, loaders: Loaders, watch: Watch | None = None) -> Finished:
    """Build a report and write its files. One that fails leaves the earlier files as they are."""
    finished = write_made(site, job, make_job(site, job, loaders, watch))
    gc.collect(0)  # a painted PDF leaves cycles of many MiB: all of them young, for nobody has searched since the report began
    return finished


def make_job(site: Site, job: Job, loaders: Loaders, watch: Watch | None = None) -> Made:
    """Build the files of a report, its page pictures among them, in memory."""
    return guarded(site, job, lambda: _made(site, job, loaders, watch))


def guarded(site: Site, job: Job, work: Callable[[], Made]) -> Made:
    """Return what comes of the work; trouble outside the content is part of it."""
    try:
        return work()
    except EngineError as fault:
        return Made(stopped(site, job, fault))
    except (MemoryError, OSError, ImportError) as trouble:
        if not is_out_of_memory(trouble):
            raise
        return Made(stopped(site, job, out_of_memory()))


def stopped(site: Site, job: Job, fault: EngineError) -> Finished:
    """Return the result of a report that could not be built for a reason outside its content."""
    return Finished(job.folder, job.name, fault=fault, files=earlier_files(site.workspace, job.name), strict=site.strict)


def earlier_files(workspace: Workspace, name: str) -> tuple[FileRecord, ...]:
    """Return the files that an earlier build of a report left."""
    kept = kept_of(workspace, name)
    return () if kept is None else kept.report.files


def _checked(site: Site, job: Job, loaders: Loaders, watch: Watch | None) -> Made:
    result = check_report(site.workspace, job.folder, site.request(job), watch=watch, loader=loaders.of(job))
    return Made(replace(finished_of(site, job, result), shared=result.shared))


def _made(site: Site, job: Job, loaders: Loaders, watch: Watch | None) -> Made:
    result = build_report(site.workspace, job.folder, site.request(job), watch=watch, loader=loaders.of(job))
    finished = finished_of(site, job, result)
    if not finished.ok:
        return Made(replace(finished, formats=()))
    started = time.perf_counter()
    wanted = site.pictured(job)
    if wanted is not Pages.NONE and watch is not None:
        watch(PAGES_VERB)
    pictures = page_pictures(result.artifacts, wanted)
    if pictures:
        finished = replace(finished, seconds={**finished.seconds, PAGES_VERB: time.perf_counter() - started})
    row = None if job.member is None else job.member.row
    return Made(finished, (*result.artifacts, *pictures), made_of(site, result.inputs, row))


def write_made(site: Site, job: Job, made: Made) -> Finished:
    """Write the files, then the record that speaks of them: a process that is killed between leaves a report that is built again."""
    finished = replace(made.finished, files=earlier_files(site.workspace, job.name))
    if not finished.ok:
        return finished
    try:
        written = replace(finished, files=write_report(site.workspace, job.name, made.artifacts, finished.files))
        path = site.workspace.out / place_of(job.name)
        with disk_trouble(path, site.workspace):
            site.workspace.write_atomically(path, Kept(written.record(site.workspace), made.made_of).to_bytes())
    except EngineError as fault:
        return replace(finished, fault=fault, formats=())
    return written


def finished_of(site: Site, job: Job, result: ReportResult) -> Finished:
    """Return what became of a report, before anything is written."""
    return Finished(
        job.folder,
        job.name,
        result.title,
        result.diagnostics,
        formats=tuple(artifact.format for artifact in result.artifacts if artifact.format not in _BESIDE),
        seconds=result.seconds,
        slides=result.slides,
        facts=result.fact_count,
        strict=site.strict,
    )


def own_failure(site: Site, job: Job, bug: Exception) -> Finished:
    """Return the result of a report on which debrief itself failed: the others go on."""
    name = type(bug).__name__
    fault = EnvironmentFault(
        f"debrief 自身出错（{name}：{bug}）",
        f"debrief itself failed ({name}: {bug})",
        Phrase(
            "加 -v 单独生成这一份可看到经过，请连同内容文件一起反馈",
            "build this one alone with -v to see how, and report that with the content",
        ),
    )
    return stopped(site, job, fault)
