"""Work that does not end is ended, and the alarm is taken back."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from engine.base.deadline import TookTooLong, within


def endless() -> None:
    while True:
        pass


def test_endless_work_is_ended() -> None:
    with pytest.raises(TookTooLong, match=r"more than 0\.05 s") as caught, within(0.05):
        endless()
    assert caught.value.exit_code == 3


def test_work_in_time_leaves_no_alarm() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with within(0.05):
        pass
    time.sleep(0.08)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_other_threads_have_no_alarms() -> None:
    done: list[bool] = []

    def work() -> None:
        with within(0.01):
            time.sleep(0.03)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
