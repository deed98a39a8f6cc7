"""Python's search for cycles, put off while a report is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_put_off() -> Iterator[None]:
    """Look for no garbage meanwhile, and then as before; also a decorator.

    A report makes half a million small records, nearly all in use until it is done and none in a cycle: looking through them again and
    again takes a tenth of the time and finds nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
