"""What there is to build: every report folder read once, batches taken apart into their reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from engine.base.records import dataclass
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.shared_tables import table_cache
from engine.compose.members import members
from engine.load.source import Loader


@dataclass(frozen=True, slots=True)
class Survey:
    """`jobs` in the order of folders and rows; `stopped` are the batches that could not be taken apart; `loaders` by folder."""

    jobs: tuple[Job, ...]
    stopped: tuple[Finished, ...] = ()
    loaders: Mapping[Path, Loader] = field(default_factory=dict)


def survey(site: Site, folders: Iterable[Path]) -> Survey:
    """Read each folder. A batch with a mistake in its content or its table of reports is stopped as a whole."""
    jobs: list[Job] = []
    stopped: list[Finished] = []
    cache = table_cache(site)
    loaders = {folder: Loader(site.workspace, folder, site.overrides, cache) for folder in folders}
    for folder, loader in loaders.items():
        content, shelf = loader.content.value, loader.shelf
        if content is None or shelf is None or content.report.batch is None:
            jobs.append(Job(folder))
            continue
        found = members(content, shelf)
        if found.value is None or loader.content.has_errors:
            told = (*loader.content.diagnostics, *found.diagnostics)
            stopped.append(Finished(folder, folder.name, str(content.report.title), tuple(dict.fromkeys(told)), strict=site.strict))
            continue
        jobs.extend(Job(folder, member) for member in found.value)
    return Survey(tuple(jobs), tuple(stopped), loaders)
