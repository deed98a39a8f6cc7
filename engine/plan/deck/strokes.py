"""Strokes: one thin upright stroke a value of the first series, standing on a ruled line: little ink, for light covers that are printed."""

from __future__ import annotations

from engine.base.units import Length, Point, Rect, pt
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.report import Skyline
from engine.plan.deck.beams import peak_text
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.skyline import DEFAULT_HEIGHTS

MARGIN = 0.6667 / 13.333
FOOT = 6.76 / 7.5
TALLEST = 1.75 / 7.5
STROKE = 0.34
WIDEST = 0.16
"""Inches that a stroke is wide at most."""
CLEARANCE = 0.12


def draw_strokes(skyline: Skyline | None, page: Rect, words: Rect, canvas: Canvas) -> None:
    """Draw the strokes below the words, within the margins; the peak is in the message colour and carries its label."""
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    sheet = canvas.sheet
    label = sheet.style("tracker", "primary", bold=True)
    foot, left = page.y + page.height * FOOT, page.x + page.width * MARGIN
    room = foot - words.bottom - pt(label.pitch) - sheet.u(CLEARANCE * 2)
    tallest = max(Length(0), min(page.height * TALLEST, room))
    pitch = (page.width - page.width * MARGIN * 2).over(len(values))
    width = min(pitch * STROKE, sheet.u(WIDEST))
    for index, value in enumerate(values):
        height = tallest * (max(value, 0.0) / top)
        if height > 0:
            stroke = Rect(left + pitch * index + (pitch - width).over(2), foot - height, width, height)
            canvas.box("stroke", stroke, _color(skyline, index))
    canvas.rule("foot", Point(left, foot), page.width - page.width * MARGIN * 2, "ink", 1.0)
    if skyline and 0 <= skyline.peak < len(values) and values[skyline.peak] > 0:
        end = left + pitch * skyline.peak + (pitch + width).over(2)
        _draw_label(skyline, end, foot - tallest * (values[skyline.peak] / top), page, canvas)


def _color(skyline: Skyline | None, index: int) -> str:
    if skyline is None:
        return "sky"
    return "primary" if index == skyline.peak else "sky_current" if index in skyline.current else "sky"


def _draw_label(skyline: Skyline, end: Length, top: Length, page: Rect, canvas: Canvas) -> None:
    """Print name and value above the peak, flush with its right edge, or from the left margin where that leaves too little room."""
    sheet = canvas.sheet
    left = page.x + page.width * MARGIN
    label = peak_text(skyline)
    style = sheet.style("tracker", "primary", bold=True)
    width = sheet.width(label, style) + sheet.u(0.04)
    at_left = end - width < left
    frame = Rect(left if at_left else end - width, top - pt(style.pitch) - sheet.u(CLEARANCE / 2), width, pt(style.pitch))
    canvas.text("peak-label", frame, label, style if at_left else style.aligned(Align.RIGHT), anchor=Anchor.MIDDLE)
