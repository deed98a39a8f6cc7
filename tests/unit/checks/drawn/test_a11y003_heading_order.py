from __future__ import annotations

import pytest

from engine.checks.drawn.a11y003_heading_order import CHECK
from engine.probe.drawn import DrawnFile
from tests.support.shown import heading, told


def levels(*found: int) -> DrawnFile:
    return DrawnFile("docx", headings=tuple(heading(level, f"标题{level}", page=0) for level in found))


def test_the_heading_that_leaves_one_out_is_named() -> None:
    assert told(CHECK, levels(1, 3)) == [
        "plan.file A11Y003 the heading “标题3” in the document is of level 3, the one before it of level 1"
    ]


@pytest.mark.parametrize(("found", "count"), [((1, 3, 3), 1), ((1, 2, 4, 1, 3), 2), ((2, 6), 1)])
def test_each_leap_is_told_once(found: tuple[int, ...], count: int) -> None:
    assert len(told(CHECK, levels(*found))) == count


@pytest.mark.parametrize("found", [(1, 2, 3, 1, 2), (2, 2, 2), (3, 2, 1), ()])
def test_levels_in_order_pass(found: tuple[int, ...]) -> None:
    assert told(CHECK, levels(*found)) == []
