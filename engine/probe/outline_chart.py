"""What a native chart says: its categories, and each series with its name and numbers, from the cache that Office draws."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.model.outline import OutlineChart, OutlineSeries

MOST_POINTS = 2**20
"""Rows of a worksheet, and so the points that a series can have."""
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def chart_outline(chart: etree._Element) -> OutlineChart:
    """Return what a chart part (its root) holds; the numbers of scatter charts are their y values."""
    series = list(chart.iter(f"{C}ser"))
    categories = next((names for item in series if (names := tuple(_texts(item, "cat") or _texts(item, "xVal")))), ())
    return OutlineChart(categories, tuple(_series(item) for item in series))


def _series(item: etree._Element) -> OutlineSeries:
    name = "".join(_texts(item, "tx"))
    values = item.find(f"{C}val")
    points = values if values is not None else item.find(f"{C}yVal")
    return OutlineSeries(name, tuple(_numbers(points)) if points is not None else ())


def _texts(item: etree._Element, tag: str) -> list[str]:
    found = item.find(f"{C}{tag}")
    return [] if found is None else [value.text or "" for value in found.iter(f"{C}v")]


def _numbers(points: etree._Element) -> Iterator[float | None]:
    """Yield the value of each point, None where the cache has none."""
    count = next(points.iter(f"{C}ptCount"), None)
    known = {_whole(point.get("idx", "0")): _number(point.findtext(f"{C}v")) for point in points.iter(f"{C}pt")}
    for index in range(min(_whole(count.get("val", "0")), MOST_POINTS) if count is not None else len(known)):
        yield known.get(index)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() else 0


def _number(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None
