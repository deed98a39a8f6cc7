"""A Dask cluster as a crew that builds reports: inputs go there once, results come back, lost workers are replaced by the others."""

from __future__ import annotations

import logging
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from typing import Any, Self

from distributed import Client

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault, UsageError
from engine.batch.building import Made, write_made
from engine.batch.by_executor import Failed, lost, results
from engine.batch.finished import Finished
from engine.batch.run import RunPlan, Watch
from engine.batch.worker import Task
from engine.cluster.bundle import bundle_of
from engine.cluster.far import Errand, build_shared, forget, make_far, not_shared, unlike
from engine.cluster.kit import differences, kit
from engine.out_folder import remove_leftovers

SCHEME = "dask://"
PATIENCE = 10.0
"""Seconds until a scheduler must answer, and until it must have a worker."""
AHEAD = 3
"""Reports that wait at each worker, so that none is ever without."""
TOKEN = ".debrief-run"  # noqa: S105  the name of a file


class Cluster:
    """The workers of one scheduler. Use as a context; `address` is `dask://host:port`.

    `shared`: the workers see the same folders as we do, read the inputs there and write the results themselves. Limits of time and memory
    are the cluster's. Raises EnvironmentFault when the scheduler or its workers cannot be reached.
    """

    def __init__(self, address: str, *, shared: bool = False, patience: float = PATIENCE) -> None:
        self._shared, self._patience = shared, patience
        self._client = _connected(address, patience)
        self._begun: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError, TimeoutError):
            self._client.close(timeout=1)

    @property
    def workers(self) -> int:
        """How many worker processes there are now."""
        return len(self._client.scheduler_info(n_workers=-1)["workers"])

    def run(self, plan: RunPlan, tasks: Sequence[Task], watch: Watch | None) -> Iterator[Finished]:
        """Yield what becomes of each report; it is written here, or by its worker in a folder that all see.

        A report whose worker is lost goes to another; one that is lost with that too has failed. Raises EnvironmentFault when a worker differs from
        this process, or sees no shared folder.
        """
        if not tasks:
            return
        site, out = plan.site, plan.site.workspace.out
        errand = Errand(f"debrief-{self._client.id}", site, kit(), str(out / TOKEN) if self._shared else "")
        self._expect_like(errand)
        self._client.subscribe_topic(errand.run, lambda event: self._heard(str(event[1]), watch))
        submit = self._sharing(errand) if self._shared else self._sending(errand, plan, tasks)
        try:
            for task, result in results(tasks, submit, lambda: AHEAD * self.workers, lambda task: self._begun[task.job.name]):
                match result:
                    case Failed():
                        yield lost(task, site, result.why)
                    case Made():
                        yield write_made(site, task.job, result)
                    case _:
                        yield result
        finally:
            self._client.unsubscribe_topic(errand.run)
            with suppress(OSError, TimeoutError):
                self._client.run(forget, errand.run, on_error="ignore")
            if self._shared:
                (out / TOKEN).unlink(missing_ok=True)
                remove_leftovers(site.workspace)  # of workers that are gone

    def _expect_like(self, errand: Errand) -> None:
        """Raises EnvironmentFault for the first worker that would give other files."""
        here = self._client.get_versions()["client"]["host"]["python"]
        there = {worker: info["host"]["python"] for worker, info in self._client.get_versions()["workers"].items()}
        for worker, python in sorted(there.items()):
            if python.split(".")[:2] != here.split(".")[:2]:
                raise unlike(worker, ("python",))
        for worker, found in sorted(self._client.run(kit, on_error="return").items()):
            if isinstance(found, BaseException):
                raise EnvironmentFault(
                    f"{worker} 上没有同样的 debrief（{found}）",
                    f"{worker} has no such debrief ({found})",
                    Phrase("在每台机器上安装同一版本的 debrief", "install the same version of debrief on each machine"),
                )
            if other := differences(errand.kit, found):
                raise unlike(worker, other)

    def _sending(self, errand: Errand, plan: RunPlan, tasks: Sequence[Task]) -> Callable[[Task], Future[Any]]:
        executor: Executor = self._client.get_executor(pure=False)
        folders = {task.job.folder for task in tasks}
        bundle = bundle_of(plan.site.workspace, {folder: loader for folder, loader in plan.survey.loaders.items() if folder in folders})
        parcel = self._client.scatter(bundle, broadcast=True)

        def submit(task: Task) -> Future[Any]:
            nonlocal parcel
            if parcel.status in {"lost", "cancelled"}:  # all workers that had it are gone
                parcel = self._client.scatter(bundle, broadcast=True)
            return executor.submit(make_far, task, errand, parcel)

        return submit

    def _sharing(self, errand: Errand) -> Callable[[Task], Future[Any]]:
        executor: Executor = self._client.get_executor(pure=False)
        workspace = errand.site.workspace
        workspace.write_atomically(workspace.out / TOKEN, errand.run.encode())
        for found in self._client.run(not_shared, errand).values():
            if found is not None:
                raise found
        return lambda task: executor.submit(build_shared, task, errand)

    def _heard(self, name: str, watch: Watch | None) -> None:
        """A worker has begun a report."""
        self._begun[name] += 1
        if watch is not None:
            watch(name, "load")


def _connected(address: str, patience: float) -> Client:
    host, colon, port = address.removeprefix(SCHEME).rpartition(":")
    if not address.startswith(SCHEME) or not colon or not host or not port.isdigit():
        raise UsageError(
            f"--executor 不能是“{address}”",
            f"--executor cannot be {address!r}",
            Phrase("写 local，或 dask://主机:端口", "write local, or dask://host:port"),
        )
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is lost on the way is told report by report
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions that differ: a worker that would give other files is refused below
            client = Client(f"tcp://{host}:{port}", timeout=patience, set_as_default=False)
    except (OSError, TimeoutError) as trouble:
        raise EnvironmentFault(
            f"{patience:g} 秒内连不上 {address}",
            f"{address} did not answer within {patience:g} s",
            Phrase("调度器起来了吗？dask scheduler --port 8786", "does the scheduler run? dask scheduler --port 8786"),
        ) from trouble
    try:
        client.wait_for_workers(1, timeout=patience)
    except TimeoutError as trouble:
        client.close(timeout=1)
        raise EnvironmentFault(
            f"{address} 没有工作进程",
            f"{address} has no worker",
            Phrase(
                f"在各台机器上运行 dask worker {host}:{port} --nworkers 核数 --nthreads 1",
                f"run dask worker {host}:{port} --nworkers CORES --nthreads 1 on each machine",
            ),
        ) from trouble
    return client
