from __future__ import annotations

import pytest

from engine.checks.drawn.font010_no_han_font import CHECK
from engine.probe.drawn import DrawnFile, DrawnText
from tests.support.shown import told, words


def test_the_first_run_of_a_shape_is_told() -> None:
    drawn = DrawnFile("pptx", texts=(words("年中述职", ea=False), words("第二段", ea=False)))
    assert told(CHECK, drawn) == ["plan.file FONT010 “年中述职” on slide 1 has no font for Chinese"]


@pytest.mark.parametrize("text", [words("年中述职"), words("Half-year review", ea=False), words("105.5%", ea=False)])
def test_what_needs_no_such_font_passes(text: DrawnText) -> None:
    assert told(CHECK, DrawnFile("docx", texts=(text,))) == []
