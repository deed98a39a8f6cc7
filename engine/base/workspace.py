"""The only door to the world: files under one root, the built-in inputs, the date and the environment."""

from __future__ import annotations

import datetime as dt
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from engine.base.diagnostics import Language, Phrase
from engine.base.errors import UsageError
from engine.base.records import dataclass

PACKAGE = Path(__file__).resolve().parents[1]
BUILTIN_ROOT = PACKAGE / "_builtin" if (PACKAGE / "_builtin").is_dir() else PACKAGE.parent
"""Where the `templates/`, `assets/` and `content/` of debrief itself are: inside an installed wheel, or the checkout."""

TEMPORARY_SUFFIX = ".debrief-tmp"


LONGEST_NAME, LONGEST_PATH = 255, 4000
"""Bytes that the file systems of Linux, macOS and Windows take for one name, and Linux for a path."""


def is_too_long(name: str) -> bool:
    """Tell whether no file can have such a name: asking the system for one fails in other ways than for a file that is missing."""
    blobs = name.encode("utf-8", "surrogatepass").split(b"/")
    return max(map(len, blobs)) > LONGEST_NAME or sum(map(len, blobs)) + len(blobs) > LONGEST_PATH


class OutsideRoot(UsageError):
    """A path of the content leads out of the workspace: absolute, upwards, or through a symbolic link."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Reads inputs below `root` (then below the built-in root) and writes results below `out`, atomically."""

    root: Path
    out: Path
    today: dt.date

    @classmethod
    def open(cls, start: Path | None = None, out: Path | None = None) -> Workspace:
        """Find the root at or above `start` (default: the current folder).

        It is the nearest folder that has `content/`; failing that, the nearest with a `report.yaml`; failing that, `start`.
        """
        start = (start or Path.cwd()).resolve()  # noqa: TID251  the one place that may ask
        upwards = (start, *start.parents)
        root = next((p for p in upwards if (p / "content").is_dir()), None)
        root = root or next((p for p in upwards if (p / "report.yaml").is_file()), start)
        # The default folder keeps its name: a link there that leads elsewhere is noticed before anything is written.
        return cls(root, out.resolve() if out else root / "out", dt.date.today())  # noqa: DTZ011, TID251  the date people see on their wall

    def relative(self, path: Path) -> str:
        """Return the path as diagnostics print it: relative to the root, forward slashes; the mere name when it is outside."""
        for real in (Path(os.path.abspath(path)), Path(os.path.realpath(path))):  # noqa: PTH100  resolve() would follow the author's links
            for base in (self.root, BUILTIN_ROOT):
                if real.is_relative_to(base):
                    return real.relative_to(base).as_posix()
        return path.name

    def inside(self, folder: Path, name: str) -> Path:
        """Resolve `name`, written in a file of `folder`, to a real path, existing or not. Raises OutsideRoot if it leaves the root."""
        base = Path(os.path.realpath(self.root))
        if not Path(os.path.realpath(folder)).is_relative_to(base):
            base = BUILTIN_ROOT  # a built-in template speaks of its neighbours
        if "\0" not in name and not Path(name).is_absolute():
            path = Path(os.path.realpath(folder / name))
            if path.is_relative_to(base):
                return path
        raise OutsideRoot(
            f"路径“{name}”指向工作区之外",
            f"path {name!r} leads out of the workspace",
            Phrase("写成相对于本文件的路径，并把文件放进工作区", "write it relative to this file, and keep the file inside the workspace"),
        )

    def find_input(self, relative: str) -> Path | None:
        """Return `relative` (e.g. `templates/pptx/harbor.pptx`) below the root or, failing that, the built-in one; None if neither has it.

        Raises OutsideRoot if it leaves them.
        """
        candidates = (self.inside(base, relative) for base in (self.root, BUILTIN_ROOT))
        return next((path for path in candidates if path.is_file()), None)

    def write_atomically(self, path: Path, blob: bytes) -> None:
        """Write a whole file or nothing: temporary neighbour, flush to disk, rename. Raises OSError; the old file then stands untouched."""
        self.write_together({path: blob})

    def write_together(self, files: Mapping[Path, bytes]) -> None:
        """Write files that belong together: none takes its name before all are on the disk. Raises OSError; the old files then stand."""
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        staged = {path: _temporary(path) for path in files}
        try:
            for path, temporary in staged.items():
                temporary.unlink(missing_ok=True)  # a leftover of a killed run
                with temporary.open("xb") as stream:
                    stream.write(files[path])
            for temporary in staged.values():  # after all are written: the disk is waited for once
                _flush_to_disk(temporary)
            for path, temporary in staged.items():
                temporary.replace(path)
        finally:
            for temporary in staged.values():
                temporary.unlink(missing_ok=True)


def _temporary(path: Path) -> Path:
    # The name is a checksum, for a long Chinese file name has no room for a suffix.
    return path.with_name(f".{zlib.crc32(path.name.encode()):08x}.{os.getpid()}{TEMPORARY_SUFFIX}")


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def environment() -> Mapping[str, str]:
    """Return the variables that this process was started with, read-only."""
    return MappingProxyType(dict(os.environ))  # noqa: TID251  the one place that may ask


def language_of(variables: Mapping[str, str]) -> Language:
    """Return the language of messages: Chinese when the locale says so (LC_ALL, LC_MESSAGES, LANG, the first that is set), else English."""
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := variables.get(name))), "")
    return Language.ZH if locale.lower().startswith("zh") else Language.EN
