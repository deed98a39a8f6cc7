"""Finding the installed files of a font family without a font service: folders, file names, then name tables."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.layout.sfnt import FaceName, NotAFont, face_names

_SUFFIXES = (".ttc", ".ttf", ".otf", ".otc")
_SYSTEM_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
_HOME_FOLDERS = (".local/share/fonts", ".fonts", "Library/Fonts", "AppData/Local/Microsoft/Windows/Fonts")

# How the files of a family begin when the family's own name does not tell (normalised as `_key` does).
_FILE_HINTS = {
    "microsoftyahei": "msyh",
    "微软雅黑": "msyh",
    "simsun": "simsun",
    "宋体": "simsun",
    "simhei": "simhei",
    "黑体": "simhei",
    "stzhongsong": "stzhongs",
    "华文中宋": "stzhongs",
    "pingfangsc": "pingfang",
    "苹方简体": "pingfang",
    "songtisc": "songti",
    "wenquanyimicrohei": "wqymicrohei",
    "wenquanyizenhei": "wqyzenhei",
}


def font_folders(workspace: Workspace) -> tuple[Path, ...]:
    """Return where fonts are looked for, the workspace's own `assets/fonts` first."""
    own = (workspace.root / "assets" / "fonts", BUILTIN_ROOT / "assets" / "fonts")
    return (*(folder for folder in dict.fromkeys(own) if folder.is_dir()), *machine_folders())


def machine_folders() -> tuple[Path, ...]:
    """Return where other programs find fonts, too."""
    home = Path.home()
    candidates = (*(home / folder for folder in _HOME_FOLDERS), *_SYSTEM_FOLDERS)
    return tuple(folder for folder in dict.fromkeys(candidates) if folder.is_dir())


@lru_cache(maxsize=64)
def find_faces(family: str, folders: tuple[Path, ...]) -> tuple[FaceName, ...]:
    """Return all upright faces of a family, in folder order; empty when it is not installed.

    Files whose name looks like the family are opened first; only if none of them has it are all files asked.
    """
    key = _key(family)
    files = font_files(folders)
    likely = tuple(path for path in files if _looks_like(path, key))
    return _faces_called(key, likely) or _faces_called(key, tuple(path for path in files if path not in likely))


def _faces_called(key: str, files: Iterable[Path]) -> tuple[FaceName, ...]:
    return tuple(face for path in files for face in _names(path) if not face.italic and any(_key(name) == key for name in face.families))


@lru_cache(maxsize=4096)
def _names(path: Path) -> tuple[FaceName, ...]:
    try:
        return face_names(path)
    except (NotAFont, OSError):
        return ()  # somebody's broken file in the font folder is not this report's trouble


@lru_cache(maxsize=8)
def font_files(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(path for folder in folders for path in _walk(folder))


def _walk(folder: Path) -> Iterator[Path]:
    for base, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            if name.lower().endswith(_SUFFIXES):
                yield Path(base, name)


def _key(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _looks_like(path: Path, key: str) -> bool:
    stem = _key(path.stem)
    hint = _FILE_HINTS.get(key)
    if hint is not None:
        return stem.startswith(hint)
    same = next((index for index, (a, b) in enumerate(zip(stem, key, strict=False)) if a != b), min(len(stem), len(key)))
    return same * 2 > len(key)
