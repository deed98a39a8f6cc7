from __future__ import annotations

import pytest

from engine.base.diagnostics import Location
from engine.checks.rendered.fit031_drawn_overlap import CHECK
from engine.probe.drawn import DrawnBox, DrawnFile, Kind
from engine.probe.office_lines import DrawnLines
from tests.support.shown import slide, thing

LINE = DrawnBox(100, 100, 200, 20)


def found(other: DrawnBox) -> list[str]:
    texts = [DrawnLines(thing(Kind.TEXT, 100, 100, 200, 50, words), (line,)) for words, line in (("一句话", LINE), ("另一句", other))]
    return [item.message.en for item in CHECK.run(DrawnFile("pptx", (slide(1),)), texts, Location("a.pptx"))]


def test_both_texts_are_named() -> None:
    assert found(DrawnBox(250, 110, 100, 20)) == ["“一句话” and “另一句” are drawn on each other on slide 1"]


@pytest.mark.parametrize("other", [LINE, DrawnBox(110, 85, 20, 20), DrawnBox(0, 115, 900, 40)])
def test_overlaps(other: DrawnBox) -> None:
    assert len(found(other)) == 1


@pytest.mark.parametrize("other", [DrawnBox(100, 118, 200, 20), DrawnBox(301, 100, 50, 20), DrawnBox(100, 300, 200, 20)])
def test_what_only_touches_passes(other: DrawnBox) -> None:
    assert found(other) == []
