from __future__ import annotations

from dataclasses import replace

from engine.checks.drawn.chart112_labels import CHECK
from engine.probe.drawn import ChartLabel, DrawnBox, DrawnFile
from tests.support.shown import chart, told


def found(*places: tuple[float, float]) -> list[str]:
    labels = tuple(ChartLabel(0, f"{n},000", DrawnBox(x, y, 30, 12)) for n, (x, y) in enumerate(places, 1))
    return told(CHECK, DrawnFile("pptx", charts=(replace(chart(), labels=labels),)))


def test_labels_on_each_other_are_told_with_an_example() -> None:
    assert found((0, 0), (10, 2)) == [
        "plan.file CHART112 in the chart “GMV（万元）” on slide 1 two data labels overlap, such as '1,000' and '2,000'"
    ]
    assert "3 pairs of data labels" in found((0, 0), (10, 2), (5, 1))[0]


def test_labels_that_touch_pass() -> None:
    assert found((0, 0), (28, 0), (0, 10)) == []
    assert found() == []
