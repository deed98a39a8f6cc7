from __future__ import annotations

import pytest

from engine.checks.drawn.fit020_small_text import CHECK
from engine.probe.drawn import DrawnFile, DrawnPage, DrawnText
from tests.support.shown import sheet, slide, told, words


def found(page: DrawnPage, *texts: DrawnText) -> list[str]:
    return told(CHECK, DrawnFile("pdf", (page,), texts=texts))


def test_the_smallest_text_of_a_place_is_told() -> None:
    assert found(slide(1), words("大一点的", 8), words("很小的字", 6)) == [
        "plan.file FIT020 “很小的字” on page 1 is set in 6 pt, at least 9 pt can be read"
    ]


@pytest.mark.parametrize(("page", "size"), [(slide(1), 8.5), (sheet(1), 7.0), (DrawnPage(1, 842, 595, 0.5), 6.5)])
def test_slides_and_paper_have_their_own_least(page: DrawnPage, size: float) -> None:
    assert len(found(page, words("说明文字", size))) == 1


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (slide(1), words("来源：中台", 9)),
        (slide(1), words("12", 5)),
        (sheet(1), words("表格里的字", 7.5)),
        (sheet(1), words("1,234.5", 5)),
        (sheet(1), words("大小不明", 0)),
    ],
    ids=["source", "mark", "table", "figures", "unknown"],
)
def test_what_can_be_read_passes(page: DrawnPage, text: DrawnText) -> None:
    assert found(page, text) == []


def test_on_a_narrower_slide_the_least_is_in_proportion() -> None:
    narrow = DrawnPage(1, 720, 540, 0.5)
    assert found(narrow, words("来源：中台", 6.75)) == []
    assert "at least 6.75 pt" in found(narrow, words("来源：中台", 6))[0]
