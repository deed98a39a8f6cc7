from __future__ import annotations

import pytest

from engine.checks.drawn.a11y004_contrast import CHECK
from engine.probe.drawn import DrawnFile, DrawnInk
from tests.support.shown import sheet, slide, told


def found(*inks: DrawnInk, wide: bool = False) -> list[str]:
    return told(CHECK, DrawnFile("pdf", (slide(2) if wide else sheet(2),), inks=inks))


def ink(color: str, ground: str = "FFFFFF", size: float = 11.0, *, words: str = "来源：中台", bold: bool = False) -> DrawnInk:
    return DrawnInk(2, words, color, ground, size, bold)


def test_pale_words_are_told_once_a_page_with_both_colours() -> None:
    assert found(ink("B8C2CA"), ink("B8C2CA", size=9.0)) == [
        "plan.file A11Y004 “来源：中台” on page 2 is hard to read: #B8C2CA on #FFFFFF, contrast 1.8 of 4.5"
    ]


@pytest.mark.parametrize(
    "clear",
    [
        ink("63737F"),
        ink("FFFFFF", "0B2239"),
        ink("8A8A8A", size=18.0),
        ink("8A8A8A", size=14.0, bold=True),
        ink("E0E0E0", size=90.0, words="草稿"),
        ink("E0E0E0", words="“"),
    ],
)
def test_what_is_clear_large_or_ornament_passes(clear: DrawnInk) -> None:
    assert found(clear) == []


def test_large_is_what_is_large_on_a_slide_of_usual_width() -> None:
    assert found(ink("8A8A8A", size=18.0), wide=True) == []
