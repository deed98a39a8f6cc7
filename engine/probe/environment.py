"""Facts about the machine: Python, packages, system libraries, fonts, programs. `health` judges them."""

from __future__ import annotations

import ctypes
import json
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from importlib import metadata
from pathlib import Path

from engine.base.errors import EnvironmentFault
from engine.base.records import dataclass
from engine.base.workspace import Workspace, environment
from engine.layout.font_files import font_folders
from engine.layout.fonts import open_fonts

DISTRIBUTION = "debrief"
SANS, SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"


class Library(Enum):
    """A system library of the PDF writer, by the names that Linux, macOS and Windows have for it."""

    PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0")
    PANGO_FT2 = ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "libpangoft2-1.0-0")
    HARFBUZZ_SUBSET = ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll", "libharfbuzz-subset-0")


class System(Enum):
    """What a mend is worded for."""

    APT = "apt"
    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True)
class Package:
    """A required distribution: the oldest version that will do, and the installed one (None: not installed)."""

    name: str
    minimum: str
    installed: str | None

    @property
    def is_current(self) -> bool:
        return self.installed is not None and version_key(self.installed) >= version_key(self.minimum)


@dataclass(frozen=True, slots=True)
class FontFound:
    """The family that stands for a wanted one, and whether it has a bold face of its own."""

    family: str
    has_bold: bool


@dataclass(frozen=True, slots=True)
class Environment:
    """Everything that `debrief doctor` looks at.

    `packages` is None when debrief itself is not installed, `typst` when that is not (else its version); a font is None when neither it nor a
    substitute of its kind is there; `listed_families` (of the system's font list) and `matplotlib_families` (of its cache) are None when there
    is no such list.
    """

    system: System
    python: str
    packages: tuple[Package, ...] | None
    libraries: frozenset[Library]
    sans: FontFound | None
    serif: FontFound | None
    listed_families: frozenset[str] | None
    matplotlib_families: frozenset[str] | None
    matplotlib_cache: Path
    office: str | None
    typst: str | None
    out: Path
    out_is_writable: bool


@dataclass(frozen=True, slots=True)
class Tools:
    """How the facts are asked for; a test passes its own answers."""

    requirements: Callable[[], Iterable[str] | None]
    version: Callable[[str], str | None]
    load: Callable[[str], object]
    which: Callable[[str], str | None]
    run: Callable[[str], str]
    is_writable: Callable[[Path], bool]
    system: str
    python: str
    variables: Mapping[str, str]
    home: Path


def real_tools() -> Tools:
    """Return the tools that ask this machine."""
    return Tools(
        requirements=_requirements,
        version=_version,
        load=ctypes.CDLL,
        which=shutil.which,
        run=_families_listed_by,
        is_writable=lambda folder: os.access(folder, os.W_OK),
        system=platform.system(),
        python=platform.python_version(),
        variables=environment(),
        home=Path.home(),
    )


def inspect_environment(workspace: Workspace, tools: Tools, folders: tuple[Path, ...] | None = None) -> Environment:
    """Gather all facts; `folders` are where fonts are looked for, None those of the workspace and the system."""
    folders = font_folders(workspace) if folders is None else folders
    cache = _matplotlib_cache(tools)
    sans, serif = _find_font(SANS, folders), _find_font(SERIF, folders)
    return Environment(
        system=system_of(tools),
        python=tools.python,
        packages=_packages(tools),
        libraries=loadable_libraries(tools),
        sans=sans,
        serif=serif if serif != sans else None,
        listed_families=_listed_families(tools),
        matplotlib_families=_cached_families(cache),
        matplotlib_cache=cache,
        office=tools.which("soffice") or tools.which("libreoffice"),
        typst=tools.version("typst"),
        out=workspace.out,
        out_is_writable=tools.is_writable(next(folder for folder in (workspace.out, *workspace.out.parents) if folder.exists())),
    )


def version_key(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version, without closing zeros, for comparing: 3.10.0 → (3, 10)."""
    found = re.match(r"\d+(\.\d+)*", version)
    numbers = [int(part) for part in found.group().split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def system_of(tools: Tools) -> System:
    """Return the system whose package manager a mend should name."""
    if tools.system == "Darwin":
        return System.MACOS
    if tools.system == "Windows":
        return System.WINDOWS
    return System.APT if tools.which("apt-get") else System.LINUX


def _packages(tools: Tools) -> tuple[Package, ...] | None:
    requirements = tools.requirements()
    if requirements is None:
        return None
    return tuple(Package(name, minimum, tools.version(name)) for name, minimum in _minimums(requirements))


def _minimums(requirements: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield name and lower bound of what is always needed, such as `click>=8.1.8`; extras are not."""
    for requirement in requirements:
        found = re.match(r"([\w.-]+).*?>=\s*([\w.]+)", requirement)
        if found and "extra ==" not in requirement:
            yield found[1], found[2]


def _requirements() -> Iterable[str] | None:
    try:
        return metadata.requires(DISTRIBUTION) or ()
    except metadata.PackageNotFoundError:
        return None


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def loadable_libraries(tools: Tools) -> frozenset[Library]:
    """Return the system libraries that load here, asked by the names WeasyPrint asks by."""
    return frozenset(library for library in Library if _loads(library, tools))


def _loads(library: Library, tools: Tools) -> bool:
    for name in library.value:
        try:
            tools.load(name)
        except OSError:
            continue
        return True
    return False


def _find_font(family: str, folders: tuple[Path, ...]) -> FontFound | None:
    try:
        book = open_fonts(family, folders)
    except EnvironmentFault:
        return None
    return FontFound(book.family, has_bold=book.bold.name != book.regular.name)


def _listed_families(tools: Tools) -> frozenset[str] | None:
    """Return what fontconfig offers to the PDF writer; macOS and Windows ask the system without it."""
    program = tools.which("fc-list")
    if program is None:
        return None
    return frozenset(name.strip() for line in tools.run(program).splitlines() for name in line.split(","))


def _families_listed_by(program: str) -> str:
    """Return the font list, empty when the program fails: then no family is listed, which is what the PDF writer will see."""
    try:
        done = subprocess.run([program, ":", "family"], capture_output=True, timeout=60, check=False)  # noqa: S603  found by which()
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace")


def _matplotlib_cache(tools: Tools) -> Path:
    """Return the folder where matplotlib keeps its list of fonts: MPLCONFIGDIR, or the one of its system."""
    if own := tools.variables.get("MPLCONFIGDIR"):
        return Path(own)
    if tools.system in {"Darwin", "Windows"}:
        return tools.home / ".matplotlib"
    return Path(tools.variables.get("XDG_CACHE_HOME") or tools.home / ".cache") / "matplotlib"


def _cached_families(cache: Path) -> frozenset[str] | None:
    lists = sorted(cache.glob("fontlist-v*.json"), key=lambda path: path.stat().st_mtime)
    if not lists:
        return None
    try:
        content = json.loads(lists[-1].read_text("utf-8"))
        return frozenset(entry["name"] for entry in content["ttflist"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()  # damaged: knows nothing, so it is stale
