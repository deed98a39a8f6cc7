"""White paper between rules: a thick and a thin one above the words, and below them one thin stroke a value on a ruled line."""

from __future__ import annotations

from engine.base.units import ZERO, Rect, inch, pt
from engine.model.blocks import Align
from engine.model.report import Skyline
from engine.model.theme import Theme
from engine.plan.paper.art.definition import CoverArt, Patch, PeakLabel, has_peak, series
from engine.plan.paper.cover_places import CoverPlaces

THICK, THIN, BETWEEN = inch(0.045), inch(0.012), inch(0.045)
RULE_ABOVE = inch(0.50)
FOOT, TALLEST = inch(7.80), inch(1.60)
STROKE, WIDEST = 0.34, inch(0.14)
LABEL_HEIGHT, LABEL_WIDTH, LABEL_GAP = pt(16), inch(2.6), inch(0.05)


def draw(skyline: Skyline | None, places: CoverPlaces, theme: Theme) -> CoverArt:
    ink = theme.color("ink")
    upper = places.unit - RULE_ABOVE
    rules = (
        Patch("rule-thick", Rect(places.left, upper, places.width, THICK), ink),
        Patch("rule-thin", Rect(places.left, upper + THICK + BETWEEN, places.width, THIN), ink),
    )
    values, top = series(skyline)
    pitch = places.width.over(len(values)) if values else ZERO
    width = min(pitch * STROKE, WIDEST)
    strokes: list[Patch] = []
    label = None
    for index, value in enumerate(values):
        height = TALLEST * (value / top) if top else ZERO
        if height <= 0:
            continue
        stroke = Rect(places.left + pitch * index + (pitch - width).over(2), FOOT - height, width, height)
        is_peak = skyline is not None and index == skyline.peak
        token = "primary" if is_peak else "sky_current" if skyline and index in skyline.current else "sky"
        strokes.append(Patch(f"stroke-{index + 1}", stroke, theme.color(token)))
        if is_peak and has_peak(skyline):
            label = _label(stroke, places)
    foot = (Patch("foot", Rect(places.left, FOOT, places.width, THIN), ink),) if strokes else ()
    return CoverArt((*rules, *strokes, *foot), label)


def _label(stroke: Rect, places: CoverPlaces) -> PeakLabel:
    """Return the place above the peak, flush with its right edge, or from the left margin where that leaves too little room."""
    at_left = stroke.right - LABEL_WIDTH < places.left
    left = places.left if at_left else stroke.right - LABEL_WIDTH
    frame = Rect(left, stroke.y - LABEL_GAP - LABEL_HEIGHT, LABEL_WIDTH, LABEL_HEIGHT)
    return PeakLabel(frame, Align.LEFT if at_left else Align.RIGHT, joined=True)
