"""CHART112: data labels of a chart stand on each other.

What it does: works out about where Office draws each data label of a chart, by its values, the axis and the size of its letters, and looks for
pairs that share more than two fifths of the smaller one. Office moves labels out of each other's way only
in pies where they were not put anywhere (“Best fit”); nothing is said of these.
Why it matters: figures that overlap cannot be read, or are read wrongly.

Fails: 40 columns with values of five digits above each; two lines that run within a few points of each other, both labelled.
Passes: twelve columns with their values; two such lines of which one has labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnBox, DrawnChart, DrawnFile

SHARED = 0.4
"""The part of the smaller label that may lie under another: places are estimates."""


def collisions(chart: DrawnChart) -> list[tuple[str, str]]:
    """Return the pairs of labels that stand on each other."""
    return [(one.words, other.words) for one, other in combinations(chart.labels, 2) if _overlap(one.box, other.box)]


def _overlap(one: DrawnBox, other: DrawnBox) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    smaller = min(one.width * one.height, other.width * other.height)
    return across > 0 and down > 0 and across * down > SHARED * smaller


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for chart in drawn.charts:
        found = collisions(chart)
        if found:
            at, called = on_page(drawn, chart.page), quoted(chart.title or chart.name, Phrase("", ""))
            first, second = found[0]
            pairs = f"{len(found)} pairs of data labels" if len(found) > 1 else "two data labels"
            yield warning(
                "CHART112",
                f"{at.zh}的图表{called.zh}有 {len(found)} 对数据标签重叠，如“{first}”与“{second}”",
                f"in the chart {called.en} {at.en} {pairs} overlap, such as {first!r} and {second!r}".replace("  ", " "),
                where,
                Phrase("只标关键的点，减少小数，或把图放大", "label the points that matter only, print fewer digits, or enlarge the chart"),
            )


CHECK = DrawnCheck("CHART112", ("pptx", "docx"), run)
