"""CHART111: a chart has more categories or lines than can be told apart.

What it does: counts the parts of round charts (6 at most), the categories of bars and columns (40), the points of lines (400) and the lines (7).
Why it matters: labels shrink or are left out, and colours repeat: the reader gives up on the chart.

Fails: a pie of eleven channels; twelve lines in one chart.
Passes: a pie of five channels and 其他; 26 weekly columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnChart, DrawnFile

ROUND = frozenset({"pieChart", "pie3DChart", "doughnutChart", "ofPieChart"})
LINED = frozenset({"lineChart", "line3DChart", "areaChart", "area3DChart"})
STOOD = frozenset({"barChart", "bar3DChart"})
MOST_PARTS, MOST_BARS, MOST_POINTS, MOST_LINES = 6, 40, 400, 7


def crowd(chart: DrawnChart) -> tuple[int, int, str, str] | None:
    """Return how many there are, how many there may be, and of what; None for a chart that can be read."""
    kinds = set(chart.kinds)
    if kinds & ROUND and chart.categories > MOST_PARTS:
        return chart.categories, MOST_PARTS, "份", "parts"
    if kinds & STOOD and chart.categories > MOST_BARS:
        return chart.categories, MOST_BARS, "个类目", "categories"
    if kinds and kinds <= LINED and chart.series > MOST_LINES:
        return chart.series, MOST_LINES, "个系列", "series"
    if kinds & LINED and chart.categories > MOST_POINTS:
        return chart.categories, MOST_POINTS, "个点", "points"
    return None


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for chart in drawn.charts:
        found = crowd(chart)
        if found is not None:
            count, most, zh, en = found
            at, called = on_page(drawn, chart.page), quoted(chart.title or chart.name, Phrase("", ""))
            yield warning(
                "CHART111",
                f"{at.zh}的图表{called.zh}有 {count} {zh}，超过 {most} 就难以分辨",
                f"the chart {called.en} {at.en} has {count} {en}, more than {most} are hard to tell apart".replace("  ", " "),
                where,
                Phrase("只留前几名，其余并为“其他”，或分成两张图", "keep the first ones and merge the rest, or make two charts"),
            )


CHECK = DrawnCheck("CHART111", ("pptx", "docx"), run)
