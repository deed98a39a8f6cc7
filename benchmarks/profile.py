"""`python -m benchmarks --profile N`: where the time of a warm worker goes, over N reports of the team sample, deck and paper.

Functions by the time spent in themselves, and parts of debrief by the time spent in them and in all they call.
"""

from __future__ import annotations

import cProfile
import io
import pstats
import tempfile
import time
from pathlib import Path

from benchmarks.teams import write_workspace
from engine.base.workspace import Workspace
from engine.batch.building import Loaders, build_job
from engine.batch.job import Job, Site
from engine.batch.survey import survey

WARM = 4


def profile(reports: int) -> None:
    """Print the profile."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_workspace(place, max(2, (reports + WARM) // 2))
        site = Site(Workspace.open(place))
        jobs = survey(site, sorted((place / "content").iterdir())).jobs
        loaders = Loaders(site)
        warm, measured = (*jobs[:2], *jobs[-2:]), jobs[2:-2][:reports]
        _build(warm, site, loaders)
        before = time.process_time()
        _build(measured, site, loaders)
        print(
            f"{len(measured)} reports, {(time.process_time() - before) / len(measured):.3f} s CPU each, page pictures of the cover included"
        )
        profiler = cProfile.Profile()
        profiler.runcall(_build, measured, site, loaders)
        for order, lines in (("cumulative", 60), ("tottime", 35)):
            stream = io.StringIO()
            pstats.Stats(profiler, stream=stream).strip_dirs().sort_stats(order).print_stats(lines)
            print(stream.getvalue())


def _build(jobs: tuple[Job, ...], site: Site, loaders: Loaders) -> None:
    for job in jobs:
        assert build_job(site, job, loaders).ok, job.name
