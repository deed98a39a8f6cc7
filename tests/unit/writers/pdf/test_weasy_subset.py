from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz
from weasyprint.pdf.stream import Stream, pydyf

from engine.base.workspace import Workspace
from engine.layout.font_files import find_faces, font_folders
from engine.layout.sfnt import FaceName
from engine.model.theme import Color
from engine.writers.pdf.page_marks import Piece
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_subset import SubsettingFonts, subset, uncopied_fonts
from engine.writers.pdf.weasy_type import TypeSetter


@pytest.fixture(scope="module")
def found() -> FaceName:
    """Noto Sans CJK SC regular."""
    folders = font_folders(Workspace(Path(), Path(), dt.date(2025, 7, 8)))
    return next(face for face in find_faces("Noto Sans CJK SC", folders) if face.weight == 400)


@pytest.fixture(scope="module")
def face(found: FaceName) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(found.path)), found.index)


def glyph(face: uharfbuzz.Face, character: str) -> int:
    shaped = uharfbuzz.Buffer()
    shaped.add_str(character)
    shaped.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(face), shaped)
    return int(shaped.glyph_infos[0].codepoint)


def test_a_subset_keeps_the_numbers_and_outlines_of_its_glyphs(face: uharfbuzz.Face) -> None:
    wanted = glyph(face, "述")
    small = subset(face, frozenset({0, wanted}))
    assert len(small) < 500_000
    before, after = uharfbuzz.Font(face), uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(small)))
    assert before.get_glyph_extents(wanted) == after.get_glyph_extents(wanted)
    assert after.get_glyph_extents(glyph(face, "职")) in (None, uharfbuzz.GlyphExtents(0, 0, 0, 0))


def test_a_subset_does_not_depend_on_the_order_or_the_time(face: uharfbuzz.Face) -> None:
    assert subset(face, frozenset({5, 1, 3})) == subset(face, frozenset({3, 5, 1}))


def met(fonts: SubsettingFonts, size: float) -> Any:
    """Return the font of a word set at a size, as a document meets it."""
    stream = Stream(fonts, (0, 0, 100, 100), pydyf.Dictionary({"ExtGState": pydyf.Dictionary()}), {}, None, {}, None)
    with uncopied_fonts():
        TypeSetter("zh-CN", InstalledFonts.cached()).draw(
            stream, Piece("述", size, Color("000000"), bold=False, family="Noto Sans CJK SC"), 0, 0
        )
    (font,) = fonts.values()
    return font


def test_fonts_of_a_document_are_made_small_our_way(face: uharfbuzz.Face) -> None:
    font = met(SubsettingFonts(InstalledFonts.cached()), 12)
    assert font.file_content == b""  # nothing was copied
    font.clean(font.to_unicode, False)
    assert font.file_content == subset(face, frozenset({glyph(face, "述")}))


def test_a_font_tells_nothing_of_the_document_it_was_first_met_in() -> None:
    first, second = (met(SubsettingFonts(InstalledFonts.cached()), size) for size in (7.3, 41))
    assert first is not second
    assert first.to_unicode is not second.to_unicode
    assert (first.ascent, first.descent, first.font_size) == (second.ascent, second.descent, second.font_size) == (1160, -288, 12)


def test_a_font_in_no_known_file_is_copied_after_all(face: uharfbuzz.Face, monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = InstalledFonts()
    monkeypatch.setattr(InstalledFonts, "files", lambda *_: ())
    font = met(SubsettingFonts(fonts), 12)
    font.clean(font.to_unicode, False)
    assert font.file_content == subset(face, frozenset({glyph(face, "述")}))


def test_elsewhere_weasyprint_copies_as_ever(found: FaceName) -> None:
    stream = Stream({}, (0, 0, 100, 100), pydyf.Dictionary({"ExtGState": pydyf.Dictionary()}), {}, None, {}, None)
    TypeSetter("zh-CN", InstalledFonts.cached()).draw(stream, Piece("述", 12, Color("000000"), bold=False, family="Noto Sans CJK SC"), 0, 0)
    (font,) = stream._fonts.values()
    assert len(font.file_content) == found.path.stat().st_size
