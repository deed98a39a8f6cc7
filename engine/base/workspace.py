"""The only door to the world: files under one root, the built-in inputs, and the date."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from pathlib import Path

from engine.base.errors import UsageError

BUILTIN_ROOT = Path(__file__).resolve().parents[2]
ROOT_MARKERS = ("content", "pyproject.toml", "report.yaml")


class OutsideRoot(UsageError):
    """A path of the content leads out of the workspace, directly or through a symbolic link."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Reads inputs below `root` (then below the built-in root) and writes results below `out`, atomically."""

    root: Path
    out: Path
    today: dt.date

    @classmethod
    def open(cls, start: Path | None = None, out: Path | None = None) -> Workspace:
        """Find the root at or above `start` (default: the current folder): the nearest folder with `content/` or a `report.yaml`."""
        start = (start or Path.cwd()).resolve()  # noqa: TID251  the one place that may ask
        root = next((p for p in (start, *start.parents) if (p / "content").is_dir()), start)
        return cls(root, (out or root / "out").resolve(), dt.date.today())  # noqa: TID251

    def relative(self, path: Path) -> str:
        """Return the path as diagnostics print it: relative to the root, forward slashes."""
        path = Path(os.path.abspath(path))
        for base in (self.root, BUILTIN_ROOT):
            if path.is_relative_to(base):
                return path.relative_to(base).as_posix()
        return path.name

    def inside(self, folder: Path, name: str) -> Path:
        """Resolve `name`, written in a content file of `folder`, to a real path. Raises OutsideRoot if it leaves the root."""
        path = Path(os.path.realpath(folder / name))
        if not path.is_relative_to(os.path.realpath(self.root)):
            raise OutsideRoot(f"路径“{name}”指向工作区之外", f"path {name!r} leads out of the workspace")
        return path

    def find_input(self, relative: str) -> Path | None:
        """Return `relative` (e.g. `templates/pptx/harbor.pptx`) below the root or, failing that, the built-in one; None if neither has it."""
        for base in (self.root, BUILTIN_ROOT):
            path = base / relative
            if path.is_file():
                return path
        return None

    def write_atomically(self, path: Path, blob: bytes) -> None:
        """Write a whole file or nothing: temporary neighbour, flush to disk, rename. Raises OSError."""
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.debrief-tmp")
        try:
            with temporary.open("wb") as stream:
                stream.write(blob)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
