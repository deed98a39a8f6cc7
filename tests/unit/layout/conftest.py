"""Fonts made for tests: Han 1 em, Latin half an em, bold Latin 0.6 em, so that expected widths can be counted on the fingers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from engine.layout.fonts import FontBook, open_fonts

FAMILY = "Paper Sans SC"
HAN = [*range(0x4E00, 0xA000), *range(0x3001, 0x3020), *range(0xFF01, 0xFF5F), *map(ord, "“”…·—‘’▲→"), 0x20000]
LATIN = [*range(0x20, 0x7F), 0xA0, 0x2013, 0x2212]


def build_font(family: str, widths: Mapping[int, int], *, weight: int = 400, local_name: str = "") -> TTFont:
    """Return a font of 1000 units per em; `widths` is code point → advance."""
    advances = sorted(set(widths.values()))
    glyphs = [".notdef", *(f"w{advance}" for advance in advances)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({code: f"w{advance}" for code, advance in widths.items()})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in glyphs})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), **{f"w{advance}": (advance, 0) for advance in advances}})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    style = "Bold" if weight >= 600 else "Regular"
    builder.setupNameTable({"familyName": family, "styleName": style})
    if local_name:
        builder.font["name"].setName(local_name, 1, 3, 1, 0x804)
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    font: TTFont = builder.font
    return font


def widths_of(latin: int) -> dict[int, int]:
    return dict.fromkeys(HAN, 1000) | dict.fromkeys(LATIN, latin)


@pytest.fixture(scope="session")
def font_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the family `Paper Sans SC` in one collection, which holds a Japanese face first, and in a bold file."""
    folder = tmp_path_factory.mktemp("fonts")
    collection = TTCollection()
    collection.fonts = [build_font("Paper Sans JP", {0x41: 900}), build_font(FAMILY, widths_of(500), local_name="纸黑体")]
    collection.save(folder / "PaperSans-Regular.ttc")
    build_font(FAMILY, widths_of(600), weight=700).save(folder / "PaperSans-Bold.ttf")
    return folder


@pytest.fixture(scope="session")
def paper(font_folder: Path) -> FontBook:
    return open_fonts(FAMILY, (font_folder,))
