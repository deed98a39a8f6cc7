from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from engine.base.signals import ENDINGS, heard, ignored, put_off


@pytest.fixture(params=["alone", "beside a thread"])
def threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """A process of one thread, and of two: the system gives a signal to any thread that does not block it."""
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    if request.param != "alone":
        thread.start()
    yield
    over.set()
    if thread.ident is not None:
        thread.join()


@pytest.mark.usefixtures("threads")
@pytest.mark.parametrize("number", ENDINGS)
def test_what_is_put_off_comes_when_the_context_is_left(number: signal.Signals) -> None:
    told: list[int] = []
    before = signal.signal(number, lambda number, _frame: told.append(number))
    try:
        with put_off():
            os.kill(os.getpid(), number)
            time.sleep(0.02)
            assert told == []
        assert told == [number]
    finally:
        signal.signal(number, before)


def test_ctrl_c_that_was_put_off_is_still_an_interrupt() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background are started deaf to it
    try:
        with pytest.raises(KeyboardInterrupt), put_off():
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_process_started_meanwhile_is_not_ended_before_it_hears() -> None:
    script = "import signal, sys; from engine.base.signals import heard; print('up', flush=True); sys.stdin.read(1); heard(); print('deaf')"
    with put_off():
        child = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "up\n"
    child.terminate()
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(0.2)
    said, _ = child.communicate("x")
    assert said == ""
    assert child.returncode == -signal.SIGTERM


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with put_off():
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_hearing_twice_is_hearing() -> None:
    heard()
    heard()
    assert not signal.pthread_sigmask(signal.SIG_BLOCK, ()) & set(ENDINGS)


@pytest.mark.parametrize("number", ENDINGS)
def test_what_is_ignored_never_comes(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with ignored():
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) is before


def test_another_thread_has_nothing_to_ignore() -> None:
    seen: list[object] = []

    def look() -> None:
        with ignored():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [signal.getsignal(signal.SIGTERM)]
