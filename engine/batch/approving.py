"""Approving one report: it is built in memory, and how its pages look is written beside its content."""

from __future__ import annotations

from engine.base.records import replace
from engine.baseline.place import folder_of
from engine.batch.building import Loaders, Made, Watch, finished_of, guarded
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.pipeline import build_report
from engine.run_record import FileRecord


def approve_job(site: Site, job: Job, loaders: Loaders, watch: Watch | None = None) -> Finished:
    """Approve a report. `files` are those that were written, relative to the root; `unchanged` says that nothing had to be.

    A report with errors approves nothing.
    """
    return guarded(site, job, lambda: Made(_approved(site, job, loaders, watch))).finished


def _approved(site: Site, job: Job, loaders: Loaders, watch: Watch | None) -> Finished:
    result = build_report(site.workspace, job.folder, site.request(job), watch=watch, loader=loaders.of(job))
    finished = finished_of(site, job, result)
    if result.look is None or not finished.ok:
        return finished
    from engine.baseline.keeping import keep  # compares pictures

    workspace = site.workspace
    folder = folder_of(job.folder, None if job.member is None else job.member.name)
    workspace.inside(job.folder, folder.relative_to(job.folder).as_posix())  # a link may not lead it elsewhere
    kept = keep(result.look, folder, workspace)
    records = tuple(FileRecord.of(workspace.relative(path), blob) for path, blob in kept.written.items())
    return replace(finished, files=records, formats=(), unchanged=not kept.written and not kept.removed)
