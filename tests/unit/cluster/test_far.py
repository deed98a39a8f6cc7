"""What a worker does, in this process; tests/integration/test_cluster.py has real ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from engine.base.records import replace
from engine.base.workspace import Workspace
from engine.batch.job import Site
from engine.batch.survey import survey
from engine.batch.worker import Task
from engine.cluster import far
from engine.cluster.bundle import bundle_of
from engine.cluster.far import Errand, build_shared, forget, make_far
from engine.cluster.kit import kit
from engine.out_folder import Pages
from engine.run_record import Status
from tests.support.batch_report import put_batch


@dataclass(slots=True)
class Worker:
    local_directory: str
    address: str = "tcp://there:1"
    events: list[tuple[str, str]] = field(default_factory=list)

    def log_event(self, topic: str, message: str) -> None:
        self.events.append((topic, message))


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    place = tmp_path / "worker"
    place.mkdir()
    found = Worker(str(place))
    monkeypatch.setattr(far, "get_worker", lambda: found)
    yield found
    forget("run")


def prepared(workspace: Workspace) -> tuple[Errand, Task]:
    put_batch(workspace.root / "content", 1)
    site = Site(workspace, pages=Pages.NONE, started=1)
    (job,) = survey(site, [workspace.root / "content" / "teams"]).jobs
    return Errand("run", site, kit()), Task(job, writes=True)


def test_a_report_is_made_in_a_copy_that_goes_with_the_run(workspace: Workspace, worker: Worker) -> None:
    errand, task = prepared(workspace)
    bundle = bundle_of(workspace, survey(errand.site, [task.job.folder]).loaders)
    made = make_far(task, errand, bundle)
    assert (made.finished.status, made.finished.folder) == (Status.BUILT, task.job.folder)
    assert [artifact.file_name for artifact in made.artifacts] == ["第1组.pptx", "facts.json", "agreement.json", "agreement.html"]
    assert made.made_of is not None
    assert sorted(made.made_of.files)[:2] == ["content/settings.yaml", "content/teams/report.yaml"]
    assert worker.events == [("run", "teams/第1组")]
    assert not workspace.out.exists()
    (copy,) = Path(worker.local_directory).iterdir()
    forget("another run")
    assert copy.is_dir()
    forget("run")
    assert not copy.exists()


def test_a_worker_of_another_kind_that_joins_later_builds_nothing(workspace: Workspace, worker: Worker) -> None:
    errand, task = prepared(workspace)
    fault = build_shared(task, replace(errand, kit={**kit(), "python": "3.9.0"})).fault
    assert fault is not None
    assert str(fault) == f"{worker.address} differs from here in Python"


def test_a_worker_that_does_not_see_the_shared_folder_says_so(workspace: Workspace, worker: Worker) -> None:
    errand, task = prepared(workspace)
    fault = build_shared(task, replace(errand, token=str(workspace.out / "token"))).fault
    assert fault is not None
    assert str(fault) == f"{worker.address} does not see {workspace.out}"


def test_where_the_folder_is_shared_the_worker_writes(workspace: Workspace, worker: Worker) -> None:
    errand, task = prepared(workspace)
    workspace.write_atomically(workspace.out / "token", b"")
    assert build_shared(task, replace(errand, token=str(workspace.out / "token"))).status is Status.BUILT
    assert (workspace.out / "teams" / "第1组" / "第1组.pptx").is_file()
    assert list(Path(worker.local_directory).iterdir()) == []
