from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.base.workspace import Workspace
from engine.batch.by_executor import Failed, results
from engine.batch.job import Job
from engine.batch.worker import Task
from engine.project import BuildOptions, Pages, Project
from engine.run_record import Status
from tests.support.batch_report import put_batch

QUICK = BuildOptions(pages=Pages.NONE)
ONE, TWO = (Task(Job(Path(name)), writes=True) for name in ("one", "two"))
Submit = Callable[[Task], "Future[str]"]


def ending(*ends: str | BaseException) -> Submit:
    """Return what submits tasks that end one after the other as told, whichever they are."""
    left = list(ends)

    def submit(task: Task) -> Future[str]:
        future: Future[str] = Future()
        end = left.pop(0)
        if isinstance(end, BaseException):
            future.set_exception(end)
        else:
            future.set_result(f"{task.job.folder} {end}")
        return future

    return submit


def told(submit: Submit, *tasks: Task, ahead: int = 1, begun: Callable[[Task], int] = lambda _task: 0) -> list[str]:
    return [str(result.why) if isinstance(result, Failed) else result for _, result in results(tasks, submit, lambda: ahead, begun)]


def test_each_task_is_done_once() -> None:
    assert told(ending("done", "done"), ONE, TWO) == ["one done", "two done"]


def test_what_raises_is_tried_again_after_the_others() -> None:
    assert told(ending(OSError("lost"), "done", "done"), ONE, TWO) == ["two done", "one done"]


def test_what_raises_twice_has_failed_and_the_others_go_on() -> None:
    assert told(ending(OSError("lost"), "done", OSError("lost again")), ONE, TWO) == ["two done", "lost again"]


def test_what_two_processes_took_up_is_not_tried_again() -> None:
    assert told(ending(OSError("lost")), ONE, begun=lambda _task: 2) == ["lost"]


def test_what_a_third_process_takes_up_is_cancelled() -> None:
    running: list[Future[str]] = []

    def submit(_task: Task) -> Future[str]:
        running.append(Future())
        return running[-1]

    assert told(submit, ONE, begun=lambda _task: 3) == ["two processes were lost with it"]
    assert running[0].cancelled()


def test_an_executor_that_is_broken_fails_what_is_left() -> None:
    def submit(_task: Task) -> Future[str]:
        raise BrokenExecutor("it is gone")

    assert told(submit, ONE, TWO) == ["it is gone", "it is gone"]


def test_leaving_early_cancels_what_has_not_begun() -> None:
    running: list[Future[str]] = []

    def submit(task: Task) -> Future[str]:
        running.append(ending("done")(task) if task is ONE else Future())
        return running[-1]

    found = results((ONE, TWO), submit, lambda: 2)
    assert next(found)[1] == "one done"
    found.close()
    assert running[1].cancelled()


@pytest.mark.parametrize(
    "make", [lambda: ThreadPoolExecutor(1), lambda: ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))], ids=["thread", "process"]
)
def test_any_executor_builds_a_batch_as_this_process_does(workspace: Workspace, make: Callable[[], Executor]) -> None:
    put_batch(workspace.root / "content", 2)
    project = Project(workspace)
    with make() as executor:
        built = list(project.build(options=QUICK, executor=executor))
    assert [report.status for report in built] == [Status.BUILT] * 2
    bytes_of = {path: path.read_bytes() for path in workspace.out.rglob("*.pptx")}
    assert {report.status for report in project.build(options=QUICK)} == {Status.UNCHANGED}
    assert {report.status for report in project.build(options=BuildOptions(pages=Pages.NONE, force=True))} == {Status.BUILT}
    assert bytes_of == {path: path.read_bytes() for path in workspace.out.rglob("*.pptx")}
    assert len(bytes_of) == 2
