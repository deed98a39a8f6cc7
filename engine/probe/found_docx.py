"""What stands in a finished .docx where its ledger says: the words between hidden bookmarks, and the charts by their names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.model.printed import Printed
from engine.probe.found import Found
from engine.probe.found_charts import CHART, RELATION_ID, found_chart
from engine.probe.package_parts import opened, parsed, targets

MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_START, _END, _TEXT, _NAME = f"{_W}bookmarkStart", f"{_W}bookmarkEnd", f"{_W}t", f"{_W}name"
_TIED_HYPHEN = f"{_W}noBreakHyphen"


def found_in_docx(blob: bytes, printed: Printed) -> Found:
    """Look up every place of the ledger. A text is found as the words of its anchors, one for each; raises zipfile.BadZipFile.

    A chart whose name is gone is the one in its place, where there are as many as there were.
    """
    package = opened(blob)
    if MAIN not in package.NameToInfo:
        return Found((None,) * len(printed.texts), (None,) * len(printed.charts))
    root = parsed(package.read(MAIN))
    anchors = {anchor for place in printed.texts for anchor in place.anchors}
    words = _between_bookmarks(root, anchors)
    texts = tuple(
        None if any(anchor not in words for anchor in place.anchors) else tuple(words[anchor] for anchor in place.anchors)
        for place in printed.texts
    )
    parts = _chart_parts(root, targets(package, MAIN))
    in_order = list(parts.values()) if len(parts) == len(printed.charts) else [""] * len(printed.charts)
    charts = tuple(found_chart(package, parts.get(place.shape, other)) for place, other in zip(printed.charts, in_order, strict=True))
    loose = {0: tuple(_paragraphs(root))} if None in texts else {}
    return Found(texts, charts, loose=loose)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        yield "".join(node.text or "" if node.tag == _TEXT else "-" for node in paragraph.iter(_TEXT, _TIED_HYPHEN))


def _between_bookmarks(root: etree._Element, anchors: set[str]) -> dict[str, str]:
    """Return the words between the ends of each named bookmark."""
    found: dict[str, str] = {}
    open_marks: dict[str, str] = {}
    for node in root.iter(_START, _END, _TEXT):
        if node.tag == _TEXT:
            for name in open_marks.values():
                found[name] += node.text or ""
        elif node.tag == _END:
            open_marks.pop(node.get(f"{_W}id", ""), None)
        elif (name := node.get(_NAME, "")) in anchors:
            open_marks[node.get(f"{_W}id", "")] = name
            found[name] = ""
    return found


def _chart_parts(root: etree._Element, relations: dict[str, str]) -> dict[str, str]:
    """Return the parts of the charts by the names of their drawings."""
    parts: dict[str, str] = {}
    for inline in root.iter(f"{_DRAWING}inline", f"{_DRAWING}anchor"):
        chart = next(inline.iter(f"{CHART}chart"), None)
        described = inline.find(f"{_DRAWING}docPr")
        if chart is not None and described is not None:
            parts[described.get("name", "")] = relations.get(chart.get(RELATION_ID, ""), "")
    return parts
