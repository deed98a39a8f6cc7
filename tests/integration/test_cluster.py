"""Reports built by the workers of a real scheduler: the same files as here, whoever is lost on the way."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from engine.base.errors import EnvironmentFault
from engine.base.workspace import Workspace, environment
from engine.batch.finished import Finished
from engine.cluster import cluster
from engine.cluster.cluster import Cluster
from engine.project import BuildOptions, Pages, Project
from engine.run_record import Status
from tests.support.batch_report import put_batch

ROOT = Path(__file__).resolve().parents[2]
TEAMS = 8
QUICK = BuildOptions(pages=Pages.NONE)


@dataclass(slots=True)
class Site:
    """A scheduler and its workers, as processes of this machine."""

    place: Path
    port: int = 0
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"dask://127.0.0.1:{self.port}"

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{arguments[0]}", *arguments[1:]]
        variables = {**environment(), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, env=variables, cwd=self.place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def start_worker(self) -> None:
        arguments = ("--nthreads", "2", "--no-nanny", "--no-dashboard", "--local-directory", str(self.place / "scratch"))
        self.workers.append(self.start("dask_worker", f"tcp://127.0.0.1:{self.port}", *arguments))

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    place = tmp_path_factory.mktemp("cluster")
    found = Site(place)
    try:
        file = place / "scheduler.json"
        found.start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter", "--scheduler-file", str(file))
        until(file.is_file)
        until(lambda: b"}" in file.read_bytes())
        found.port = int(file.read_text(encoding="utf-8").partition("tcp://127.0.0.1:")[2].partition('"')[0])
        found.start_worker()
        found.start_worker()
        with Cluster(found.address, patience=30) as both:
            until(lambda: both.workers == 2)
        yield found
    finally:
        found.stop()


def until(holds: object) -> None:
    assert callable(holds)
    deadline = time.monotonic() + 40
    while not holds():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.05)


def workspace_of(folder: Path) -> Workspace:
    put_batch(folder / "content", TEAMS)
    return Workspace.open(folder)


def digests(out: Path) -> dict[str, str]:
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.suffix in {".pptx", ".json"} and path.name != "run.json")
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if ".debrief" not in path.parts
    }


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of all files as this process builds them."""
    workspace = workspace_of(tmp_path_factory.mktemp("local").resolve())
    assert [report.status for report in Project(workspace).build(options=QUICK)] == [Status.BUILT] * TEAMS
    return digests(workspace.out)


def test_results_come_back_and_the_next_build_finds_nothing_to_do(site: Site, local: dict[str, str], tmp_path: Path) -> None:
    project = Project(workspace_of(tmp_path.resolve()))
    heard: set[str] = set()
    with Cluster(site.address) as crew:
        built = list(project.build(options=QUICK, executor=crew, watch=lambda report, _verb: heard.add(report)))
    assert [report.status for report in built] == [Status.BUILT] * TEAMS
    assert digests(project.workspace.out) == local
    assert {report.status for report in project.build(options=QUICK)} == {Status.UNCHANGED}
    assert heard == {report.name for report in built}
    assert list((site.place / "scratch").rglob("report.yaml")) == []


def test_workers_that_share_the_folder_write_it_themselves(site: Site, local: dict[str, str], tmp_path: Path) -> None:
    project = Project(workspace_of(tmp_path.resolve()))
    with Cluster(site.address, shared=True) as crew:
        built = list(project.build(options=QUICK, executor=crew))
    assert [report.status for report in built] == [Status.BUILT] * TEAMS
    assert digests(project.workspace.out) == local
    assert {report.status for report in project.build(options=QUICK)} == {Status.UNCHANGED}
    assert not list(project.workspace.out.glob(".debrief-*"))


def test_content_with_a_mistake_is_told_as_here(site: Site, tmp_path: Path) -> None:
    workspace = workspace_of(tmp_path.resolve())
    report = workspace.root / "content" / "teams" / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8").replace("为 {{ m.gmv }}", "为 {{ m.gvm }}"), encoding="utf-8")
    with Cluster(site.address) as crew:
        far = list(Project(workspace).build(options=QUICK, executor=crew))
    here = list(Project(workspace).build(options=QUICK))
    told = [(report.name, report.folder, report.diagnostics) for report in sorted(far, key=lambda report: report.name)]
    assert told == [(report.name, report.folder, report.diagnostics) for report in sorted(here, key=lambda report: report.name)]


def test_a_worker_that_builds_with_something_else_is_not_used(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(workspace_of(tmp_path.resolve()))
    monkeypatch.setattr(cluster, "differences", lambda _here, _there: ("debrief", "fonts"))
    with (
        Cluster(site.address) as crew,
        pytest.raises(EnvironmentFault, match="differs from here in the code of debrief, the fonts of the system"),
    ):
        list(project.build(options=QUICK, executor=crew))


def test_a_worker_that_is_killed_costs_nothing(site: Site, local: dict[str, str], tmp_path: Path) -> None:
    project = Project(workspace_of(tmp_path.resolve()))
    built: list[Finished] = []
    with Cluster(site.address) as crew:
        for report in project.build(options=QUICK, executor=crew):
            if not built:
                site.workers[0].kill()
            built.append(report)
    assert [report.status for report in built] == [Status.BUILT] * TEAMS
    assert digests(project.workspace.out) == local
