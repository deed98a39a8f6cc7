"""A pool that survives: one process for each slot, watched by its parent. A process that dies, hangs or grows costs only its report.

Such a report is tried once more, alone, when the others are done; what fails twice has failed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Self

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault
from engine.base.processes import resident
from engine.base.records import dataclass
from engine.base.signals import ignored, put_off
from engine.batch.finished import Finished
from engine.batch.job import Job, Limits, Site
from engine.batch.worker import Begun, Task, Told, serve
from engine.out_folder import remove_leftovers_of

TICK = 0.1
STARTING = 30.0
"""Seconds that a fresh process may take until it begins its first report, besides those that the report may take."""
Watch = Callable[[str, str], None]
Serving = Callable[[Connection, Site, int], None]
"""What a process runs: it answers the tasks of its pipe for the parent of that process id."""


@dataclass(slots=True)
class _Slot:
    """A running process. `task` is what it works on, None while it is idle; `deadline` is the time of the clock when that must be done.

    `last_try`: the task has cost a process before. `begun`: the process has begun to work on it.
    """

    process: SpawnProcess
    connection: Connection
    task: Task | None = None
    deadline: float = 0.0
    built: int = 0
    last_try: bool = False
    begun: bool = False

    def give(self, task: Task, limits: Limits, *, last_try: bool = False) -> None:
        self.task, self.last_try, self.begun = task, last_try, False
        self.deadline = time.monotonic() + limits.seconds + (0.0 if self.built else STARTING)
        with suppress(OSError):  # a process that has just died is noticed when its pipe is read
            self.connection.send(task)

    def begin(self, limits: Limits) -> None:
        """Let the time of a report run from its first verb on."""
        if not self.begun:
            self.begun, self.deadline = True, time.monotonic() + limits.seconds


class Slots:
    """Processes that build reports; `count` at once. Use as a context: leaving it ends them, whatever they are doing.

    `serving` is what they run, a function of a module that they can import.
    """

    def __init__(self, site: Site, count: int, limits: Limits, serving: Serving = serve) -> None:
        self._site, self._count, self._limits, self._serving = site, max(1, count), limits, serving
        self._slots: list[_Slot] = []
        self._lost: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with ignored():
            for slot in self._slots:
                self._end(slot)
            self._slots.clear()
            remove_leftovers_of(self._site.workspace, self._lost)

    def run(self, tasks: Sequence[Task], watch: Watch | None = None) -> Iterator[Finished]:
        """Yield what becomes of each task, as they are done."""
        waiting, again = deque(tasks), deque[Task]()
        while waiting or again or self._busy():
            self._hand_out(waiting, again)
            for slot in self._speaking():
                told = _heard(slot)
                if isinstance(told, Begun):
                    slot.begin(self._limits)
                    if watch is not None and slot.task is not None:
                        watch(slot.task.job.name, told.verb)
                elif told is not None:
                    self._settle(slot)
                    yield told
                else:
                    yield from self._casualty(slot, _died(slot), again)
            for slot, why in self._beyond_limits():
                yield from self._casualty(slot, why, again)

    def _busy(self) -> list[_Slot]:
        return [slot for slot in self._slots if slot.task is not None]

    def _hand_out(self, waiting: deque[Task], again: deque[Task]) -> None:
        """Give every idle slot a task; a second try is made alone, when all others are done."""
        while waiting and len(self._busy()) < self._count:
            self._idle().give(waiting.popleft(), self._limits)
        if again and not waiting and not self._busy():
            self._idle().give(again.popleft(), self._limits, last_try=True)

    def _idle(self) -> _Slot:
        """Return a process that has nothing to do, one that is alive: what killed it while it was idle was no report."""
        for slot in [slot for slot in self._slots if slot.task is None]:
            if slot.process.is_alive():
                return slot
            self._slots.remove(slot)
            self._end(slot)
        return self._started()

    def _started(self) -> _Slot:
        context = multiprocessing.get_context("spawn")  # a fork would inherit locks that other threads hold
        if os.name == "posix":
            resource_tracker.ensure_running()  # it would undo what is put off
        with put_off():  # a process half started belongs to nobody; one that is not yet listening would print how Ctrl-C ended it
            ours, theirs = context.Pipe()
            process = context.Process(target=self._serving, args=(theirs, self._site, os.getpid()), daemon=True)
            process.start()
            theirs.close()
            slot = _Slot(process, ours)
            self._slots.append(slot)
        return slot

    def _speaking(self) -> list[_Slot]:
        ready: list[Any] = wait([slot.connection for slot in self._busy()], TICK)
        return [slot for slot in self._slots if slot.connection in ready]

    def _settle(self, slot: _Slot) -> None:
        """Make a slot idle; a process that has grown or built many reports makes room for a fresh one."""
        slot.task = None
        slot.built += 1
        memory = resident(slot.process.pid or 0)
        if slot.built >= self._limits.reports or (memory is not None and memory > self._limits.tidy):
            self._slots.remove(slot)
            slot.connection.close()  # it reads the end of its pipe, and goes
            slot.process.join(TICK)
            self._end(slot)

    def _beyond_limits(self) -> list[tuple[_Slot, Phrase]]:
        now = time.monotonic()
        found = []
        for slot in self._busy():
            memory = resident(slot.process.pid or 0)
            if now > slot.deadline:
                seconds = f"{self._limits.seconds:g}"
                found.append((slot, Phrase(f"超过 {seconds} 秒，已停止", f"it took more than {seconds} s and was stopped")))
            elif memory is not None and memory > self._limits.memory:
                limit = self._limits.memory
                found.append((slot, Phrase(f"内存超过 {limit} MiB，已停止", f"it took more than {limit} MiB of memory and was stopped")))
        return found

    def _casualty(self, slot: _Slot, why: Phrase, again: deque[Task]) -> Iterator[Finished]:
        """Replace a process; its report is tried once more, or has failed."""
        task = slot.task
        self._slots.remove(slot)
        self._end(slot)
        if task is None:
            return
        if slot.last_try:
            yield _lost(task.job, why, self._site)
        else:
            again.append(task)

    def _end(self, slot: _Slot) -> None:
        """End a process, if it has not ended by itself. One that was stopped at its work may have left temporary files."""
        slot.process.kill()
        slot.process.join()
        if slot.process.exitcode and slot.process.pid is not None:
            self._lost.add(slot.process.pid)
        slot.connection.close()
        slot.process.close()


def _heard(slot: _Slot) -> Told | None:
    """Return what a process says, None when it has no more to say: it is dead."""
    try:
        told: Told = slot.connection.recv()
    except (EOFError, OSError):
        return None
    return told


def _died(slot: _Slot) -> Phrase:
    slot.process.join(1.0)
    code = slot.process.exitcode or 0
    name = signal.Signals(-code).name if code < 0 else f"exit {code}"
    return Phrase(f"生成它的进程意外结束（{name}）", f"the process that built it ended unexpectedly ({name})")


def _lost(job: Job, why: Phrase, site: Site) -> Finished:
    hint = Phrase(
        "试了两次都如此；单独生成它看看（-j 0 -v），或放宽 --timeout、--memory",
        "it was tried twice; build it alone to see why (-j 0 -v), or allow more with --timeout or --memory",
    )
    return Finished(job.folder, job.name, fault=EnvironmentFault(why.zh, why.en, hint), strict=site.strict)
