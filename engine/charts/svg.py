"""A figure as vector drawing for PDF: the same rectangles, lines and words as the native chart, in points, text as text."""

from __future__ import annotations

from engine.base.units import Size
from engine.charts.coordinates import BARS, Coordinates
from engine.charts.matplotlib_marks import matplotlib_marks
from engine.charts.svg_axes import axis_labels, axis_lines, gridlines
from engine.charts.svg_labels import group_labels
from engine.charts.svg_marks import group_marks
from engine.charts.svg_pen import short, tag
from engine.model.figure import ChartFigure, GroupKind

_LAYERS = ((GroupKind.AREA,), BARS, (GroupKind.PIE, GroupKind.DOUGHNUT), (GroupKind.LINE,))
"""Office draws areas behind bars behind lines, whatever their order in the file."""

_BY_MATPLOTLIB = (GroupKind.SCATTER, GroupKind.BUBBLE, GroupKind.RADAR)


def chart_svg(figure: ChartFigure, size: Size) -> str:
    """Return the drawing as a standalone SVG document of `size`; the same figure gives the same characters."""
    at = Coordinates.of(figure, size)
    width, height = short(size.width.points), short(size.height.points)
    parts = [*_marks(at), *(group_labels(at, group) for group in figure.groups)]
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{width}pt",
        "height": f"{height}pt",
        "viewBox": f"0 0 {width} {height}",
        "font-family": figure.face.pdf,
    }
    return tag("svg", attributes, "".join(parts))


def _marks(at: Coordinates) -> list[str]:
    groups = at.figure.groups
    if any(group.kind in _BY_MATPLOTLIB for group in groups):
        return [matplotlib_marks(at), axis_labels(at)]
    layers = [group_marks(at, group) for kinds in _LAYERS for group in groups if group.kind in kinds]
    if any(group.kind in (GroupKind.PIE, GroupKind.DOUGHNUT) for group in groups):
        return layers
    return [gridlines(at), axis_lines(at), *layers, axis_labels(at)]
