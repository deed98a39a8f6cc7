"""The inputs of the selected reports as one parcel: what workers on other machines need, sent to each of them once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from engine.base.records import dataclass
from engine.base.workspace import OutsideRoot, Workspace
from engine.batch.digests import LOOK
from engine.load.content import REPORT_FILE
from engine.load.locate import MapNode, Node, ScalarNode, SeqNode
from engine.load.source import Loader

CONTENT = "content"
LONGEST_PATH = 400
"""Code points. A longer text in the content names no file."""


@dataclass(frozen=True, slots=True)
class Packed:
    """`changed` is the time of its last change in ns."""

    blob: bytes
    changed: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files by their path below the root, with forward slashes. Equal digests, equal files."""

    digest: str
    files: Mapping[str, Packed]


def bundle_of(workspace: Workspace, loaders: Mapping[Path, Loader]) -> Bundle:
    """Pack the folders of some reports with what they share: settings, templates, assets, and files they name elsewhere in the workspace.

    Folders of other reports stay here, unless a file in them is named.
    """
    files: dict[str, Packed] = {}
    whole = hashlib.sha256()
    for path in sorted(set(_paths(workspace, loaders))):
        name = path.relative_to(workspace.root).as_posix()
        files[name] = Packed(path.read_bytes(), path.stat().st_mtime_ns)
        whole.update(f"{name}\0{files[name].changed}\0".encode())
        whole.update(hashlib.sha256(files[name].blob).digest())
    return Bundle(whole.hexdigest(), files)


def unpack(bundle: Bundle, folder: Path) -> None:
    """Write the files below a folder, as old as they were. Raises OSError."""
    for name, packed in bundle.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(packed.blob)
        os.utime(path, ns=(packed.changed, packed.changed))


def _paths(workspace: Workspace, loaders: Mapping[Path, Loader]) -> Iterator[Path]:
    for folder, loader in loaders.items():
        yield from _files(folder, workspace, others=False)
        if loader.content.value is not None:
            yield from (path for path in loader.content.value.paths if path.is_relative_to(workspace.root))
            yield from _named(loader.content.value.tree, folder, workspace)
    yield from _files(workspace.root / CONTENT, workspace, others=True)
    for look in LOOK:
        yield from _files(workspace.root / look, workspace, others=False)


def _files(start: Path, workspace: Workspace, *, others: bool) -> Iterator[Path]:
    """Yield the files at or below a folder but hidden ones and results; `others` passes over the folders of reports."""
    for folder, inner, files in os.walk(start):
        if others and REPORT_FILE in files:
            inner.clear()
            continue
        inner[:] = [name for name in inner if not name.startswith(".") and Path(folder, name) != workspace.out]
        yield from (Path(folder, name) for name in files if not name.startswith("."))


def _named(tree: Node, folder: Path, workspace: Workspace) -> Iterator[Path]:
    """Yield the files of the workspace that a text of the content names."""
    for text in set(_texts(tree)):
        if not 0 < len(text) <= LONGEST_PATH or "\n" in text or "." not in text:
            continue
        try:
            path = workspace.inside(folder, text)
            if path.is_relative_to(workspace.root) and path.is_file():
                yield path
        except (OutsideRoot, OSError):
            continue


def _texts(node: Node) -> Iterable[str]:
    match node:
        case ScalarNode():
            yield str(node.text)
        case SeqNode():
            for item in node.items:
                yield from _texts(item)
        case MapNode():
            for entry in node.entries:
                yield from _texts(entry.value)
