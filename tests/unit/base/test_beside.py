from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from engine.base.beside import beside

only_where_copied = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="no copy of a process is made on this system"
)


def told_alone(script: str) -> str:
    """Return what a script prints in a process of its own: runners of tests have threads, beside which no copy is made."""
    imports = "import os, signal\nfrom engine.base.beside import beside\n"
    done = subprocess.run([sys.executable, "-c", imports + script], capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    return done.stdout


def test_the_answer_is_that_of_the_work() -> None:
    assert told_alone("print(beside(lambda: {'pages': (1, 2)})())") == "{'pages': (1, 2)}\n"


def test_what_the_work_raises_is_raised_where_the_answer_is_asked_for() -> None:
    script = "ask = beside(lambda: int('x'))\nprint('asked')\ntry: ask()\nexcept ValueError as trouble: print(trouble)"
    assert told_alone(script) == "asked\ninvalid literal for int() with base 10: 'x'\n"


@only_where_copied
def test_the_work_is_done_by_another_process_whose_changes_nobody_sees() -> None:
    script = "seen = []\nother = beside(lambda: (seen.append(1), os.getpid())[1])()\nprint(other != os.getpid(), seen)"
    assert told_alone(script) == "True []\n"


@only_where_copied
def test_a_copy_that_was_killed_has_its_work_done_here() -> None:
    script = "here = os.getpid()\nprint(beside(lambda: os.getpid() == here or os.kill(os.getpid(), signal.SIGKILL))())"
    assert told_alone(script) == "True\n"


@only_where_copied
def test_an_answer_that_cannot_be_sent_is_worked_out_here() -> None:
    assert told_alone("print(beside(lambda: lambda: 3)()())") == "3\n"


@only_where_copied
def test_no_copy_is_left_behind() -> None:
    script = "beside(lambda: 1)()\ntry: os.waitpid(-1, os.WNOHANG)\nexcept ChildProcessError: print('nobody')"
    assert told_alone(script) == "nobody\n"


def test_beside_another_thread_the_work_is_done_when_it_is_asked_for() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert beside(os.getpid)() == os.getpid()
    finally:
        end.set()
        thread.join()
