from __future__ import annotations

import pytest

from engine.checks.drawn.fit003_off_slide import CHECK
from engine.probe.drawn import DrawnFile, DrawnObject, Kind
from tests.support.shown import slide, thing, told


def found(each: DrawnObject) -> list[str]:
    return told(CHECK, DrawnFile("pptx", (slide(1),), (each,)))


def test_what_reaches_over_the_edge_is_named() -> None:
    assert found(thing(Kind.TEXT, 900, 10, 100, 20, "一句话")) == [
        "plan.file FIT003 “一句话” on slide 1 reaches over the edge of the slide"
    ]


@pytest.mark.parametrize(
    "each",
    [
        thing(Kind.TABLE, 10, 500, 100, 60),
        thing(Kind.CHART, -40, 10, 100, 60),
        thing(Kind.SHAPE, 970, 10, 100, 60),
        thing(Kind.PICTURE, 10, -200, 100, 60),
    ],
    ids=["table", "chart", "beside", "above"],
)
def test_the_faults(each: DrawnObject) -> None:
    assert len(found(each)) == 1


@pytest.mark.parametrize(
    "each",
    [
        thing(Kind.TEXT, 858, 10, 103, 20, "一句话"),
        thing(Kind.SHAPE, -20, -20, 1000, 60),
        thing(Kind.PICTURE, 900, 10, 100, 60),
        DrawnObject(1, "Box", Kind.TEXT, None, "一句话"),
    ],
    ids=["touches", "band", "bleed", "unknown"],
)
def test_what_may_reach_over_passes(each: DrawnObject) -> None:
    assert found(each) == []
