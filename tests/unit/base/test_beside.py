from __future__ import annotations

import os
import signal
import sys
import threading

import pytest

from engine.base.beside import beside

COPIES = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
only_where_copied = pytest.mark.skipif(not COPIES, reason="no copy of a process is made here")


def test_the_answer_is_that_of_the_work() -> None:
    assert beside(lambda: {"pages": (1, 2)})() == {"pages": (1, 2)}


def test_what_the_work_raises_is_raised_where_the_answer_is_asked_for() -> None:
    def work() -> int:
        raise ValueError("no font")

    ask = beside(work)
    with pytest.raises(ValueError, match="no font"):
        ask()


@only_where_copied
def test_the_work_is_done_by_another_process_whose_changes_nobody_sees() -> None:
    seen: list[int] = []

    def work() -> int:
        seen.append(1)
        return os.getpid()

    assert threading.active_count() > 1 or (beside(work)() != os.getpid() and seen == [])


@only_where_copied
def test_a_copy_that_was_killed_has_its_work_done_here() -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    assert beside(work)() == here


@only_where_copied
def test_no_copy_is_left_behind() -> None:
    beside(lambda: 1)()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_beside_another_thread_the_work_is_done_when_it_is_asked_for() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert beside(os.getpid)() == os.getpid()
    finally:
        end.set()
        thread.join()
