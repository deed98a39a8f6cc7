"""What reports leave below `out/`: files written together or not at all, page pictures beside them, nothing stale.

`out/<report>/` holds the documents, `facts.json`, `agreement.*`, `pages/NN.png` and `contact.png`. Only files that run.json says we wrote, unchanged since,
are ever removed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path, PurePosixPath

from engine.base.diagnostics import Phrase
from engine.base.disk import disk_trouble
from engine.base.errors import EnvironmentFault
from engine.base.lock import Taken, held
from engine.base.workspace import TEMPORARY_SUFFIX, Workspace
from engine.pipeline import Artifact
from engine.run_record import RUN_FILE, FileRecord


class Pages(Enum):
    """Which pages of the PDF are pictured beside it; NONE leaves out the contact sheet too."""

    ALL = "all"
    COVER = "cover"
    NONE = "none"


PAGE_WIDTH, COVER_WIDTH = 1280, 640
"""Pixels. A picture takes three milliseconds for a hundred thousand of them: as much as the rest of a short report."""
PAGES, CONTACT_SHEET = "pages", "contact.png"
PROBE = ".debrief-probe"
INDEX_FILE = "index.html"
RUN_FILES = (RUN_FILE, INDEX_FILE)


def page_pictures(artifacts: Iterable[Artifact], wanted: Pages = Pages.ALL) -> tuple[Artifact, ...]:
    """Return the pages of the PDF among the artifacts as `pages/01.png` …, and `contact.png`; nothing when there is no PDF."""
    pdf = next((artifact for artifact in artifacts if artifact.format == "pdf"), None)
    if pdf is None or wanted is Pages.NONE:
        return ()
    from engine.probe.page_images import pngs_and_sheet

    pngs, sheet = pngs_and_sheet(pdf.blob) if wanted is Pages.ALL else pngs_and_sheet(pdf.blob, COVER_WIDTH, first=1)
    digits = max(2, len(str(len(pngs))))
    pages = (Artifact("page", f"{PAGES}/{number:0{digits}}.png", png) for number, png in enumerate(pngs, 1))
    return (*pages, Artifact("page", CONTACT_SHEET, sheet))


@contextmanager
def prepared(workspace: Workspace) -> Iterator[int]:
    """Hold the folder of the results for one run, make sure that it can be written before anybody waits, and sweep it.

    Gives the time at which the file system says that this was, in ns.

    Raises EnvironmentFault when it cannot, when a link leads it out of the workspace, or when another run holds it.
    """
    expect_own(workspace, workspace.out)
    probe = workspace.out / PROBE
    with disk_trouble(workspace.out, workspace):
        workspace.out.mkdir(parents=True, exist_ok=True)
    try:
        with held(workspace.out):
            with disk_trouble(workspace.out, workspace):
                workspace.write_atomically(probe, b"")
                now = probe.stat().st_mtime_ns
                probe.unlink()
                remove_leftovers(workspace)
            yield now
    except Taken as other:
        place = workspace.relative(workspace.out)
        raise EnvironmentFault(
            f"另一个 debrief 正在写“{place}”",
            f"another debrief is writing to {place}",
            Phrase("等它结束再运行，或用 --out 换一个文件夹", "wait until it is done, or choose another folder with --out"),
        ) from other


def expect_own(workspace: Workspace, folder: Path) -> None:
    """Raises EnvironmentFault (FILE004) when a link on the way to a folder of results leads to somewhere else.

    The folder that --out names is taken as it is, wherever it is.
    """
    base = workspace.root if workspace.out.is_relative_to(workspace.root) else workspace.out
    real = Path(os.path.realpath(folder))
    if real.is_relative_to(os.path.realpath(base)):
        return
    place = folder.relative_to(workspace.root).as_posix() if folder.is_relative_to(workspace.root) else str(folder)
    raise EnvironmentFault(
        f"FILE004 “{place}”是一个链接，指向工作区之外的“{real}”，不会写到那里",
        f"FILE004 {place} is a link that leads out of the workspace, to {real}: nothing is written there",
        Phrase(f"删去这个链接，或用 --out {real} 写明要用那个文件夹", f"remove the link, or say --out {real} if that folder is meant"),
    )


def write_report(
    workspace: Workspace, name: str, artifacts: tuple[Artifact, ...], earlier: tuple[FileRecord, ...]
) -> tuple[FileRecord, ...]:
    """Write the files of one report together, remove what an earlier build left under other names, and return all that are now ours there.

    `name` may have several parts. Raises EnvironmentFault when the disk refuses; the earlier files then stand untouched.
    """
    folder = workspace.out / name
    for place in dict.fromkeys((folder / artifact.file_name).parent for artifact in artifacts):
        expect_own(workspace, place)
    with disk_trouble(folder, workspace):
        workspace.write_together({folder / artifact.file_name: artifact.blob for artifact in artifacts})
        written = {record.path: record for record in (FileRecord.of(f"{name}/{made.file_name}", made.blob) for made in artifacts)}
        old = [record for record in earlier if record.path not in written]
        stale = {record.path for record in old if _is_stale(record.path, name, artifacts)}
        remove(workspace, (record for record in old if record.path in stale))
    return tuple(sorted((*written.values(), *(record for record in old if record.path not in stale))))


def _is_stale(path: str, name: str, artifacts: tuple[Artifact, ...]) -> bool:
    """Tell whether an earlier file of a report has no place beside the new ones: pages of another PDF, documents of another name."""
    inner = PurePosixPath(path).relative_to(name)
    if inner.parts[0] in (PAGES, CONTACT_SHEET):
        return any(artifact.format == "pdf" for artifact in artifacts)
    return inner.stem not in {PurePosixPath(artifact.file_name).stem for artifact in artifacts}


def write_told(workspace: Workspace, files: Mapping[str, bytes]) -> None:
    """Write the files that tell of a run. Raises EnvironmentFault when the disk refuses."""
    with disk_trouble(workspace.out / RUN_FILE, workspace):
        workspace.write_together({workspace.out / name: blob for name, blob in files.items()})


def remove(workspace: Workspace, files: Iterable[FileRecord]) -> tuple[str, ...]:
    """Remove the recorded files that are still as we wrote them, then the folders this leaves empty; return the paths that are gone."""
    gone = []
    for record in files:
        path = workspace.out / record.path
        if not path.parent.resolve().is_relative_to(workspace.out.resolve()):
            continue  # a link leads its folder elsewhere
        if path.is_symlink() or not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != record.sha256:
            continue
        path.unlink()
        gone.append(record.path)
        _remove_empty_folders(path.parent, workspace.out)
    return tuple(gone)


def remove_leftovers(workspace: Workspace) -> int:
    """Remove the temporary files of runs that were killed, and return how many there were. The folder must be held: no other run writes."""
    return _sweep(workspace, lambda name: name.endswith(TEMPORARY_SUFFIX))


def remove_leftovers_of(workspace: Workspace, processes: Collection[int]) -> int:
    """Remove the temporary files of some processes that are gone."""
    endings = tuple(f".{process}{TEMPORARY_SUFFIX}" for process in processes)
    return _sweep(workspace, lambda name: name.endswith(endings)) if endings else 0


def _sweep(workspace: Workspace, is_ours: Callable[[str], bool]) -> int:
    count = 0
    for folder, _, files in os.walk(workspace.out):
        for name in files:
            if name.startswith(".") and is_ours(name):
                Path(folder, name).unlink(missing_ok=True)
                count += 1
    return count


def _remove_empty_folders(folder: Path, out: Path) -> None:
    while folder != out and folder.is_relative_to(out) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
