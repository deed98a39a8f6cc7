from __future__ import annotations

import pytest

from engine.base.diagnostics import Location
from engine.checks.rendered.fit030_drawn_overflow import CHECK, reach
from engine.probe.drawn import DrawnBox, DrawnFile, Kind
from engine.probe.office_lines import DrawnLines
from tests.support.shown import slide, thing

BOX = DrawnBox(100, 100, 200, 50)


def found(*lines: DrawnBox) -> list[str]:
    text = DrawnLines(thing(Kind.TEXT, 100, 100, 200, 50, "一句话"), lines)
    return [item.message.en for item in CHECK.run(DrawnFile("pptx", (slide(1),)), (text,), Location("a.pptx"))]


def test_how_far_words_leave_their_shape_is_told() -> None:
    assert found(DrawnBox(107, 105, 150, 20), DrawnBox(107, 150, 150, 20)) == ["“一句话” on slide 1 is drawn 20 pt outside its shape"]


@pytest.mark.parametrize(
    "line", [DrawnBox(90, 105, 50, 20), DrawnBox(107, 95, 50, 20), DrawnBox(290, 105, 50, 20)], ids=["left", "above", "right"]
)
def test_on_every_side(line: DrawnBox) -> None:
    assert len(found(line)) == 1


@pytest.mark.parametrize("line", [DrawnBox(107, 105, 150, 20), DrawnBox(99, 99, 202, 52)], ids=["inside", "touching"])
def test_what_stays_in_passes(line: DrawnBox) -> None:
    assert found(line) == []


def test_a_mark_is_ornament() -> None:
    text = DrawnLines(thing(Kind.TEXT, 100, 100, 200, 50, "“"), (DrawnBox(90, 95, 50, 20),))
    assert list(CHECK.run(DrawnFile("pptx", (slide(1),)), (text,), Location("a.pptx"))) == []


def test_inside_is_negative() -> None:
    assert reach(BOX, [DrawnBox(110, 105, 100, 20)]) == -5
