from __future__ import annotations

import pytest

from engine.checks.drawn.fit022_empty_page import CHECK
from engine.probe.drawn import DrawnFile, DrawnPage
from tests.support.shown import sheet, slide, told


def found(format_name: str, *pages: DrawnPage) -> list[str]:
    return told(CHECK, DrawnFile(format_name, pages))


def test_empty_and_nearly_empty_are_told_apart() -> None:
    assert found("pptx", slide(1), slide(2, 0.0), slide(3, 0.002), slide(4)) == [
        "plan.file FIT022 slide 2 is empty",
        "plan.file FIT022 slide 3 is nearly empty: 0.2%",
    ]
    assert found("pdf", sheet(1), sheet(2), sheet(3), sheet(4, 0.06)) == ["plan.file FIT022 page 4 is nearly empty: 6%"]


@pytest.mark.parametrize(
    ("format_name", "pages"),
    [
        ("pptx", (slide(1, 0.0), slide(2), slide(3, 0.01))),
        ("pptx", (slide(1), slide(2, 0.0, divider=True), slide(3))),
        ("pdf", (sheet(1), sheet(2), sheet(3), sheet(4, 0.09))),
        ("pdf", (sheet(1), sheet(2), sheet(3, 0.05))),
        ("pptx", (slide(1), slide(2, None), slide(3))),
    ],
    ids=["first-and-last", "divider", "a-few-lines", "short", "unknown"],
)
def test_pages_that_may_be_so_pass(format_name: str, pages: tuple[DrawnPage, ...]) -> None:
    assert found(format_name, *pages) == []
