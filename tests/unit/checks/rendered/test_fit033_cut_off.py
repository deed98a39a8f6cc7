from __future__ import annotations

from engine.base.diagnostics import Location
from engine.checks.rendered.fit033_cut_off import CHECK
from engine.probe.fixed_frames import FixedText


def found(*texts: FixedText) -> list[str]:
    return [item.message.en for item in CHECK.run(texts, Location("a.docx"))]


def test_the_letters_that_are_lost_are_counted() -> None:
    assert found(FixedText("一二三 四五", in_cell=False, drawn=3), FixedText("甲乙", in_cell=True, drawn=0)) == [
        "2 letters of “一二三 四五” in a text box are not drawn",
        "2 letters of “甲乙” in a table cell are not drawn",
    ]


def test_what_is_drawn_whole_passes() -> None:
    assert found(FixedText("一二三 四五", in_cell=False, drawn=5)) == []
