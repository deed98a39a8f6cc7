"""A limit of time for work in this process: what works in one of its own is ended by its parent instead."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault


class TookTooLong(EnvironmentFault):
    """The work did not end in time."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the work when it takes longer. Without effect outside the main thread and where there are no such alarms."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> NoReturn:
        raise TookTooLong(
            f"超过 {seconds:g} 秒，已停止",
            f"it took more than {seconds:g} s and was stopped",
            Phrase(
                "内容太多：分成几份报告，或先汇总数据", "there is too much content: make several reports of it, or sum up the data first"
            ),
        )

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
