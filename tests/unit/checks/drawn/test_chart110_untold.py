from __future__ import annotations

import pytest

from engine.checks.drawn.chart110_untold import CHECK, missing
from engine.probe.drawn import DrawnChart, DrawnFile
from tests.support.shown import chart, told


def test_what_a_chart_lacks_is_named() -> None:
    drawn = DrawnFile("pptx", charts=(chart(title="", near="", page=""),))
    assert told(CHECK, drawn) == ["plan.file CHART110 the chart “Chart 1” on slide 1 gives no title and no unit and no source"]


@pytest.mark.parametrize(
    ("shown", "lacks"),
    [
        (chart(page="回顾"), ["source"]),
        (chart(title="成交额"), ["unit"]),
        (chart(title="", near="六个月的回顾", page=""), ["unit", "source"]),
    ],
    ids=["source", "unit", "both"],
)
def test_title_unit_and_source_are_asked_for(shown: DrawnChart, lacks: list[str]) -> None:
    assert [en for _, en in missing(shown)] == lacks


def test_a_file_with_a_ledger_needs_no_source_in_words() -> None:
    assert told(CHECK, DrawnFile("pptx", charts=(chart(page=""),), is_traced=True)) == []
    assert missing(chart(title="成交额", page=""), traced=True) == (("单位", "unit"),)


@pytest.mark.parametrize(
    "shown",
    [
        chart(),
        chart(title="", near="季度 GMV，万元"),
        chart(title="Revenue, K USD", page="Source: order system"),
        chart(title="转化率"),
        chart(title="", near="成交\n2,164 万元"),
    ],
    ids=["brackets", "comma", "english", "rate", "figure"],
)
def test_a_chart_that_tells_all_passes(shown: DrawnChart) -> None:
    assert missing(shown) == ()
