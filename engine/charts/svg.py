"""A figure as vector drawing for PDF: the same rectangles, lines and words as the native chart, in points, text as text."""

from __future__ import annotations

from engine.base.units import Size
from engine.charts.coordinates import BARS, Coordinates
from engine.charts.svg_axes import axis_labels, axis_lines, gridlines
from engine.charts.svg_labels import group_labels
from engine.charts.svg_marks import group_marks
from engine.charts.svg_pen import short, tag
from engine.model.figure import ChartFigure, GroupKind

_LAYERS = ((GroupKind.AREA,), BARS, (GroupKind.PIE, GroupKind.DOUGHNUT), (GroupKind.LINE,))
"""Office draws areas behind bars behind lines, whatever their order in the file."""


def chart_svg(figure: ChartFigure, size: Size) -> str:
    """Return the drawing as a standalone SVG document of `size`; the same figure gives the same characters."""
    at = Coordinates.of(figure, size)
    width, height = short(size.width.points), short(size.height.points)
    round_chart = any(group.kind in (GroupKind.PIE, GroupKind.DOUGHNUT) for group in figure.groups)
    layers = [group_marks(at, group) for kinds in _LAYERS for group in figure.groups if group.kind in kinds]
    parts = [
        *([] if round_chart else [gridlines(at)]),
        *([] if round_chart else [axis_lines(at)]),
        *layers,
        *([] if round_chart else [axis_labels(at)]),
        *(group_labels(at, group) for group in figure.groups),
    ]
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{width}pt",
        "height": f"{height}pt",
        "viewBox": f"0 0 {width} {height}",
        "font-family": figure.face.pdf,
    }
    return tag("svg", attributes, "".join(parts))
