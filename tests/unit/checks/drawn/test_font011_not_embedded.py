from __future__ import annotations

from engine.checks.drawn.font011_not_embedded import CHECK
from engine.probe.drawn import DrawnFile, DrawnFont
from tests.support.shown import told


def test_the_fonts_that_are_only_named() -> None:
    fonts = (DrawnFont("SimSun", embedded=False), DrawnFont("Noto-Sans-CJK-SC", embedded=True))
    assert told(CHECK, DrawnFile("pdf", fonts=fonts)) == ["plan.file FONT011 the font SimSun is not embedded"]


def test_embedded_fonts_pass() -> None:
    assert told(CHECK, DrawnFile("pdf", fonts=(DrawnFont("Noto-Serif-CJK-SC", embedded=True),))) == []
