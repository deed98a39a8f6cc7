from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.logger import LOGGER
from weasyprint.pdf.metadata import DocumentMetadata

from engine.base.errors import EnvironmentFault, TemplateError
from engine.base.units import Size, pt
from engine.model.blocks import Align
from engine.model.theme import Color
from engine.writers.pdf.page_marks import Lines, Part, Piece, SetLine, SetPage
from engine.writers.pdf.weasy_document import write
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_page import PaintedPage
from engine.writers.pdf.weasy_type import TypeSetter

SANS, SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"
SIZE = Size(pt(100), pt(50))


def page(fonts: InstalledFonts, text: str, family: str = SANS, address: str | None = None) -> PaintedPage:
    piece = Piece(text, 12, Color("000000"), bold=False, family=family, address=address)
    part = Part("P", (Lines((SetLine((piece,), 10, 80, 20, Align.LEFT),)),))
    return PaintedPage(SetPage(SIZE, (part,)), TypeSetter("zh-CN", fonts), _no_pictures)


def _no_pictures(_: bytes) -> Callable[[Any, float, float], None]:
    raise AssertionError


def written(*pages: PaintedPage, fonts: InstalledFonts) -> bytes:
    return write(list(pages), DocumentMetadata(title="年中", lang="zh-CN"), fonts)


def test_pages_become_a_file() -> None:
    fonts = InstalledFonts.cached()
    assert written(page(fonts, "一"), fonts=fonts).startswith(b"%PDF-1.7")


def test_a_document_does_not_depend_on_those_before_it() -> None:
    first = InstalledFonts()
    alone = written(page(first, "一"), fonts=first)
    written(page(first, "二三四"), fonts=first)
    assert written(page(first, "一"), fonts=first) == alone


def test_a_link_to_nowhere_is_an_error() -> None:
    fonts = InstalledFonts.cached()
    with pytest.raises(TemplateError, match="the PDF cannot be drawn: no bookmark 'fig'"):
        written(page(fonts, "见图", address="#fig"), fonts=fonts)


def test_what_weasyprint_only_logs_is_an_error_and_cut_when_long() -> None:
    class Grumbling(PaintedPage):
        def paint(self, stream: Any, scale: float) -> None:
            LOGGER.warning("odd " * 200)
            super().paint(stream, scale)

    fonts = InstalledFonts.cached()
    grumbling = Grumbling(SetPage(SIZE, ()), TypeSetter("zh-CN", fonts), _no_pictures)
    with pytest.raises(TemplateError, match="the PDF cannot be drawn: odd odd") as caught:
        written(grumbling, fonts=fonts)
    assert len(caught.value.message.en) < 350


def test_characters_from_another_font_are_named() -> None:
    fonts, others = InstalledFonts(), InstalledFonts()
    with pytest.raises(EnvironmentFault, match="in none of the fonts Noto Sans CJK SC: 二"):
        written(page(fonts, "一"), page(others, "二", SERIF), fonts=fonts)
