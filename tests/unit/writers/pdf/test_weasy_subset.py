from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest
import uharfbuzz

from engine.base.workspace import Workspace
from engine.layout.font_files import find_faces, font_folders
from engine.writers.pdf.weasy_subset import SubsettingFonts, subset


@pytest.fixture(scope="module")
def face() -> tuple[bytes, int]:
    """The file of Noto Sans CJK SC regular and the number of the face in it."""
    folders = font_folders(Workspace(Path(), Path(), dt.date(2025, 7, 8)))
    found = next(face for face in find_faces("Noto Sans CJK SC", folders) if face.weight == 400)
    return found.path.read_bytes(), found.index


def glyph(font: bytes, index: int, character: str) -> int:
    shaped = uharfbuzz.Buffer()
    shaped.add_str(character)
    shaped.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font), index)), shaped)
    return int(shaped.glyph_infos[0].codepoint)


def test_a_subset_keeps_the_numbers_and_outlines_of_its_glyphs(face: tuple[bytes, int]) -> None:
    wanted = glyph(*face, "述")
    small = subset(*face, frozenset({0, wanted}))
    assert len(small) < len(face[0]) / 30
    before, after = (uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(blob), index)) for blob, index in (face, (small, 0)))
    assert before.get_glyph_extents(wanted) == after.get_glyph_extents(wanted)
    assert after.get_glyph_extents(glyph(*face, "职")) in (None, uharfbuzz.GlyphExtents(0, 0, 0, 0))


def test_a_subset_does_not_depend_on_the_order_or_the_time(face: tuple[bytes, int]) -> None:
    assert subset(*face, frozenset({5, 1, 3})) == subset(*face, frozenset({3, 5, 1}))


def test_fonts_of_a_document_are_made_small_our_way(face: tuple[bytes, int]) -> None:
    fonts, font = SubsettingFonts(), SimpleNamespace(file_content=face[0], index=face[1])
    fonts[1] = font
    font.subset({}, False)
    assert font.file_content == face[0]
    font.subset({glyph(*face, "述"): "述"}, False)
    assert len(font.file_content) < len(face[0]) / 30
