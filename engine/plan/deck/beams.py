"""Beams: one horizontal bar a value of the first series, from the right edge of the cover, warmer the longer it is (slide ember-01)."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Length, Rect, pt
from engine.model.deck import Anchor
from engine.model.inlines import Span, Text
from engine.model.report import Skyline
from engine.plan.beam_ramp import beam_colors
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.skyline import DEFAULT_HEIGHTS

TOP, BOTTOM = 0.42 / 7.5, 7.08 / 7.5
LONGEST = 4.70 / 13.333
BEAM = 0.78
THICKEST_PITCH = 0.08
"""Share of the page's height that one beam and the space below it take at most: few values make no beams as thick as a table."""
LABEL_INSET = 0.08
LEAST_BEAM = 1.28
"""Height of a beam that holds its label, as a share of the size of the words."""


def draw_beams(skyline: Skyline | None, page: Rect, _words: Rect, canvas: Canvas) -> None:
    """Draw the beams from top to bottom; the peak carries its label. They stand on a panel of the layout, beside the words."""
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    first, room = page.y + page.height * TOP, page.height * (BOTTOM - TOP)
    pitch = min(room.over(len(values)), page.height * THICKEST_PITCH)
    first += (room - pitch * len(values)).over(2)
    peak: Rect | None = None
    colors = beam_colors(values)
    for index, value in enumerate(values):
        length = page.width * LONGEST * (max(value, 0.0) / top)
        if length <= 0:
            continue
        beam = Rect(page.right - length, first + pitch * index + pitch * ((1 - BEAM) / 2), length, pitch * BEAM)
        if skyline and index == skyline.peak:
            peak = beam
        canvas.box("beam", beam, "accent" if beam is peak else colors[index])
    if skyline and peak:
        _draw_label(skyline, peak, canvas)


def _draw_label(skyline: Skyline, beam: Rect, canvas: Canvas) -> None:
    """Print name and value inside the beam; one too thin for them widens into a tag where they stand."""
    sheet = canvas.sheet
    style = sheet.style("tracker", "ink", bold=True)
    label = peak_text(skyline)
    width = min(sheet.width(label, style) + sheet.u(LABEL_INSET), beam.width)
    least = pt(style.size * LEAST_BEAM)
    if beam.height < least:
        beam = Rect(beam.x, beam.y - (least - beam.height).over(2), width + sheet.u(LABEL_INSET * 2), least)
        canvas.box("peak", beam, "accent")
    place = replace(beam, x=beam.x + sheet.u(LABEL_INSET), width=min(width, Length(beam.width - sheet.u(LABEL_INSET))))
    canvas.text("peak-label", place, label, style, anchor=Anchor.MIDDLE)


def peak_text(skyline: Skyline) -> Text:
    """Return what the peak is and how high: “W25  1,426 万元”."""
    gap = (Span("  "),) if skyline.peak_label and skyline.peak_value else ()
    return Text((*skyline.peak_label.spans, *gap, *skyline.peak_value.spans), skyline.peak_value.where)
