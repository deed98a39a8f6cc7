"""Fonts as Typst will find them: the folders that hold the wanted families, and nothing of the system besides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import typst

from engine.base.records import dataclass
from engine.layout.font_files import find_faces
from engine.layout.fonts import open_fonts
from engine.writers.pdf.font_faults import characters_missing, font_missing


@dataclass(frozen=True, slots=True)
class TypstFonts:
    """`names` is what Typst calls each wanted family: of the names that a font has, it knows one."""

    opened: typst.Fonts
    names: Mapping[str, str]


def fonts_for(characters: Mapping[str, set[str]], folders: tuple[Path, ...]) -> TypstFonts:
    """Return the fonts of a document that writes these characters in these families; `folders` are where fonts are looked for.

    Raises EnvironmentFault for a family that is not installed, and for characters that it cannot draw.
    """
    for family, written in characters.items():
        if not find_faces(family, folders):
            raise font_missing(family)
        missing = open_fonts(family, folders).missing_glyphs("".join(sorted(written)))
        if missing:
            raise characters_missing("".join(missing), [family])
    return _opened(tuple(sorted(characters)), folders)


@lru_cache(maxsize=16)
def _opened(families: tuple[str, ...], folders: tuple[Path, ...]) -> TypstFonts:
    faces = {family: find_faces(family, folders) for family in families}
    opened = _fonts_in(tuple(sorted({face.path.parent for found in faces.values() for face in found})))
    known = {(Path(face.path), face.index): face.family for face in opened.fonts() if face.path}
    return TypstFonts(opened, {family: known.get((found[0].path, found[0].index), family) for family, found in faces.items()})


@lru_cache(maxsize=4)
def _fonts_in(folders: tuple[Path, ...]) -> typst.Fonts:
    """Return the fonts of some folders; those that were drawn with stay in memory, 20 MiB each."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder) for folder in folders])
