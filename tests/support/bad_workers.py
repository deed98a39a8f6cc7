"""Processes that build reports like all others, but for those whose names say what becomes of them."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from engine.batch import worker
from engine.batch.building import Loaders
from engine.batch.finished import Finished
from engine.batch.job import Site
from engine.batch.worker import Task, serve

GREAT = 2**20
TEMPORARY = "half-written"


def serve_badly(connection: Connection, site: Site, parent: int) -> None:
    """Serve as a worker does; a report whose name begins with one of `FATES` suffers it."""
    worker.worked = _worked
    serve(connection, site, parent)


def _worked(task: Task, site: Site, loaders: Loaders, watch: Callable[[str], None] | None = None) -> Finished:
    """Stand in for `worker.worked`, with nothing to build."""
    if watch is not None:
        watch("load")
    name = task.job.folder.name
    fate = next((fate for start, fate in FATES.items() if name.startswith(start)), None)
    if fate is not None:
        fate(site.workspace.root / f"{name}.marks")
    return Finished(task.job.folder, task.job.name, title=f"by {os.getpid()}")


def _hang(_marks: Path) -> None:
    time.sleep(3600)


def _grow(_marks: Path) -> None:
    kept = []
    while True:
        kept.append(b"x" * GREAT * 32)
        time.sleep(0.01)


def _segfault(_marks: Path) -> None:
    signal.signal(signal.SIGSEGV, signal.SIG_DFL)
    ctypes.string_at(0)


def _exit(_marks: Path) -> None:
    os._exit(7)


def _fail(_marks: Path) -> None:
    raise KeyError("a bug of ours")


def _die_once(marks: Path) -> None:
    if not marks.exists():
        marks.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def _die_writing(marks: Path) -> None:
    out = marks.parent / "out"
    out.mkdir(exist_ok=True)
    (out / f".{TEMPORARY}.{os.getpid()}.debrief-tmp").touch()
    os.kill(os.getpid(), signal.SIGKILL)


FATES: dict[str, Callable[[Path], None]] = {
    "hang": _hang,
    "grow": _grow,
    "segfault": _segfault,
    "exit": _exit,
    "bug": _fail,
    "once": _die_once,
    "halfway": _die_writing,
}
