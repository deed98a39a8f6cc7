from __future__ import annotations

from engine.checks.drawn.fit025_unfilled import CHECK
from engine.probe.drawn import DrawnFile, Kind
from tests.support.shown import slide, thing, told


def test_an_empty_placeholder_is_named() -> None:
    drawn = DrawnFile("pptx", (slide(1),), (thing(Kind.PLACEHOLDER, 0, 0, 10, 10), thing(Kind.SHAPE, 0, 0, 10, 10)))
    assert told(CHECK, drawn) == ["plan.file FIT025 the placeholder “Box 1” on slide 1 is not filled"]


def test_other_things_pass() -> None:
    assert told(CHECK, DrawnFile("pptx", (slide(1),), (thing(Kind.TEXT, 0, 0, 10, 10, "字"),))) == []
