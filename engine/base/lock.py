"""One writer at a time for a folder. The lock is the system's: it ends with the process, however that ends, and leaves no file behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_flock: Callable[[int], None] | None
try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows cannot lock a folder; files are written whole there too, and the last run wins
    _flock = None
else:

    def _flock(handle: int) -> None:
        flock(handle, LOCK_EX | LOCK_NB)


class Taken(Exception):
    """Another process, or another run of this one, holds the folder."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold an existing folder against other holders. Raises Taken at once when there is one; file systems without locks are not locked."""
    if _flock is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _take(_flock, handle, folder)
        yield
    finally:
        os.close(handle)


def _take(lock: Callable[[int], None], handle: int, folder: Path) -> None:
    with suppress(OSError):  # some network file systems have no locks
        try:
            lock(handle)
        except BlockingIOError as other:
            raise Taken(folder) from other
