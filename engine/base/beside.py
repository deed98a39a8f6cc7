"""Work done beside the rest by a copy of this process, on a core that would be idle."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NoReturn, TypeVar

from engine.base.lifeline import die_with_parent

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin `work`, and return what waits for its answer, which must be one that can be pickled; what it raises is raised there.

    A copy sees the world as it is now, and nobody sees what it changes. Where no copy can be made the work is done when it is asked for.
    """
    if not _can_copy():
        return work
    reading, writing = multiprocessing.Pipe(duplex=False)
    parent = os.getpid()
    child = os.fork()
    if not child:
        _answer(work, writing, parent)
    writing.close()
    return lambda: _awaited(child, reading, work)


def _can_copy() -> bool:
    """Tell whether this is the only thread of a process that is no worker of a pool, with a second core. macOS cannot copy one safely."""
    return (
        sys.platform == "linux"
        and threading.active_count() == 1
        and multiprocessing.parent_process() is None
        and len(os.sched_getaffinity(0)) > 1
    )


def _answer(work: Callable[[], object], writing: Connection, parent: int) -> NoReturn:
    """Send what the work answers or raises, and end without a word to anybody else."""
    try:
        die_with_parent(parent)
        try:
            answer = (True, work())
        except Exception as trouble:  # noqa: BLE001  raised where the answer is asked for
            writing.send((False, trouble))
        else:
            writing.send(answer)
    finally:
        os._exit(0)


def _awaited(child: int, reading: Connection, work: Callable[[], T]) -> T:
    try:
        done, answer = reading.recv()
    except EOFError:  # it was killed, had no memory, or an answer that cannot be sent
        return work()
    finally:
        reading.close()
        os.waitpid(child, 0)
    if not done:
        raise answer
    result: T = answer
    return result
