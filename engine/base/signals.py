"""The signals that end a run, and the moments at which they must wait or be ignored."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Ctrl-C, a polite end, and a terminal that is gone; Windows has no SIGHUP."""
_CAN_WAIT = hasattr(signal, "pthread_sigmask")


@contextmanager
def put_off() -> Iterator[None]:
    """Let what would end this process wait until the context is left. A process that is started meanwhile waits too, until `heard()`."""
    with _noted(), _blocked():
        yield


@contextmanager
def _noted() -> Iterator[None]:
    """Note signals instead of following them, and follow them afterwards. Whichever thread gets one, the main thread answers it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    answered = [number for number in ENDINGS if signal.getsignal(number) not in {signal.SIG_IGN, None}]
    before = {number: signal.signal(number, lambda number, _frame: came.append(number)) for number in answered}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in dict.fromkeys(came):
            signal.raise_signal(number)


@contextmanager
def _blocked() -> Iterator[None]:
    """Block signals for this thread, as processes that it starts inherit it."""
    if not _CAN_WAIT:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def heard() -> None:
    """Hear again what was put off, whoever did it: first of all what came meanwhile."""
    if _CAN_WAIT:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)


@contextmanager
def ignored() -> Iterator[None]:
    """Let nothing end this process: a second Ctrl-C must not leave half an end behind. Only the main thread can be ended by a signal."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ENDINGS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
