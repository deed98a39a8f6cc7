"""A baseline on disk: `pages.txt` and a small picture of each page, `01.png` and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from engine.baseline.look import Look
from engine.baseline.page_texts import from_text, to_text

TEXTS = "pages.txt"
_PICTURE = re.compile(r"\d{2,}\.png")


def read(folder: Path) -> Look | None:
    """Return what was approved, None when nothing was; a page without a picture has an empty one. Raises ValueError when it was damaged."""
    try:
        text = (folder / TEXTS).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as trouble:
        raise ValueError(1) from trouble
    pages = from_text(text)
    return Look(pages, tuple(_picture(folder / name) for name in picture_names(len(pages))))


def _picture(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def picture_names(count: int) -> tuple[str, ...]:
    digits = max(2, len(str(count)))
    return tuple(f"{number:0{digits}}.png" for number in range(1, count + 1))


def files_of(look: Look) -> Mapping[str, bytes]:
    """Return the files that keep a look, by name."""
    names = picture_names(len(look.pages))
    return {TEXTS: to_text(look.pages).encode(), **dict(zip(names, look.pictures, strict=True))}


def paths_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a baseline that are there, and the one that would be if there is none."""
    found = sorted(path for path in folder.glob("*.png") if _PICTURE.fullmatch(path.name)) if folder.is_dir() else []
    return (folder / TEXTS, *found)


def stale(folder: Path, look: Look) -> tuple[Path, ...]:
    """Return the pictures of pages that a look no longer has."""
    names = {TEXTS, *picture_names(len(look.pages))}
    return tuple(path for path in paths_in(folder) if path.name not in names)
