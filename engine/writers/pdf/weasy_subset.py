"""Font subsets made by uharfbuzz: four times faster than WeasyPrint's own two passes, and no system library needed.

WeasyPrint without libharfbuzz-subset takes twenty seconds for a Chinese deck and writes the time of day into the font. It also copies every font
file, 20 MB each: here the file is found and mapped instead, and what was learned of a font is kept for the next document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from pathlib import Path
from typing import Any

import uharfbuzz
from weasyprint.pdf import fonts as weasyprint_fonts
from weasyprint.text.ffi import ffi, harfbuzz
from weasyprint.text.fonts import get_hb_object_data

from engine.base.records import dataclass
from engine.writers.pdf.weasy_fonts import InstalledFonts

_DROPPED = ("BASE", "DSIG", "GPOS", "GSUB", "VORG", "vhea", "vmtx")
"""Tables that only laying out or signing needs: in a PDF every glyph has its place already."""
_HEAD = 4096
"""Bytes that tell font files apart: the directory with the checksum of every table."""
_NO_SIZE = 12.0


_UNCOPIED = ContextVar("_UNCOPIED", default=False)


@dataclass(frozen=True, slots=True)
class FontFile:
    """What tells a font file apart, instead of its content."""

    size: int
    head: bytes


@contextmanager
def uncopied_fonts() -> Iterator[None]:
    """Let WeasyPrint learn of fonts without copying their files; only `SubsettingFonts` can take such fonts."""
    token = _UNCOPIED.set(True)
    try:
        yield
    finally:
        _UNCOPIED.reset(token)


def _file_or_content(thing: Any, *which: Any) -> Any:
    """Stand in for the function by which WeasyPrint copies; outside `uncopied_fonts` it is that function."""
    if which or not _UNCOPIED.get():
        return get_hb_object_data(thing, *which)
    blob, length = harfbuzz.hb_face_reference_blob(thing), ffi.new("unsigned int *")
    data = harfbuzz.hb_blob_get_data(blob, length)
    file = FontFile(int(length[0]), bytes(ffi.unpack(data, min(int(length[0]), _HEAD))))
    harfbuzz.hb_blob_destroy(blob)
    return file


weasyprint_fonts.get_hb_object_data = _file_or_content


@dataclass(frozen=True, slots=True)
class KeptFont:
    """A font of no document yet, and the face in its file."""

    font: Any
    face: uharfbuzz.Face


class SubsettingFonts(dict[int, Any]):
    """The fonts of a document, which WeasyPrint adds while it paints; each is given our way of making its subset."""

    def __init__(self, installed: InstalledFonts) -> None:
        super().__init__()
        self._installed = installed

    def __contains__(self, key: object) -> bool:
        if not super().__contains__(key) and key in self._installed.kept:
            assert isinstance(key, int)
            super().__setitem__(key, _fresh(self._installed.kept[key]))
        return super().__contains__(key)

    def __setitem__(self, key: int, font: Any) -> None:
        self._installed.kept[key] = _kept(font, self._installed.files(font.family))
        super().__setitem__(key, _fresh(self._installed.kept[key]))


def _kept(font: Any, files: tuple[Path, ...]) -> KeptFont:
    """Return a font with nothing of the size it was first used at: other documents begin with others."""
    blob = _mapped(font.file_content, files) or uharfbuzz.Blob(get_hb_object_data(font.hb_face))
    face = uharfbuzz.Face(blob, font.index)
    extents, scale = uharfbuzz.Font(face).get_font_extents("ltr"), 1000 / face.upem
    kept = copy(font)
    kept.file_content, kept.font_size = b"", _NO_SIZE
    kept.ascent, kept.descent = round(extents.ascender * scale), round(extents.descender * scale)
    return KeptFont(kept, face)


def _mapped(wanted: FontFile, files: tuple[Path, ...]) -> uharfbuzz.Blob | None:
    """Return the one of the files that is wanted, mapped into memory; None where none is."""
    for file in files:
        if file.stat().st_size == wanted.size:
            with file.open("rb") as stream:
                if stream.read(_HEAD) == wanted.head:
                    return uharfbuzz.Blob.from_file_path(str(file))
    return None


def _fresh(kept: KeptFont) -> Any:
    font = copy(kept.font)
    font.widths, font.to_unicode, font.missing = {}, {}, {}
    font.subset = _subset(font, kept.face)
    return font


def _subset(font: Any, face: uharfbuzz.Face) -> Callable[[Mapping[int, str], bool], None]:
    def make(to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: ARG001, FBT001  as WeasyPrint calls it
        font.file_content = subset(face, frozenset(to_unicode))

    return make


def subset(face: uharfbuzz.Face, glyphs: frozenset[int]) -> bytes:
    """Return a font file with nothing but these glyphs of the face, under their old numbers."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(sorted(glyphs))
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.DESUBROUTINIZE
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(name.encode(), "big") for name in _DROPPED)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)
