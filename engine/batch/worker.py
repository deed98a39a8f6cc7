"""The other side of a slot: a process that builds or checks one report after the other until its pipe closes."""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from engine.base.lifeline import die_with_parent
from engine.base.records import dataclass
from engine.base.signals import heard
from engine.batch.approving import approve_job
from engine.batch.building import Loaders, build_job, check_job, own_failure
from engine.batch.finished import Finished
from engine.batch.job import Job, Site


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is asked. `writes`: the files are built and written; otherwise only checked."""

    job: Job
    writes: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """A worker has begun a verb of its report."""

    verb: str


Told = Begun | Finished


def serve(connection: Connection, site: Site, parent: int) -> None:
    """Answer tasks until there are no more. Ctrl-C is the parent's to handle, which ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    heard()
    die_with_parent(parent)
    loaders = Loaders(site)
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        try:
            connection.send(done(task, site, loaders, lambda verb: connection.send(Begun(verb))))
        except (BrokenPipeError, ConnectionResetError):
            return


def done(task: Task, site: Site, loaders: Loaders, watch: Callable[[str], None] | None = None) -> Finished:
    """Return what became of a task; a bug of ours costs one report."""
    try:
        return worked(task, site, loaders, watch)
    except (BrokenPipeError, ConnectionResetError):
        raise  # the parent is gone
    except Exception as bug:  # noqa: BLE001  one report must not stop the others
        return own_failure(site, task.job, bug)


def worked(task: Task, site: Site, loaders: Loaders, watch: Callable[[str], None] | None = None) -> Finished:
    """Return what became of a task; a bug of ours is raised, for whoever looks for it."""
    return (build_job if task.writes else approve_job if site.approves else check_job)(site, task.job, loaders, watch)
