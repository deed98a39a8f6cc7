"""Reports built by any executor of concurrent.futures: those of the standard library, or one that reaches other machines."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from typing import TypeVar

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault
from engine.base.records import dataclass
from engine.batch.building import Loaders, stopped
from engine.batch.finished import Finished
from engine.batch.job import Site
from engine.batch.worker import Task, done

T = TypeVar("T")
ATTEMPTS = 2
TICK = 0.5
AHEAD = 64
"""Reports that an executor holds at once: enough for as many processes, few enough that finished ones don't pile up."""
_here = threading.local()


@dataclass(frozen=True, slots=True)
class Failed:
    """A task whose last attempt ended without a result; `why` is what was raised."""

    why: BaseException


def by_executor(site: Site, tasks: Sequence[Task], executor: Executor) -> Iterator[Finished]:
    """Yield what becomes of each report. A report whose process is lost twice has failed."""
    for task, result in results(tasks, lambda task: executor.submit(build_here, task, site), lambda: AHEAD):
        yield lost(task, site, result.why) if isinstance(result, Failed) else result


def build_here(task: Task, site: Site) -> Finished:
    """Do a task in a thread of any process. What it has read serves the next task of the same run."""
    if getattr(_here, "site", None) != site:
        _here.site, _here.loaders = site, Loaders(site)
    return done(task, site, _here.loaders)


def results(
    tasks: Sequence[Task],
    submit: Callable[[Task], Future[T]],
    ahead: Callable[[], int],
    begun: Callable[[Task], int] = lambda _task: 0,
) -> Generator[tuple[Task, T | Failed], None, None]:
    """Yield tasks with their results, as they are done; `ahead` are submitted at once.

    What raises is tried once more, after the others. `begun` tells how often processes took up a task, where an executor that replaces lost
    processes lets us know: a third is not let. Leaving early cancels what has not begun.
    """
    waiting, again = deque((task, 1) for task in tasks), deque[tuple[Task, int]]()
    running: dict[Future[T], tuple[Task, int]] = {}
    try:
        while waiting or again or running:
            while (waiting or again) and len(running) < max(1, ahead()):
                task, attempt = (waiting or again).popleft()
                try:
                    running[submit(task)] = (task, attempt)
                except BrokenExecutor as why:
                    yield task, Failed(why)
            for future, (task, _) in tuple(running.items()):
                if begun(task) > ATTEMPTS and future.cancel():
                    del running[future]
                    yield task, Failed(CancelledError("two processes were lost with it"))
            for future in wait(running, TICK, FIRST_COMPLETED).done:
                task, attempt = running.pop(future)
                result = _result(future)
                if isinstance(result, Failed) and max(attempt, begun(task)) < ATTEMPTS:
                    again.append((task, attempt + 1))
                else:
                    yield task, result
    finally:
        for future in running:
            future.cancel()


def _result(future: Future[T]) -> T | Failed:
    try:
        return future.result()
    except CancelledError as why:
        return Failed(why)
    except Exception as why:  # noqa: BLE001  whatever an executor raises when it loses a process
        return Failed(why)


def lost(task: Task, site: Site, why: BaseException) -> Finished:
    """Return the result of a report that no process brought to an end."""
    name = type(why).__name__
    fault = EnvironmentFault(
        f"生成它的进程没有完成（{name}：{why}）",
        f"no process brought it to an end ({name}: {why})",
        Phrase("在这台机器上单独生成它看看（-j 0 -v）", "build it alone on this machine to see why (-j 0 -v)"),
    )
    return stopped(site, task.job, fault)
