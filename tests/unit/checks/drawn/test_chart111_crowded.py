from __future__ import annotations

import pytest

from engine.checks.drawn.chart111_crowded import CHECK, crowd
from engine.probe.drawn import DrawnChart, DrawnFile
from tests.support.shown import chart, told


def test_how_many_and_how_many_there_may_be_is_told() -> None:
    assert told(CHECK, DrawnFile("pptx", charts=(chart(("pieChart",), 11),))) == [
        "plan.file CHART111 the chart “GMV（万元）” on slide 1 has 11 parts, more than 6 are hard to tell apart"
    ]


@pytest.mark.parametrize(
    ("shown", "most"),
    [
        (chart(("doughnutChart",), 7), 6),
        (chart(("barChart",), 41), 40),
        (chart(("lineChart",), 12, 8), 7),
        (chart(("areaChart",), 401), 400),
    ],
)
def test_crowds(shown: DrawnChart, most: int) -> None:
    found = crowd(shown)
    assert found is not None
    assert found[1] == most


@pytest.mark.parametrize("shown", [chart(("pieChart",), 6), chart(("barChart",), 40, 9), chart(("lineChart",), 52, 7), chart(())])
def test_what_can_be_read_passes(shown: DrawnChart) -> None:
    assert crowd(shown) is None
