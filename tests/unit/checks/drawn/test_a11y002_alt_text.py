from __future__ import annotations

from dataclasses import replace

import pytest

from engine.checks.drawn.a11y002_alt_text import CHECK
from engine.probe.drawn import DrawnFile
from tests.support.shown import chart, picture, told

BARE = picture(100, 100, None, alt="")


def test_a_picture_and_a_chart_that_say_nothing_are_found() -> None:
    drawn = DrawnFile("pptx", pictures=(BARE,), charts=(replace(chart(), alt=""),))
    assert told(CHECK, drawn) == [
        "plan.file A11Y002 the chart “Chart 1” on slide 1 has no alternative text",
        "plan.file A11Y002 the picture “Picture 1” on slide 1 has no alternative text",
    ]


def test_a_figure_of_a_pdf_is_found_without_a_name() -> None:
    assert told(CHECK, DrawnFile("pdf", pictures=(replace(BARE, name="", page=4),))) == [
        "plan.file A11Y002 the picture on page 4 has no alternative text"
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        DrawnFile("pptx", pictures=(picture(100, 100, None),)),
        DrawnFile("docx", pictures=(replace(BARE, decorative=True),)),
        DrawnFile("pptx", charts=(chart(),)),
    ],
    ids=["alt", "decorative", "chart"],
)
def test_what_says_something_passes(drawn: DrawnFile) -> None:
    assert told(CHECK, drawn) == []
