from __future__ import annotations

import pytest

from engine.checks.branded.brand004_small import CHECK
from engine.probe.drawn import DrawnFile, DrawnText
from tests.support.branded import told, wearing


def found(*texts: DrawnText) -> list[str]:
    return told(CHECK, DrawnFile("pptx", texts=texts))


def test_a_text_that_was_made_smaller() -> None:
    assert found(wearing("说明文字", size=7)) == [
        "x BRAND004 “说明文字” on slide 1 is set in 7 pt; the smallest of the theme 'harbor' is 9 pt / cut words or use two pages, then enlarge it"
    ]


def test_a_size_is_told_once_a_place() -> None:
    assert len(found(wearing("一句话", size=7), wearing("又一句", size=7), wearing("另一句", size=6))) == 2


@pytest.mark.parametrize(
    "text", [wearing("说明文字", size=9), wearing("12", size=5), wearing("大小不明", size=0)], ids=["least", "mark", "unknown"]
)
def test_sizes_of_the_theme_pass(text: DrawnText) -> None:
    assert found(text) == []
