from __future__ import annotations

from engine.checks.drawn.font012_missing_glyph import CHECK
from engine.probe.drawn import DrawnFile, DrawnText
from tests.support.shown import told

SANS = "Noto Sans CJK SC"


def found(*texts: tuple[str, str]) -> list[str]:
    return told(CHECK, DrawnFile("pptx", texts=tuple(DrawnText(1, "Box 1", words, 12.0, ea=font) for words, font in texts)))


def test_a_missing_character_is_told_once_with_its_number() -> None:
    assert found(("面向 ตลาด 的计划", SANS), ("又是 ตลาด", SANS)) == [
        "plan.file FONT012 in “面向 ตลาด 的计划” on slide 1 the font Noto Sans CJK SC lacks ต (U+0E15) ล (U+0E25) า (U+0E32) ด (U+0E14)"
    ]


def test_what_the_font_has_and_fonts_of_signs_pass() -> None:
    assert found(("年中述职 Half-year 105.5%", SANS), ("ต", "Wingdings 2"), ("ต", "")) == []
