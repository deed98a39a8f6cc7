from __future__ import annotations

import pytest

from engine.checks.branded.brand003_logo import CHECK
from engine.probe.drawn import DrawnBox, DrawnFile, DrawnObject, DrawnPage, Kind
from tests.support.branded import told

PAGES = (DrawnPage(1, 960, 540, 0.5, layout="Content"), DrawnPage(2, 960, 540, 0.5, layout="Cover"))


def found(box: DrawnBox | None, kind: Kind = Kind.PICTURE, page: int = 1) -> list[str]:
    return told(CHECK, DrawnFile("pptx", PAGES, (DrawnObject(page, "photo", kind, box, "图说" if kind is Kind.TEXT else ""),)))


def test_something_on_the_logo() -> None:
    assert found(DrawnBox(800, 30, 100, 100)) == [
        "x BRAND003 “photo” on slide 1 lies on the logo / move it away or make it smaller: the logo stands free"
    ]
    assert found(DrawnBox(800, 30, 100, 100), Kind.TEXT)[0].startswith("x BRAND003 “图说” on slide 1")


@pytest.mark.parametrize(
    ("box", "kind", "page"),
    [
        (DrawnBox(800, 73, 100, 100), Kind.PICTURE, 1),
        (DrawnBox(600, 30, 264, 100), Kind.PICTURE, 1),
        (DrawnBox(800, 30, 100, 100), Kind.PLACEHOLDER, 1),
        (DrawnBox(800, 30, 100, 100), Kind.PICTURE, 2),
        (None, Kind.SHAPE, 1),
    ],
    ids=["below", "touching", "unfilled", "other layout", "nowhere"],
)
def test_what_leaves_the_logo_free_passes(box: DrawnBox | None, kind: Kind, page: int) -> None:
    assert found(box, kind, page) == []
