"""A dark panel across the head of the page, one beam a value from its right edge, warmer the longer it is; the words stand below."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect, inch, pt
from engine.model.blocks import Align
from engine.model.report import Skyline
from engine.model.theme import Theme
from engine.plan.beam_ramp import beam_colors
from engine.plan.paper.art.definition import CoverArt, Patch, PeakLabel, has_peak, series
from engine.plan.paper.cover_places import CoverPlaces

PANEL = inch(4.55)
TOP, BOTTOM, LONGEST = inch(0.40), inch(4.15), inch(5.4)
BEAM = 0.78
THICKEST_PITCH = inch(0.5)
RULE_ABOVE = inch(0.20)
LABEL_HEIGHT, LABEL_WIDTH, LABEL_GAP = pt(16), inch(2.6), inch(0.10)


def draw(skyline: Skyline | None, places: CoverPlaces, theme: Theme) -> CoverArt:
    panel = Patch("ground", Rect(ZERO, ZERO, places.page.width, PANEL), theme.color("deep"))
    rule = Patch("dash", Rect(places.left, places.unit - RULE_ABOVE, inch(0.9), inch(0.05)), theme.color("primary"))
    values, top = series(skyline)
    pitch = min((BOTTOM - TOP).over(len(values)), THICKEST_PITCH) if values else ZERO
    first = TOP + (BOTTOM - TOP - pitch * len(values)).over(2)
    beams: list[Patch] = []
    label = None
    colors = beam_colors(values)
    for index, value in enumerate(values):
        length = LONGEST * (value / top) if top else ZERO
        if length <= 0:
            continue
        beam = Rect(places.page.width - length, first + pitch * index + pitch * ((1 - BEAM) / 2), length, pitch * BEAM)
        is_peak = skyline is not None and index == skyline.peak
        beams.append(Patch(f"beam-{index + 1}", beam, theme.color("accent" if is_peak else colors[index])))
        if is_peak and has_peak(skyline):
            label = PeakLabel(_label_frame(beam), Align.RIGHT, joined=True)
    return CoverArt((panel, rule, *beams), label)


def _label_frame(beam: Rect) -> Rect:
    """Return the place at the left of the longest beam, where no other reaches."""
    left = max(Length(0), beam.x - LABEL_GAP - LABEL_WIDTH)
    return Rect(left, beam.y + (beam.height - LABEL_HEIGHT).over(2), beam.x - LABEL_GAP - left, LABEL_HEIGHT)
