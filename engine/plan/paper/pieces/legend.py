"""The legend of a chart: swatches and names in one row, flush right."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Point, Rect, inch
from engine.model.deck import Anchor, Geometry, Line, Shape, Stroke, TextTag
from engine.model.figure import LegendEntry, Swatch
from engine.model.inlines import text
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.looks import Look
from engine.plan.paper.sheet import Sheet

GAP, AFTER_SWATCH = inch(0.18), inch(0.07)
SIDE, STROKE = inch(0.13), inch(0.24)
DOT_INSET = inch(0.02)


def _swatch_width(entry: LegendEntry) -> Length:
    return STROKE if entry.swatch in {Swatch.LINE, Swatch.DASH} else SIDE


def legend_width(entries: tuple[LegendEntry, ...], look: Look, sheet: Sheet) -> Length:
    parts = (_swatch_width(entry) + AFTER_SWATCH + sheet.width(text(entry.label), look) + inch(0.02) for entry in entries)
    return sum(parts, ZERO) + GAP * max(0, len(entries) - 1)


def legend_rows(entries: tuple[LegendEntry, ...], room: Length, look: Look, sheet: Sheet) -> tuple[tuple[LegendEntry, ...], ...]:
    """Return the entries in as many rows as they need in a width."""
    rows: list[list[LegendEntry]] = []
    for entry in entries:
        if rows and legend_width((*rows[-1], entry), look, sheet) <= room:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return tuple(map(tuple, rows))


def draw_legend(entries: tuple[LegendEntry, ...], row: Rect, look: Look, canvas: Canvas) -> None:
    """Draw one row flush right; words of a chart's key say nothing without it, so a listener meets them with the chart's description."""
    x = row.right - legend_width(entries, look, canvas.sheet)
    for entry in entries:
        _draw_swatch(entry, Rect(x, row.y, _swatch_width(entry), row.height), canvas)
        x += _swatch_width(entry) + AFTER_SWATCH
        width = canvas.sheet.width(text(entry.label), look) + inch(0.02)
        canvas.line("legend", Rect(x, row.y, width, row.height), text(entry.label), look, tag=TextTag.TEXT, anchor=Anchor.MIDDLE)
        x += width + GAP


def _draw_swatch(entry: LegendEntry, place: Rect, canvas: Canvas) -> None:
    middle = place.y + place.height.over(2)
    square = Rect(place.x, middle - SIDE.over(2), SIDE, SIDE)
    name = canvas.unique("swatch")
    match entry.swatch:
        case Swatch.FILL:
            canvas.add(Shape(name, square, fill=entry.color))
        case Swatch.HOLLOW:
            canvas.add(Shape(name, square, fill=canvas.sheet.color("bg"), stroke=Stroke(entry.color, 1.0)))
        case Swatch.DOT:
            canvas.add(Shape(name, square.inset(DOT_INSET, DOT_INSET), Geometry.OVAL, entry.color))
        case Swatch.LINE | Swatch.DASH:
            dashed = entry.swatch is Swatch.DASH
            stroke = Stroke(entry.color, 1.25 if dashed else 2.25, dashed)
            canvas.add(Line(name, Point(place.x, middle), Point(place.right, middle), stroke))
