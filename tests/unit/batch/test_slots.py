from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence

import pytest

from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.batch.job import Job, Limits, Site
from engine.batch.slots import Slots
from engine.batch.worker import Task
from engine.run_record import Status
from tests.support.bad_workers import serve_badly

PATIENT = Limits(seconds=60)
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is told by Linux only")


def tasks(workspace: Workspace, names: Sequence[str]) -> list[Task]:
    return [Task(Job(workspace.root / "content" / name), True) for name in names]


def ends(workspace: Workspace, *names: str, count: int = 2, limits: Limits = PATIENT) -> dict[str, Finished]:
    """Give the tasks to processes; each must be answered once, and no process be left."""
    with Slots(Site(workspace), count, limits, serve_badly) as slots:
        answers = list(slots.run(tasks(workspace, names)))
    assert sorted(answer.name for answer in answers) == sorted(names)
    assert multiprocessing.active_children() == []
    return {answer.name: answer for answer in answers}


def why(finished: Finished) -> str:
    assert finished.fault is not None
    return finished.fault.message.en


def test_every_task_is_answered_by_at_most_so_many_processes(workspace: Workspace) -> None:
    done = ends(workspace, "a", "b", "c", "d", "e", count=2)
    assert all(finished.ok for finished in done.values())
    assert len({finished.title for finished in done.values()}) <= 2


def test_no_tasks_start_no_process(workspace: Workspace) -> None:
    assert ends(workspace) == {}


@on_linux
def test_a_process_that_dies_hangs_or_grows_costs_its_report_alone_and_says_how(workspace: Workspace) -> None:
    limits = Limits(seconds=4, memory=400)
    done = ends(workspace, "a", "segfault", "b", "hang", "bug", "grow", "c", limits=limits)
    assert all(done[other].ok for other in "abc")
    assert {name: why(finished) for name, finished in done.items() if finished.status is Status.FAILED} == {
        "segfault": "the process that built it ended unexpectedly (SIGSEGV)",
        "hang": "it took more than 4 s and was stopped",
        "bug": "debrief itself failed (KeyError: 'a bug of ours')",
        "grow": "it took more than 400 MiB of memory and was stopped",
    }


def test_what_failed_twice_says_what_may_help(workspace: Workspace) -> None:
    finished = ends(workspace, "exit")["exit"]
    assert why(finished) == "the process that built it ended unexpectedly (exit 7)"
    fault = finished.fault
    assert fault is not None
    assert fault.exit_code == 3
    assert fault.hint is not None
    assert "--timeout" in fault.hint.en
    assert "单独生成" in fault.hint.zh


def test_a_report_whose_process_died_once_is_built_at_the_second_try_and_no_third(workspace: Workspace) -> None:
    done = ends(workspace, "once", "a", "once-more")
    assert all(finished.ok for finished in done.values())


def test_an_idle_process_that_is_gone_costs_no_report(workspace: Workspace) -> None:
    with Slots(Site(workspace), 1, PATIENT, serve_badly) as slots:
        answers = []
        for finished in slots.run(tasks(workspace, ["a", "exit", "b"])):
            answers.append(finished)
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGKILL)
                child.join()
    assert [(finished.name, finished.ok) for finished in answers] == [("a", True), ("b", True), ("exit", False)]


def test_a_process_makes_room_after_so_many_reports(workspace: Workspace) -> None:
    done = ends(workspace, "a", "b", "c", "d", count=1, limits=Limits(reports=2))
    titles = [done[name].title for name in "abcd"]
    assert titles[0] == titles[1] != titles[2] == titles[3]


@on_linux
def test_a_process_that_has_grown_makes_room(workspace: Workspace) -> None:
    done = ends(workspace, "a", "b", count=1, limits=Limits(tidy=1))
    assert done["a"].title != done["b"].title


def test_what_a_dying_process_left_half_written_is_swept(workspace: Workspace) -> None:
    ends(workspace, "halfway", "a")
    assert list(workspace.out.iterdir()) == []


def test_leaving_ends_a_process_whatever_it_does(workspace: Workspace) -> None:
    with Slots(Site(workspace), 2, PATIENT, serve_badly) as slots:
        running = slots.run(tasks(workspace, ["hang", "a"]))
        assert next(running).name == "a"
        started = time.monotonic()
    assert time.monotonic() - started < 2
    assert multiprocessing.active_children() == []


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl-C be heard also where the tests run in the background, which are started deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_leaves_no_process(workspace: Workspace) -> None:
    timer = threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt), Slots(Site(workspace), 2, PATIENT, serve_badly) as slots:
        list(slots.run(tasks(workspace, ["hang", "hang-too"])))
    timer.join()
    assert multiprocessing.active_children() == []


def test_the_watch_is_told_what_begins(workspace: Workspace) -> None:
    told: list[tuple[str, str]] = []
    with Slots(Site(workspace), 1, PATIENT, serve_badly) as slots:
        list(slots.run(tasks(workspace, ["a", "b"]), lambda report, verb: told.append((report, verb))))
    assert told == [("a", "load"), ("b", "load")]
