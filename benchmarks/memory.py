"""`python -m benchmarks.memory REPORTS FOLDER`: one worker that builds report after report, deck and paper, and is never replaced.

Prints its resident memory each hundred reports: what it keeps must not grow with what it has built.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from benchmarks.teams import write_workspace
from engine.base.processes import resident
from engine.base.workspace import Workspace
from engine.batch.building import Loaders, build_job
from engine.batch.job import Site
from engine.batch.survey import survey

TEAMS, STEP = 100, 100
BAR, GOAL = 400, 250


def measure(reports: int, place: Path) -> None:
    """Build so many reports and print what the process holds."""
    write_workspace(place, TEAMS)
    workspace = Workspace.open(place)
    site = Site(workspace)
    jobs = survey(site, sorted((place / "content").iterdir())).jobs
    loaders, before, peak = Loaders(site), time.process_time(), 0.0
    seen: list[int] = []
    for number, job in enumerate(islice(cycle(jobs), reports), 1):
        finished = build_job(site, job, loaders)
        assert finished.ok, (job.name, finished.fault, finished.diagnostics)
        if number % STEP == 0:
            seen.append(resident(os.getpid()) or 0)
            cpu = (time.process_time() - before) / number
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"  {number:5} reports   {seen[-1]:4} MiB now   {peak:4.0f} MiB peak   {cpu:.3f} s CPU each", flush=True)
    print(f"  peak {peak:.0f} MiB (bar {BAR}, goal {GOAL}); last {seen[-1]} MiB, after the first {STEP} reports {seen[0]} MiB")


if __name__ == "__main__":
    measure(int(sys.argv[1]), Path(sys.argv[2]))
