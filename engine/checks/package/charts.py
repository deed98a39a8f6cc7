"""FILE045: a chart's axes, series or remembered values contradict each other.

What it does: reads which axes each plot uses, the numbers of its series, and the points that the chart remembers of its workbook.
Why it matters: PowerPoint and Word show an empty frame or repair the file; a value such as `nan` makes the chart unreadable.

Fails: `<c:axId val="7"/>` in a chart without an axis 7; `<c:v>nan</c:v>`; two points with idx="0".
Passes: two axes for each plot, each crossing the other; numbers in a numCache, each point once and within ptCount.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from engine.base.diagnostics import Severity
from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.places import C, place
from engine.probe.package import Package

AXES = tuple(f"{C}{name}" for name in ("catAx", "valAx", "dateAx", "serAx"))
_SOLID = frozenset(f"{C}{name}" for name in ("surface3DChart", "surfaceChart", "bar3DChart", "line3DChart", "area3DChart"))
_ROUND = frozenset(f"{C}{name}" for name in ("pieChart", "pie3DChart", "doughnutChart", "ofPieChart"))
_CACHES = (f"{C}numCache", f"{C}strCache", f"{C}numLit", f"{C}strLit", f"{C}lvl")


def plot_axes(package: Package) -> Iterator[Fault]:
    """A plot names two axes of its chart, a solid one two or three, a round one none."""
    for part, chart in _charts(package):
        known = {_own(axis) for axis in chart.iter(*AXES)}
        for plot in _plots(chart):
            named = [node.get("val", "") for node in plot.iterchildren(f"{C}axId")]
            wanted = (0,) if plot.tag in _ROUND else (2, 3) if plot.tag in _SOLID else (2,)
            if len(named) not in wanted:
                yield Fault(
                    part, place(plot), f"用了 {len(named)} 条坐标轴，应为 {wanted[0]} 条", f"names {len(named)} axes instead of {wanted[0]}"
                )
            for number in named:
                if number not in known and number != "0":
                    yield Fault(part, place(plot), f"没有编号为 {number} 的坐标轴", f"names axis {number}, which is not there")


def axis_crossing(package: Package) -> Iterator[Fault]:
    """Each axis has a number of its own and crosses another axis of the chart."""
    for part, chart in _charts(package):
        axes = list(chart.iter(*AXES))
        counted = Counter(map(_own, axes))
        for axis in axes:
            own, crossed = _own(axis), _value(axis, "crossAx")
            if counted[own] > 1:
                yield Fault(part, place(axis), f"编号 {own} 用了两次", f"has number {own}, as another axis has")
            if crossed == own or crossed not in counted:
                yield Fault(part, place(axis), f"与不存在的坐标轴 {crossed} 相交", f"crosses axis {crossed}, which is not there")


def series_number(package: Package) -> Iterator[Fault]:
    """The series of a chart have different numbers (c:idx) and places (c:order)."""
    for part, chart in _charts(package):
        every = list(chart.iter(f"{C}ser"))
        for name in ("idx", "order"):
            for value, times in Counter(_value(series, name) for series in every).items():
                if times > 1:
                    yield Fault(part, f"c:{name} {value}", f"{times} 个系列用了同一个值", f"{times} series have this value")


def points(package: Package) -> Iterator[Fault]:
    """A chart remembers each point once, and no more of them than c:ptCount says."""
    for part, chart in _charts(package):
        for cache in chart.iter(*_CACHES):
            found = [node.get("idx", "") for node in cache.iterchildren(f"{C}pt")]
            counted = _value(cache, "ptCount") or (_value(cache.getparent(), "ptCount") if cache.tag == f"{C}lvl" else "")
            if len(set(found)) < len(found):
                yield Fault(part, place(cache), "同一个点出现了两次", "remembers a point twice")
            if counted and any(not (at.isdecimal() and counted.isdecimal() and int(at) < int(counted)) for at in found):
                yield Fault(
                    part,
                    place(cache),
                    f"有 {len(found)} 个点，ptCount 是 {counted}",
                    f"remembers {len(found)} points, with a ptCount of {counted}",
                )


def point_no_number(package: Package) -> Iterator[Fault]:
    """A remembered number is one: not a word, not nan, not inf."""
    for part, chart in _charts(package):
        for cache in chart.iter(f"{C}numCache", f"{C}numLit"):
            for node in cache.iter(f"{C}v"):
                if not _is_number(node.text or ""):
                    yield Fault(part, place(cache), f"“{node.text or ''}”不是数", f"remembers {node.text or ''!r}, which is no number")


def _charts(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for part in package.of_type(".drawingml.chart+xml"):
        root = package.root(part)
        if root is not None:
            yield part, root


def _plots(chart: etree._Element) -> Iterator[etree._Element]:
    for area in chart.iter(f"{C}plotArea"):
        yield from (node for node in area.iterchildren("*") if str(node.tag).endswith("Chart"))


def _value(node: etree._Element | None, name: str) -> str:
    found = None if node is None else node.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def _own(axis: etree._Element) -> str:
    return _value(axis, "axId")


def _is_number(text: str) -> bool:
    """Tell whether Office reads a number: `#N/A` is its own word for one that is missing."""
    if text == "#N/A":
        return True
    try:
        return math.isfinite(float(text)) and "_" not in text
    except ValueError:
        return False


CHECK = PackageCheck(
    "FILE045",
    (Rule(plot_axes), Rule(axis_crossing), Rule(series_number, Severity.INFO), Rule(points), Rule(point_no_number)),
)
