"""A planned deck as plain lists and numbers: what a person would type into a script that uses the libraries directly."""

from __future__ import annotations

from typing import Any

from engine.model.deck import (
    ChartBox,
    Deck,
    Element,
    Line,
    Picture,
    Polygon,
    Shape,
    Stroke,
    TableBox,
    TextBox,
    TextLine,
)
from engine.model.figure import ChartFigure
from engine.model.theme import Color

Plain = dict[str, Any]


def drawing_of(deck: Deck) -> Plain:
    """Return slides of plain dictionaries; lengths in EMU, sizes in points, colours RRGGBB."""
    slides = [{"notes": slide.notes.plain, "elements": [_element(element) for element in slide.elements]} for slide in deck.slides]
    return {"width": int(deck.size.width), "height": int(deck.size.height), "title": deck.meta.title, "slides": slides}


def _element(element: Element) -> Plain:
    match element:
        case TextBox():
            paragraphs = [_paragraph(line) for line in element.paragraphs]
            return {"kind": "text", "frame": _frame(element), "anchor": element.anchor.value, "paragraphs": paragraphs}
        case Shape():
            return {
                "kind": "shape",
                "frame": _frame(element),
                "geometry": element.geometry.value,
                "fill": _color(element.fill),
                "stroke": _stroke(element.stroke),
                "radius": int(element.radius),
            }
        case Line():
            ends = [int(v) for v in (element.start.x, element.start.y, element.end.x, element.end.y)]
            return {"kind": "line", "ends": ends, "stroke": _stroke(element.stroke)}
        case Polygon():
            return {"kind": "polygon", "points": [(int(p.x), int(p.y)) for p in element.points], "fill": _color(element.fill)}
        case TableBox():
            rows = [
                {"height": int(row.height), "cells": [[_paragraph(line) for line in cell.paragraphs] if cell else [] for cell in row.cells]}
                for row in element.rows
            ]
            return {"kind": "table", "frame": _frame(element), "widths": [int(w) for w in element.widths], "rows": rows}
        case ChartBox():
            return plain_chart(element.figure, _frame(element)) | {"alt": element.alt}
        case Picture():
            return {"kind": "picture", "frame": _frame(element), "blob": element.blob}


def plain_chart(figure: ChartFigure, frame: list[int]) -> Plain:
    """Return a chart by its values and colours; the frame in EMU."""
    series = [
        {
            "name": each.name,
            "values": list(each.values),
            "color": _color(each.fill or (each.pen.color if each.pen else None)),
            "labels": bool(each.labels),
        }
        for each in figure.series
    ]
    first = figure.groups[0]
    return {
        "kind": "chart",
        "frame": frame,
        "type": first.kind.value,
        "grouping": first.grouping.value,
        "categories": list(figure.categories),
        "series": series,
        "maximum": figure.value_axis.maximum,
    }


def _paragraph(line: TextLine) -> Plain:
    runs = [(run.text, run.size, run.bold, run.color.hex) for run in line.runs]
    return {"runs": runs, "pitch": line.pitch, "align": line.align.value, "after": line.after, "bullet": line.bullet is not None}


def _frame(element: TextBox | Shape | TableBox | ChartBox | Picture) -> list[int]:
    frame = element.frame
    return [int(v) for v in (frame.x, frame.y, frame.width, frame.height)]


def _color(color: Color | None) -> str | None:
    return color.hex if color else None


def _stroke(stroke: Stroke | None) -> tuple[str, float] | None:
    return (stroke.color.hex, stroke.width) if stroke else None
