"""What a worker of the cluster does: build one report, in a copy of the inputs of its own or in a folder that all see.

One report at a time for each process, whatever the number of its threads: the libraries that draw PDFs are not made for more.
"""

from __future__ import annotations

import gc
import shutil
import tempfile
from pathlib import Path
from threading import Lock

from distributed import get_worker

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault
from engine.base.records import dataclass, replace
from engine.base.workspace import Workspace
from engine.batch.building import Loaders, Made, make_job, own_failure, stopped
from engine.batch.finished import Finished
from engine.batch.job import Job, Site
from engine.batch.worker import Task, done
from engine.cluster.bundle import Bundle, unpack
from engine.cluster.kit import PARTS, Kit, differences, kit

_alone = Lock()
_NEVER = 2**63 - 1
"""After this the inputs were not changed: nobody writes to the copy, and what is recorded are the digests of the files in it."""


@dataclass(slots=True)
class _Desk:
    """Where this process works, and what it has read there: one run at a time."""

    run: str = ""
    site: Site | None = None
    loaders: Loaders | None = None
    folder: Path | None = None


_desk = _Desk()


@dataclass(frozen=True, slots=True)
class Errand:
    """What holds for all reports of a run: its name, which is also the topic of its events, and the kit it must be built with.

    `site` names folders of the machine that asks; `token` is a file in the shared folder, empty where nothing is shared.
    """

    run: str
    site: Site
    kit: Kit
    token: str = ""


def make_far(task: Task, errand: Errand, bundle: Bundle) -> Made:
    """Return a report with its files, made from the bundle; nothing is left here but the unpacked inputs."""
    with _alone:
        _begun(errand, task)
        if (unfit := _unfit(errand)) is not None:
            return Made(stopped(errand.site, task.job, unfit))
        site = errand.site
        try:
            site = _unpacked(errand, bundle)
            assert _desk.loaders is not None, "the desk is laid"
            made = make_job(site, _moved(task.job, errand.site, site), _desk.loaders)
        except Exception as bug:  # noqa: BLE001  one report must not stop the others
            made = Made(own_failure(site, task.job, bug))
        gc.collect(0)
        return replace(made, finished=replace(made.finished, folder=task.job.folder))


def build_shared(task: Task, errand: Errand) -> Finished:
    """Build a report and write its files, in the folder that this worker sees as the machine that asks does."""
    with _alone:
        _begun(errand, task)
        unfit = _unfit(errand) or not_shared(errand)
        if unfit is not None:
            return stopped(errand.site, task.job, unfit)
        if _desk.run != errand.run:
            _clear()
            _desk.run, _desk.site, _desk.loaders = errand.run, errand.site, Loaders(errand.site)
        assert _desk.loaders is not None, "the desk is laid"
        return done(task, errand.site, _desk.loaders)


def not_shared(errand: Errand) -> EnvironmentFault | None:
    """Return what is wrong when this process does not see the folder of the results that the run writes to."""
    if Path(errand.token).is_file():
        return None
    place = errand.site.workspace.out
    return EnvironmentFault(
        f"{_name()} 看不到“{place}”",
        f"{_name()} does not see {place}",
        Phrase(
            "挂载同一个文件夹，或去掉 --shared：结果会送回来", "mount the same folder there, or leave out --shared: results are sent back"
        ),
    )


def forget(run: str) -> None:
    """Remove the inputs of a run that is over."""
    if _desk.run == run:
        _clear()


def _begun(errand: Errand, task: Task) -> None:
    get_worker().log_event(errand.run, task.job.name)


def _unfit(errand: Errand) -> EnvironmentFault | None:
    """Return what is wrong with a worker that joined later, None for one that builds as we do."""
    other = differences(errand.kit, kit())
    return None if not other else unlike(_name(), other)


def unlike(worker: str, parts: tuple[str, ...]) -> EnvironmentFault:
    """Return the fault of a worker that would give other bytes."""
    zh, en = "、".join(PARTS[part].zh for part in parts), ", ".join(PARTS[part].en for part in parts)
    return EnvironmentFault(
        f"{worker} 与这里不同：{zh}",
        f"{worker} differs from here in {en}",
        Phrase(
            "各台机器装同一版本的 debrief、库和字体（同一个镜像），否则同样的内容会得出不同的文件",
            "install the same debrief, libraries and fonts on all machines (one image): else the same content gives other files",
        ),
    )


def _name() -> str:
    return str(get_worker().address)


def _unpacked(errand: Errand, bundle: Bundle) -> Site:
    """Return the site of this process, its inputs unpacked when the first report of a run comes."""
    if _desk.run != errand.run or _desk.site is None:
        _clear()
        folder = Path(tempfile.mkdtemp(prefix="debrief-", dir=get_worker().local_directory)).resolve()
        _desk.run, _desk.folder = errand.run, folder
        unpack(bundle, folder)
        _desk.site = replace(errand.site, workspace=Workspace(folder, folder / "out", errand.site.workspace.today), started=_NEVER)
        _desk.loaders = Loaders(_desk.site)
    return _desk.site


def _clear() -> None:
    if _desk.folder is not None:
        shutil.rmtree(_desk.folder, ignore_errors=True)
    _desk.run, _desk.site, _desk.loaders, _desk.folder = "", None, None, None


def _moved(job: Job, there: Site, here: Site) -> Job:
    return replace(job, folder=here.workspace.root / job.folder.relative_to(there.workspace.root))
