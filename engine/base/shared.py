"""What a process keeps of one report for the next: values worked out from content alone, and found again by that content.

A worker that builds hundreds of reports reads the same template, tables and chapters each time. What is kept here goes by what a file says (its
bytes, or their digest, with whatever else the value depends on), never by its name: a changed file is seen at once, and no result tells whether
a value was kept or made anew. Only what nobody can change is kept, and no more than fits.
"""

from __future__ import annotations

import hashlib
from _thread import allocate_lock
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Generic, TypeVar

V = TypeVar("V")

_BLOCK = 2**20


class Shared(Generic[V]):
    """Frozen values by their content. `room` bounds the sum of their weights: those not asked for the longest give way.

    Threads may share it: at worst two of them make the same value.
    """

    def __init__(self, room: int) -> None:
        self._room, self._weight = room, 0
        self._values: OrderedDict[Hashable, tuple[V, int]] = OrderedDict()
        self._lock = allocate_lock()

    def __len__(self) -> int:
        return len(self._values)

    def clear(self) -> None:
        """Keep nothing of what was."""
        with self._lock:
            self._values.clear()
            self._weight = 0

    def find(self, key: Hashable) -> V | None:
        """Return the value of a key, None when there is none."""
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key][0]

    def keep(self, key: Hashable, value: V, weight: int = 1) -> None:
        """Keep a value, unless it alone has no room."""
        if weight > self._room:
            return
        with self._lock:
            self._weight += weight - self._values.pop(key, (None, 0))[1]
            self._values[key] = (value, weight)
            while self._weight > self._room:
                self._weight -= self._values.popitem(last=False)[1][1]

    def get(self, key: Hashable, make: Callable[[], V], weight: int = 1) -> V:
        """Return the value of a key, made now if need be."""
        found = self.find(key)
        if found is None:
            found = make()
            self.keep(key, found, weight)
        return found


def digest_of(path: Path) -> bytes:
    """Return the SHA-256 of a file. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.digest()


def _one(_: object) -> int:
    return 1


def of_file(shared: Shared[V], path: Path, about: Hashable, make: Callable[[], V], weigh: Callable[[V], int | None] = _one) -> V:
    """Return what `make` reads from a file; `about` is all else that the value depends on. What weighs None is not kept.

    A file that changes while it is read is read again by the next who asks. Raises what `make` raises, and OSError.
    """
    digest = digest_of(path)
    found = shared.find((digest, about))
    if found is not None:
        return found
    value = make()
    weight = weigh(value)
    if weight is not None and digest_of(path) == digest:
        shared.keep((digest, about), value, weight)
    return value
