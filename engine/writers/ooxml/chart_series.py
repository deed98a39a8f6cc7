"""One series of a native chart: look, points, labels, and the values with their cells."""

from __future__ import annotations

from engine.model.figure import ChartFigure, FigureSeries, GroupKind, LabelPosition, LabelShows, Marker, PointFill, PointLabel, SeriesGroup
from engine.model.theme import FontFace
from engine.writers.ooxml.chart_sheet import SeriesCells
from engine.writers.ooxml.chart_style import (
    character_properties,
    fill_xml,
    line_properties,
    rich_text,
    run_xml,
    shape_properties,
    text_properties,
    val,
)
from engine.writers.ooxml.numbers import number_text
from engine.writers.ooxml.xml import element, escape

PERCENT_FORMAT = "0.0%"

_LINES = (GroupKind.LINE, GroupKind.SCATTER, GroupKind.RADAR)
_BARS = (GroupKind.COLUMN, GroupKind.BAR)
_XY = (GroupKind.SCATTER, GroupKind.BUBBLE)
_UNPLACED = (GroupKind.DOUGHNUT, GroupKind.AREA, GroupKind.RADAR)


def series_xml(figure: ChartFigure, group: SeriesGroup, series: FigureSeries, index: int, cells: SeriesCells, categories: str) -> str:
    """Return `c:ser`; `index` counts over all groups, `categories` is the reference of the category cells."""
    kind = group.kind
    return element(
        "c:ser",
        None,
        val("c:idx", index),
        val("c:order", index),
        element("c:tx", None, _strings(cells.name, (series.name,))),
        _look(kind, series),
        val("c:invertIfNegative", 0) if kind in (*_BARS, GroupKind.BUBBLE) else "",
        _marker(series.marker) if kind in _LINES else "",
        *(_point(kind, point) for point in series.points),
        _labels(figure.face, kind, series),
        *_values(figure, kind, series, cells, categories),
        val("c:smooth", 0) if kind in (GroupKind.LINE, GroupKind.SCATTER) else "",
        val("c:bubble3D", 0) if kind is GroupKind.BUBBLE else "",
    )


def _look(kind: GroupKind, series: FigureSeries) -> str:
    if kind in _LINES:
        return element("c:spPr", None, line_properties(series.pen, round_joins=True))
    return shape_properties(series.fill, series.pen, opacity=series.opacity)


def _marker(marker: Marker | None) -> str:
    if marker is None:
        return element("c:marker", None, val("c:symbol", "none"))
    shape = element("c:spPr", None, fill_xml(marker.fill), line_properties(None))
    return element("c:marker", None, val("c:symbol", "circle"), val("c:size", round(marker.size)), shape)


def _point(kind: GroupKind, point: PointFill) -> str:
    inverted = val("c:invertIfNegative", 0) if kind in _BARS else ""
    bubble = val("c:bubble3D", 0)
    return element("c:dPt", None, val("c:idx", point.index), inverted, bubble, shape_properties(point.fill, point.outline))


def _labels(face: FontFace, kind: GroupKind, series: FigureSeries) -> str:
    if not series.labels:
        return ""
    labels = sorted(series.labels, key=lambda label: label.index)
    return element("c:dLbls", None, *(_label(face, kind, series, label) for label in labels), *_shown(None))


def _label(face: FontFace, kind: GroupKind, series: FigureSeries, label: PointLabel) -> str:
    literal = _literal(label)
    worded = not literal and (label.text is not None or bool(label.note))
    code = literal or (PERCENT_FORMAT if label.shows is LabelShows.PERCENT else series.format)
    return element(
        "c:dLbl",
        None,
        val("c:idx", label.index),
        _lifted(label.lift) if label.lift else "",
        _words(face, label) if worded else "",
        element("c:numFmt", {"formatCode": code, "sourceLinked": 0}),
        shape_properties(None),
        "" if worded else text_properties(label.size, label.color, face, bold=label.bold, wrap=False),
        "" if kind in _UNPLACED else val("c:dLblPos", _position(kind, label.position)),
        *_shown(label.shows),
    )


def _literal(label: PointLabel) -> str:
    """Return words in one look as a number format that prints just them: LibreOffice Writer loses colour and weight of rich text. Else nothing."""
    plain = label.text and not label.note and label.shows is LabelShows.VALUE and '"' not in label.text
    return ";".join([f'"{label.text}"'] * 3) if plain else ""  # above, below and at zero: one section alone writes a minus before the words


def _lifted(lift: float) -> str:
    """Return the manual layout of a label, whose x and y are offsets from its position in parts of the frame."""
    return element("c:layout", None, element("c:manualLayout", None, val("c:x", "0"), val("c:y", f"{-lift:.6f}")))


def _words(face: FontFace, label: PointLabel) -> str:
    runs = [run_xml(label.text, character_properties("a:rPr", label.size, label.color, face, bold=label.bold))] if label.text else []
    if label.note:
        runs.append(run_xml(f"  {label.note}" if runs else label.note, character_properties("a:rPr", label.size, label.color, face)))
    return rich_text(*runs)


def _position(kind: GroupKind, position: LabelPosition) -> str:
    if position is LabelPosition.OUTSIDE and kind in (*_LINES, GroupKind.BUBBLE):
        return LabelPosition.ABOVE.value
    return position.value


def _shown(what: LabelShows | None) -> tuple[str, ...]:
    names = ("c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize")
    return tuple(val(name, int(what is not None and name == what.value)) for name in names)


def _values(figure: ChartFigure, kind: GroupKind, series: FigureSeries, cells: SeriesCells, categories: str) -> tuple[str, ...]:
    values = _numbers(cells.values, series.values, series.format)
    if kind not in _XY:
        return (element("c:cat", None, _strings(categories, figure.categories)), element("c:val", None, values))
    across = element("c:xVal", None, _numbers(cells.x, series.x, "General"))
    sizes = element("c:bubbleSize", None, _numbers(cells.sizes, series.sizes, "General")) if kind is GroupKind.BUBBLE else ""
    return (across, element("c:yVal", None, values), sizes)


def _strings(reference: str, texts: tuple[str, ...]) -> str:
    points = [element("c:pt", {"idx": index}, element("c:v", None, escape(text))) for index, text in enumerate(texts)]
    cache = element("c:strCache", None, val("c:ptCount", len(texts)), *points)
    return element("c:strRef", None, element("c:f", None, escape(reference)), cache)


def _numbers(reference: str, values: tuple[float | None, ...], code: str) -> str:
    points = [
        element("c:pt", {"idx": index}, element("c:v", None, number_text(value))) for index, value in enumerate(values) if value is not None
    ]
    cache = element("c:numCache", None, element("c:formatCode", None, escape(code)), val("c:ptCount", len(values)), *points)
    return element("c:numRef", None, element("c:f", None, escape(reference)), cache)
