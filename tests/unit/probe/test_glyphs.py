from __future__ import annotations

from engine.probe.glyphs import lacking

SANS = "Noto Sans CJK SC"


def test_characters_that_a_font_does_not_have() -> None:
    assert lacking((SANS,), "年中述职 Review 105.5%") == ""
    assert lacking((SANS,), "ตลาด 年 ต") == "ตลาด"


def test_one_of_two_fonts_is_enough() -> None:
    assert lacking((SANS, "Noto Serif CJK SC"), "年中") == ""


def test_a_font_that_is_not_installed_is_judged_by_its_stand_in() -> None:
    assert lacking(("微软雅黑",), "年中述职ต") == "ต"


def test_without_a_font_nothing_is_told() -> None:
    assert lacking(("", ""), "ต") == ""
