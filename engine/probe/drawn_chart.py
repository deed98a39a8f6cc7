"""What a chart part shows (ECMA-376 part 1, §21.2): its plots, how much is in them, its title, and whether it says what is counted."""

from __future__ import annotations

from lxml import etree

from engine.base.records import dataclass

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_AXES = (f"{C}valAx", f"{C}catAx", f"{C}dateAx", f"{C}serAx")
_PLAIN = frozenset("0#,.?-_;() General")


@dataclass(frozen=True, slots=True)
class ChartFacts:
    """`kinds` are the element names of the plots, `series` those that are seen; `has_unit` as in DrawnChart."""

    kinds: tuple[str, ...]
    categories: int
    series: int
    title: str
    has_unit: bool


def chart_facts(root: etree._Element) -> ChartFacts:
    """Read the root of a chart part."""
    area = root.find(f"{C}chart/{C}plotArea")
    plots = [node for node in area.iterchildren("*") if node.tag.endswith("Chart")] if area is not None else []
    series = [each for plot in plots for each in plot.iterfind(f"{C}ser")]
    titles = [_words(title) for axis in root.iter(*_AXES) for title in axis.iterfind(f"{C}title")]
    formats = {node.get("formatCode", "") for node in root.iter(f"{C}numFmt")} | {node.text or "" for node in root.iter(f"{C}formatCode")}
    return ChartFacts(
        tuple(plot.tag.removeprefix(C) for plot in plots),
        max((_points(each) for each in series), default=0),
        sum(1 for each in series if each.find(f"{C}spPr/{A}noFill") is None),
        _words(root.find(f"{C}chart/{C}title")),
        any(titles) or any(set(code) - _PLAIN for code in formats),
    )


def _points(series: etree._Element) -> int:
    for name in ("cat", "xVal", "val", "yVal"):
        for count in series.iterfind(f"{C}{name}//{C}ptCount"):
            return int(count.get("val", "0")) if count.get("val", "").isdecimal() else 0
    return 0


def _words(title: etree._Element | None) -> str:
    return "" if title is None else "".join(node.text or "" for node in title.iter(f"{A}t", f"{C}v")).strip()
