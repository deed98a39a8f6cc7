"""The data labels of a chart part (ECMA-376 part 1, §21.2.2.49): which are shown, what they say, and about where Office puts them.

Places are estimates in points inside the chart's frame: the plot area is where a manual layout says, else where Office usually puts it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from engine.base.records import dataclass
from engine.probe.drawn import ChartLabel, DrawnBox

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ROUND = frozenset({"pieChart", "pie3DChart", "doughnutChart"})
STACKED = frozenset({"stacked", "percentStacked"})
USUAL_SIZE, LINE, LATIN, WIDE = 10.0, 1.2, 0.55, 0x2E7F
"""Size of labels in points, height of their line and width of a Latin letter in their size, and the last character that is so narrow."""
_MOST = 400
"""Labels that are looked at: a chart with more has no labels that anybody reads."""


@dataclass(frozen=True, slots=True)
class _Series:
    number: int
    kind: str
    across: bool
    grouping: str
    gap: float
    overlap: float
    values: tuple[float | None, ...]
    xs: tuple[float | None, ...]
    words: tuple[str, ...]
    size: float
    place: str


def chart_labels(root: etree._Element, width: float, height: float) -> tuple[ChartLabel, ...]:
    """Return the labels of a chart in a frame of so many points."""
    area = root.find(f"{C}chart/{C}plotArea")
    if area is None or width <= 0 or height <= 0:
        return ()
    plots = [node for node in area.iterchildren("*") if node.tag.endswith("Chart")]
    usual = _size(root.find(f"{C}txPr"), USUAL_SIZE)
    series = [_series(number, plot, node, usual) for plot in plots for number, node in enumerate(plot.iterfind(f"{C}ser"))]
    if not any(word for each in series for word in each.words) or sum(len(each.words) for each in series) > _MOST:
        return ()
    plot_area = _plot_area(root, area, width, height)
    round_ones = [each for each in series if each.kind in ROUND and not _is_moved(each)]
    others = [each for each in series if each.kind not in ROUND]
    return (*(label for each in round_ones for label in _around(each, plot_area)), *_on_axes(others, plot_area, _bounds(area, others)))


def _is_moved(series: _Series) -> bool:
    """Tell whether Office moves the labels of a series out of each other's way: those of a pie that nobody put anywhere."""
    return series.kind.startswith("pie") and series.place in {"", "bestFit"}


def _plot_area(root: etree._Element, area: etree._Element, width: float, height: float) -> DrawnBox:
    manual = area.find(f"{C}layout/{C}manualLayout")
    parts = [] if manual is None else [_number(manual.find(f"{C}{name}")) for name in ("x", "y", "w", "h")]
    known = [part for part in parts if part is not None]
    if len(known) == 4:
        x, y, w, h = known
        return DrawnBox(x * width, y * height, w * width, h * height)
    legend = root.find(f"{C}chart/{C}legend/{C}legendPos")
    beside = 0.2 if legend is not None and legend.get("val", "r") in {"r", "l"} else 0.0
    above = 0.15 if root.find(f"{C}chart/{C}title") is not None else 0.04
    return DrawnBox(0.08 * width, above * height, (0.9 - beside) * width, (0.86 - above) * height)


def _series(number: int, plot: etree._Element, node: etree._Element, usual: float) -> _Series:
    bars = plot.tag.endswith("barChart")
    across = bars and _said(plot, "barDir") == "bar"
    values = _points(node, "val") or _points(node, "yVal")
    marks = [each for each in (node.find(f"{C}dLbls"), plot.find(f"{C}dLbls")) if each is not None]
    dots = marks[0].find(f"{C}dLblPos") if marks else None
    return _Series(
        number,
        plot.tag.removeprefix(C),
        across,
        _said(plot, "grouping") if bars or plot.tag.endswith("areaChart") else "",
        (_number(plot.find(f"{C}gapWidth")) or 150.0) / 100,
        (_number(plot.find(f"{C}overlap")) or 0.0) / 100,
        values,
        _points(node, "xVal"),
        _words(node, marks, values),
        _size(marks[0].find(f"{C}txPr"), usual) if marks else usual,
        "" if dots is None else dots.get("val", ""),
    )


def _said(node: etree._Element, name: str) -> str:
    found = node.find(f"{C}{name}")
    return "" if found is None else found.get("val", "")


def _number(node: etree._Element | None) -> float | None:
    try:
        return None if node is None else float(node.get("val") or node.text or "")
    except ValueError:
        return None


def _points(series: etree._Element, name: str) -> tuple[float | None, ...]:
    """Return the remembered numbers of a series by index; None where there is none."""
    cache = next((node for tag in ("numCache", "numLit") for node in series.iterfind(f"{C}{name}//{C}{tag}")), None)
    if cache is None:
        return ()
    found = {
        int(point.get("idx", "0")): _number(point.find(f"{C}v")) for point in cache.iterfind(f"{C}pt") if point.get("idx", "").isdecimal()
    }
    return tuple(found.get(index) for index in range(min(max(found, default=-1) + 1, _MOST + 1)))


def _words(series: etree._Element, marks: Sequence[etree._Element], values: Sequence[float | None]) -> tuple[str, ...]:
    """Return what the label of each point says, empty where none is shown."""
    if not marks:
        return ("",) * len(values)
    own = {int(_said(each, "idx") or "0"): each for each in marks[0].iterfind(f"{C}dLbl") if _said(each, "idx").isdecimal()}
    names = {
        int(point.get("idx", "0")): point.findtext(f"{C}v") or ""
        for point in series.iterfind(f"{C}cat//{C}pt")
        if point.get("idx", "").isdecimal()
    }
    total = sum(abs(value) for value in values if value is not None)
    said = []
    for index, value in enumerate(values):
        mark = own.get(index, marks[0])
        rich = "".join(node.text or "" for node in mark.iterfind(f"{C}tx//{A}t"))
        code = mark.find(f"{C}numFmt")
        shown = code if code is not None else marks[0].find(f"{C}numFmt")
        said.append(
            "" if _said(mark, "delete") == "1" or value is None else rich or _composed(mark, value, total, names.get(index, ""), shown)
        )
    return tuple(said)


def _composed(mark: etree._Element, value: float, total: float, name: str, code: etree._Element | None) -> str:
    parts = [name] if _said(mark, "showCatName") == "1" else []
    parts += [printed(value, "" if code is None else code.get("formatCode", ""))] if _said(mark, "showVal") == "1" else []
    parts += [f"{value / total:.0%}"] if _said(mark, "showPercent") == "1" and total else []
    return " ".join(parts)


def printed(value: float, code: str) -> str:
    """Return about what a number format of Office prints: its decimals, thousands, percent, and the words in it."""
    positive = code.split(";", maxsplit=1)[0]
    words = "".join(re.findall(r'"([^"]*)"', positive))
    bare = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", positive)
    if not re.search(r"[0#]", bare):
        return words if words and code else f"{value:g}"
    decimals = len(re.findall(r"[0#]", bare.partition(".")[2]))
    scaled = value * 100 if "%" in bare else value
    figure = f"{scaled:,.{decimals}f}" if "," in bare else f"{scaled:.{decimals}f}"
    return f"{figure}{'%' if '%' in bare else ''}{words}"


def _size(text: etree._Element | None, usual: float) -> float:
    sizes = () if text is None else (node.get("sz", "") for node in text.iter(f"{A}defRPr"))
    return next((int(size) / 100 for size in sizes if size.isdecimal()), usual)


def _extent(words: str, size: float) -> tuple[float, float]:
    return sum(1.0 if ord(char) > WIDE else LATIN for char in words) * size, size * LINE


def _bounds(area: etree._Element, series: Sequence[_Series]) -> tuple[float, float]:
    """Return where the axis of values begins and ends: as it says, else around all values and zero."""
    axis = next(iter(area.iterfind(f"{C}valAx")), None)
    low, high = (None if axis is None else _number(axis.find(f"{C}scaling/{C}{name}")) for name in ("min", "max"))
    stacked = any(each.grouping in STACKED for each in series)
    tops = [sum(value or 0.0 for value in point) for point in zip(*(each.values for each in series), strict=False)] if stacked else []
    values = [*tops, *(value for each in series for value in each.values if value is not None), 0.0]
    return min(values) if low is None else low, max(values) * 1.05 if high is None else high


def _on_axes(series: Sequence[_Series], area: DrawnBox, bounds: tuple[float, float]) -> Iterator[ChartLabel]:
    low, high = bounds
    span = high - low or 1.0
    bars = [each for each in series if each.kind.startswith("bar") and each.grouping not in STACKED]
    count = max((len(each.values) for each in series), default=0) or 1
    below: dict[tuple[str, int], float] = {}
    for each in series:
        slots = area.height / count if each.across else area.width / count
        for index, value in enumerate(each.values):
            if value is None:
                continue
            base = below.get((each.kind, index), 0.0) if each.grouping in STACKED else 0.0
            below[each.kind, index] = base + value
            if index >= len(each.words) or not each.words[index]:
                continue
            along = (index + 0.5) * slots + (_offset(each, bars, slots) if each in bars else 0.0)
            if each.xs and index < len(each.xs) and each.xs[index] is not None:
                along = _share(each.xs, each.xs[index]) * area.width
            inside = each.grouping in STACKED or each.place in {"ctr", "inEnd", "inBase"}
            level = (base + value / 2 if inside else base + value) - low
            yield ChartLabel(
                each.number,
                each.words[index],
                _box(each, area, (along, level / span), _extent(each.words[index], each.size), inside=inside),
            )


def _share(xs: Sequence[float | None], x: float | None) -> float:
    known = [each for each in xs if each is not None]
    return ((x or 0.0) - min(known)) / ((max(known) - min(known)) or 1.0)


def _offset(one: _Series, bars: Sequence[_Series], slot: float) -> float:
    """Return how far a bar stands from the middle of its group."""
    step = slot / (len(bars) * (1 - one.overlap) + one.overlap + one.gap) * (1 - one.overlap)
    return (bars.index(one) - (len(bars) - 1) / 2) * step


def _box(each: _Series, area: DrawnBox, at: tuple[float, float], extent: tuple[float, float], *, inside: bool) -> DrawnBox:
    """Return where a label stands whose point is so far along the categories, in points, and at this part of the axis of values."""
    (along, level), (width, height) = at, extent
    if each.across:
        x = area.x + level * area.width
        return DrawnBox(x - width / 2 if inside else x, area.y + along - height / 2, width, height)
    x, y = area.x + along, area.y + (1 - level) * area.height
    if inside or each.place == "ctr":
        return DrawnBox(x - width / 2, y - height / 2, width, height)
    if each.place == "r" or (not each.place and each.kind in {"lineChart", "scatterChart", "bubbleChart"}):
        return DrawnBox(x + height / 3, y - height / 2, width, height)
    if each.place == "l":
        return DrawnBox(x - width - height / 3, y - height / 2, width, height)
    return DrawnBox(x - width / 2, y if each.place == "b" else y - height, width, height)


def _around(each: _Series, area: DrawnBox) -> Iterator[ChartLabel]:
    """Yield the labels of a round chart, which begins at twelve o'clock."""
    total = sum(abs(value) for value in each.values if value is not None) or 1.0
    radius = min(area.width, area.height) / 2
    reach = radius * (0.65 if each.place in {"ctr", "inEnd"} or each.kind == "doughnutChart" else 1.12)
    turned = 0.0
    for value, words in zip(each.values, each.words, strict=False):
        part = abs(value or 0.0) / total
        angle = 2 * math.pi * (turned + part / 2)
        turned += part
        if words:
            width, height = _extent(words, each.size)
            x = area.x + area.width / 2 + reach * math.sin(angle)
            y = area.y + area.height / 2 - reach * math.cos(angle)
            yield ChartLabel(each.number, words, DrawnBox(x - width / 2, y - height / 2, width, height))
