from __future__ import annotations

from typing import Any

import pytest
from weasyprint.pdf.stream import Stream, pydyf

from engine.model.theme import Color
from engine.writers.pdf.chart_ink import Ink, Words
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_images import ChartImage, InkImage

INK = Color("FF0000")


@pytest.fixture
def stream() -> Any:
    return Stream({}, (0, 0, 100, 100), pydyf.Dictionary({"ExtGState": pydyf.Dictionary()}), {}, None, {}, None)


def content(stream: Any) -> list[str]:
    return [part.decode() if isinstance(part, bytes) else str(part) for part in stream.stream]


def test_ink_is_scaled_from_points_to_its_place(stream: Any) -> None:
    image = InkImage(b"0 0 m", 72, 36)
    assert image.get_intrinsic_size(1, 16) == (96, 48, 2)
    image.draw(stream, 96, 48, None)
    assert content(stream) == ["q", "1.333333 0 0 1.333333 0 0 cm", "0 0 m", "Q"]


@pytest.mark.parametrize(("anchor", "left"), [("start", 50.0), ("middle", 40.0), ("end", 30.0)])
def test_words_are_set_in_one_piece_from_their_anchor(stream: Any, anchor: str, left: float) -> None:
    words = Words("中文", 50, 20, 10, INK, bold=True, anchor=anchor, family="Noto Sans CJK SC")
    ChartImage((words,), 72, 36, "zh-CN", InstalledFonts.cached().configuration).draw(stream, 72, 36, None)
    drawn = content(stream)
    assert [part for part in drawn if part.endswith(("Tm", "rg"))] == ["1 0 0 rg", f"1 0 0 -1 {left:g} 20 Tm"]
    assert len([part for part in drawn if part.endswith("TJ")]) == 1
    (font,) = stream._fonts.values()
    assert (font.family, font.weight) == ("Noto Sans CJK SC", 700)


def test_marks_keep_their_order_and_opacity(stream: Any) -> None:
    marks = (Ink(b"first f", 0.5), Ink(b"second f"))
    ChartImage(marks, 72, 36, "zh-CN", InstalledFonts.cached().configuration).draw(stream, 72, 36, None)
    drawn = content(stream)
    assert drawn.index("/a0.5 gs") < drawn.index("first f") < drawn.index("/a1.0 gs") < drawn.index("second f")


def test_blank_words_draw_nothing(stream: Any) -> None:
    words = Words(" ", 0, 0, 10, INK, bold=False, anchor="start", family="Noto Sans CJK SC")
    ChartImage((words,), 72, 36, "zh-CN", InstalledFonts.cached().configuration).draw(stream, 72, 36, None)
    assert not [part for part in content(stream) if part.endswith("TJ")]
