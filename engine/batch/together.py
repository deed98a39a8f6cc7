"""Findings about several reports: one KPI has one definition in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.base.diagnostics import sorted_diagnostics
from engine.base.records import replace
from engine.batch.finished import Finished
from engine.batch.run import RunPlan
from engine.checks import check_together
from engine.model.evidence import Shared


def told_together(reports: Iterable[Finished], plan: RunPlan) -> Iterator[Finished]:
    """Yield the reports of a run, each with what it defines otherwise than those whose folders come before its own.

    Reports of a batch share their definitions, so the first of each folder speaks for all. It waits for those of the folders before it: what is
    found does not depend on which is done first. All others are passed on as they come.
    """
    speaking: dict[Path, str] = {}
    for job in sorted(plan.jobs, key=lambda each: each.name):
        speaking.setdefault(job.folder, job.name)
    folders, arrived = sorted(speaking), dict[Path, Finished]()
    earlier: list[Shared] = []
    for finished in reports:
        if speaking.get(finished.folder) != finished.name:
            yield finished
            continue
        arrived[finished.folder] = finished
        while folders and folders[0] in arrived:
            yield _told(arrived.pop(folders.pop(0)), earlier)
    for folder in sorted(arrived):  # a run that ended early left some out
        yield _told(arrived[folder], earlier)


def _told(finished: Finished, earlier: list[Shared]) -> Finished:
    """Return the report with what it defines otherwise than those before it, to which it is added."""
    found = check_together(finished.shared, earlier)
    earlier.extend(finished.shared)
    return replace(finished, diagnostics=sorted_diagnostics((*finished.diagnostics, *found))) if found else finished
