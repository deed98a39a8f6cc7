"""Fonts as Typst will find them: the folders that hold the wanted families, and nothing of the system besides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import typst

from engine.layout.font_files import find_faces
from engine.layout.fonts import open_fonts
from engine.writers.pdf.font_faults import characters_missing, font_missing


def fonts_for(characters: Mapping[str, set[str]], folders: tuple[Path, ...]) -> typst.Fonts:
    """Return the fonts of a document that writes these characters in these families.

    Raises EnvironmentFault for a family that is not installed, and for characters that it cannot draw.
    """
    for family, written in characters.items():
        if not find_faces(family, folders):
            raise font_missing(family)
        missing = open_fonts(family, folders).missing_glyphs("".join(sorted(written)))
        if missing:
            raise characters_missing("".join(missing), [family])
    holding = (face.path.parent for family in characters for face in find_faces(family, folders))
    return _opened(tuple(sorted(set(holding))))


@lru_cache(maxsize=4)
def _opened(folders: tuple[Path, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder) for folder in folders])
