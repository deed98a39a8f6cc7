from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest

from engine.base.workspace import Workspace
from engine.batch import worker
from engine.batch.building import Loaders
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.worker import Begun, Task, Told, done, serve, worked
from tests.support.mini_report import put_report


@pytest.fixture
def site(workspace: Workspace) -> Site:
    for name in ("a", "b"):
        put_report(workspace.root / "content" / name)
    return Site(workspace, ("pptx",))


def task(site: Site, name: str, *, writes: bool = False) -> Task:
    return Task(Job(site.workspace.root / "content" / name), writes)


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this process serve, and be as it was afterwards."""
    monkeypatch.setattr(worker, "die_with_parent", lambda _parent: None)
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("serving")
def test_tasks_are_answered_one_by_one_until_the_pipe_closes(site: Site) -> None:
    ours, theirs = Pipe()
    for name in ("a", "b"):
        ours.send(task(site, name))
    heard: list[Told] = []

    def listen() -> None:
        while sum(isinstance(told, Finished) for told in heard) < 2:
            heard.append(ours.recv())
        ours.close()

    listener = threading.Thread(target=listen)
    listener.start()
    serve(theirs, site, 0)
    listener.join()
    assert [told.name for told in heard if isinstance(told, Finished)] == ["a", "b"]
    assert [told.verb for told in heard if isinstance(told, Begun)][:3] == ["load", "compose", "resolve"]


@pytest.mark.usefixtures("serving")
def test_a_worker_whose_parent_is_gone_goes_without_a_word(site: Site) -> None:
    ours, theirs = Pipe()
    ours.send(task(site, "a"))
    ours.close()
    serve(theirs, site, 0)


@pytest.mark.usefixtures("serving")
def test_ctrl_c_is_for_the_parent(site: Site) -> None:
    ours, theirs = Pipe()
    ours.close()
    serve(theirs, site, 0)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_a_task_that_writes_builds_and_another_checks(site: Site) -> None:
    loaders = Loaders(site)
    assert worked(task(site, "a"), site, loaders).files == ()
    assert not site.workspace.out.exists()
    built = worked(task(site, "b", writes=True), site, loaders)
    assert built.formats == ("pptx",)
    assert all((site.workspace.out / file.path).is_file() for file in built.files)


Watch = Callable[[str], None] | None


def breaking(monkeypatch: pytest.MonkeyPatch, bug: Exception) -> None:
    def fail(_site: Site, _job: Job, _loaders: Loaders, _watch: Watch) -> Finished:
        raise bug

    monkeypatch.setattr(worker, "check_job", fail)


def test_a_bug_of_ours_costs_its_report_and_says_how_to_look_for_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, KeyError("gmv"))
    finished = done(task(site, "a"), site, Loaders(site))
    assert finished.fault is not None
    assert finished.fault.message.en == "debrief itself failed (KeyError: 'gmv')"
    assert finished.fault.hint is not None
    assert "-v" in finished.fault.hint.en


def test_a_bug_is_raised_for_whoever_looks_for_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, KeyError("gmv"))
    with pytest.raises(KeyError):
        worked(task(site, "a"), site, Loaders(site))


def test_a_parent_that_is_gone_is_no_bug(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, BrokenPipeError())
    with pytest.raises(BrokenPipeError):
        done(task(site, "a"), site, Loaders(site))


def test_paths_are_those_of_the_site(site: Site) -> None:
    assert done(task(site, "a"), site, Loaders(site)).folder == Path(site.workspace.root, "content", "a")
