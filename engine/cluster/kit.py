"""What a process builds with. Two processes with one kit give the same bytes for the same input."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.metadata
import platform
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from engine.base.diagnostics import Phrase
from engine.base.workspace import BUILTIN_ROOT, PACKAGE, Workspace
from engine.batch.digests import digest_of_files
from engine.layout.font_files import font_files, font_folders

_NO_DAY = dt.date.min
DISTRIBUTION, DRAWS = "debrief", "typst"
Kit = Mapping[str, str]

PARTS: Mapping[str, Phrase] = {
    "python": Phrase("Python", "Python"),
    "debrief": Phrase("debrief 的代码", "the code of debrief"),
    "libraries": Phrase("所用的库", "the libraries it uses"),
    "fonts": Phrase("系统里的字体", "the fonts of the system"),
}
"""The parts of a kit, as people call them."""


@lru_cache(maxsize=1)
def kit() -> Kit:
    """Return what this process builds with, by part: a version, or the beginning of a digest."""
    here = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", _NO_DAY)
    own = BUILTIN_ROOT / "assets"
    fonts = sorted(
        f"{path.name} {path.stat().st_size}" for path in font_files(font_folders(here)) if not path.is_relative_to(own)
    )  # fmt: skip
    return {
        "python": platform.python_version(),
        "debrief": digest_of_files(sorted(PACKAGE.rglob("*.py")), here)[:12],
        "libraries": _short(sorted(_libraries())),
        "fonts": _short(fonts),
    }


def differences(mine: Kit, other: Kit) -> tuple[str, ...]:
    """Return the parts in which another process differs."""
    return tuple(part for part in PARTS if mine.get(part) != other.get(part))


def _libraries() -> Iterator[str]:
    """Yield the libraries that decide about bytes, with their versions: all that debrief needs, and of the extras Typst."""
    try:
        needed = importlib.metadata.requires(DISTRIBUTION) or ()
    except importlib.metadata.PackageNotFoundError:  # run from a folder
        needed = ()
    for requirement in needed:
        name = re.match(r"[\w.-]+", requirement)
        if name is not None and ("extra ==" not in requirement or name[0] == DRAWS):
            yield f"{name[0]} {_version(name[0])}"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "-"


def _short(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
