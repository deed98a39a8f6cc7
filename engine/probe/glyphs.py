"""Which characters the font that a finished file names cannot draw on this machine, or the one that stands in for it."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from engine.base.errors import EnvironmentFault
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.layout.font_files import font_folders
from engine.layout.fonts import FontBook, open_fonts

_ANY_DAY = dt.date(2000, 1, 1)


def lacking(families: tuple[str, ...], words: str) -> str:
    """Return the characters of `words` that none of these families can draw, each once, in order of appearance.

    A family that is not installed is judged by the one that stands in for it; nothing can be told where there is none, or no family is named.
    """
    books = [book for name in families if name and (book := _book(name)) is not None]
    if not books:
        return ""
    first, *others = (book.missing_glyphs(words) for book in books)
    return "".join(char for char in first if all(char in other for other in others))


@lru_cache(maxsize=64)
def _book(family: str) -> FontBook | None:
    try:
        return open_fonts(family, font_folders(Workspace(BUILTIN_ROOT, BUILTIN_ROOT, _ANY_DAY)))
    except EnvironmentFault:
        return None
