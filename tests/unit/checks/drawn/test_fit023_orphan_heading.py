from __future__ import annotations

import pytest

from engine.checks.drawn.fit023_orphan_heading import CHECK
from engine.probe.drawn import DrawnFile, DrawnHeading
from tests.support.shown import heading, sheet, slide, told


def test_a_heading_at_the_foot_and_one_that_may_get_there() -> None:
    assert told(CHECK, DrawnFile("pdf", (sheet(2),), headings=(heading(2, last=True),))) == [
        "plan.file FIT023 the heading “费用” on page 2 has nothing below it"
    ]
    assert told(CHECK, DrawnFile("docx", headings=(heading(2, page=0, stays=False),))) == [
        "plan.file FIT023 the heading “费用” in the document is not kept with what follows: it may stand alone at a page's foot"
    ]
    assert len(told(CHECK, DrawnFile("docx", headings=(heading(1, page=0, last=True),)))) == 1


@pytest.mark.parametrize("each", [heading(1), heading(2, page=2, last=True), heading(3, page=0)])
def test_headings_with_text_and_titles_of_slides_pass(each: DrawnHeading) -> None:
    assert told(CHECK, DrawnFile("pdf", (slide(2),), headings=(each,))) == []
