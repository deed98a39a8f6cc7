"""The skyline of the cover: one bar a value of the first metric series, the peak labelled (slide 01)."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import Length, Point, Rect, pt
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.report import Skyline
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet

HORIZON = 6.36 / 7.5
TALLEST = 2.95 / 7.5
REFLECTION = 0.27
BAR = 0.84
DEFAULT_HEIGHTS = (
    0.32, 0.42, 0.54, 0.45, 0.16, 0.22, 0.27, 0.30, 0.35, 0.48, 0.37, 0.30, 0.26, 0.31, 0.38, 0.33, 0.44, 0.58, 0.47, 0.36, 0.34, 0.52, 0.66, 0.80,
    1.00, 0.50,
)  # fmt: skip
"""Built-in skyline for reports that give no series: it labels nothing."""


MOST_LABEL = 2.6
CLEARANCE = 0.12
BESIDE = 0.3
"""Inches to the right of the words in which no label stands either: beside them it would read as one of them."""


def draw_skyline(skyline: Skyline | None, page: Rect, words: Rect, canvas: Canvas) -> None:
    """Draw the skyline; `words` is what the lines above it take up: bars that would reach into them, or a peak whose label would, are
    drawn lower.
    """
    sheet = canvas.sheet
    horizon = page.y + page.height * HORIZON
    height = page.height * TALLEST
    if skyline is None or not 0 <= skyline.peak < len(skyline.values):
        _draw_bars(skyline, page, height, canvas)
        return
    height = min(height, _tallest_below(words.moved(dy=sheet.u(CLEARANCE / 2)), skyline, page, horizon))
    label = _label_frame(skyline, page, horizon - height, sheet)
    if label.overlaps(replace(words, width=words.width + sheet.u(BESIDE))):
        label = replace(label, y=words.bottom + sheet.u(CLEARANCE))
        height = horizon - label.bottom - sheet.u(CLEARANCE / 2)
    _draw_bars(skyline, page, height, canvas)
    _draw_label(skyline, label, page, canvas)


def _tallest_below(words: Rect, skyline: Skyline, page: Rect, horizon: Length) -> Length:
    """Return the height of the highest bar at which no bar reaches up into the words."""
    pitch = page.width.over(len(skyline.values))
    under = [value for index, value in enumerate(skyline.values) if page.x + pitch * (index + (1 - BAR) / 2) < words.right and value > 0]
    top = max(skyline.values)
    return min(((horizon - words.bottom) * (top / value) for value in under), default=horizon)


def _draw_bars(skyline: Skyline | None, page: Rect, tallest: Length, canvas: Canvas) -> None:
    """Draw the bars on the horizon, the highest of them `tallest`, and their reflection below it."""
    values = skyline.values if skyline else DEFAULT_HEIGHTS
    top = max(values, default=0.0)
    if top <= 0:
        return
    horizon = page.y + page.height * HORIZON
    pitch, gap = page.width.over(len(values)), pt(canvas.sheet.points(2))
    for index, value in enumerate(values):
        height = tallest * (max(value, 0.0) / top)
        if height <= 0:
            continue
        kind = _kind(skyline, index)
        bar = Rect(page.x + pitch * index + pitch * ((1 - BAR) / 2), horizon - height, pitch * BAR, height)
        canvas.box("sky", bar, "accent" if kind == "_peak" else f"sky{kind}")
        below = Rect(bar.x, horizon + gap, bar.width, min(height * REFLECTION, page.bottom - horizon - gap))
        canvas.box("reflection", below, f"sky_reflect{kind}")
    canvas.rule("horizon", Point(page.x, horizon + gap.over(2)), page.width, "horizon", 1.0)


def _kind(skyline: Skyline | None, index: int) -> str:
    """Return what is added to the names of the colours of a bar."""
    if skyline is None:
        return ""
    return "_peak" if index == skyline.peak else "_current" if index in skyline.current else ""


def _align(skyline: Skyline, page: Rect, sheet: Sheet) -> Align:
    """Return the side of the peak that its label is flush with: the right one, unless that leaves too little room at the left."""
    right = page.width.over(len(skyline.values)) * (skyline.peak + (1 + BAR) / 2)
    return Align.RIGHT if right > sheet.u(MOST_LABEL) else Align.LEFT


def _label_frame(skyline: Skyline, page: Rect, bottom: Length, sheet: Sheet) -> Rect:
    style = sheet.style("tracker", bold=True)
    natural = max(sheet.width(words, style) for words in (skyline.peak_value, skyline.peak_label)) + sheet.u(0.06)
    width = min(natural, sheet.u(MOST_LABEL))
    pitch = page.width.over(len(skyline.values))
    right = page.x + pitch * (skyline.peak + (1 + BAR) / 2)
    left = right - width if _align(skyline, page, sheet) is Align.RIGHT else page.x + pitch * skyline.peak
    height = pt(style.pitch + sheet.points(3)) * 2
    return Rect(left, bottom - height - sheet.u(CLEARANCE / 2), width, height)


def _draw_label(skyline: Skyline, frame: Rect, page: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    align = _align(skyline, page, sheet)
    line = frame.height.over(2)
    top = replace(frame, height=line)
    value, label = sheet.style("tracker", "accent", align=align, bold=True), sheet.style("tracker", "ondeep2", align=align)
    canvas.text("peak-value", top, skyline.peak_value, value, anchor=Anchor.MIDDLE)
    canvas.text("peak-label", top.moved(dy=line), skyline.peak_label, label, anchor=Anchor.MIDDLE)
