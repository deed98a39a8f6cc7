"""Small pieces that several patterns share: pills, badges, progress tracks and labelled values."""

from __future__ import annotations

from engine.base.units import Length, Rect, pt
from engine.model.blocks import Align, Badge, Stat
from engine.model.deck import Anchor, Geometry
from engine.model.inlines import Text, Tone
from engine.model.theme import STATUS_TONES, Color
from engine.plan.deck.canvas import Canvas, centered
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

PILL_HEIGHT = 0.28
PILL_PADDING = 0.14
STATUS_PILL_WIDTH = 1.12
SHORT_TAG = 3
"""Verdicts share one width, so that tiles line up; a tag of so few characters fits itself."""
PILL_SHARE = 0.6
LABEL_SHARE = 0.5
PROGRESS_SCALE = 1.25
"""A progress track runs from 0 to 125 % of the target (DESIGN-SYSTEM §3, slide 04)."""


def pill_width(sheet: Sheet, text: Text, tone: Tone, room: Length) -> Length:
    """Return the width of a pill, at most `PILL_SHARE` of the room it stands in."""
    natural = sheet.width(text, sheet.style("pill")) + sheet.u(2 * PILL_PADDING)
    is_verdict = tone in STATUS_TONES and len(text.plain) > SHORT_TAG
    return min(max(natural, sheet.u(STATUS_PILL_WIDTH)) if is_verdict else natural, room * PILL_SHARE)


def pill_radius(sheet: Sheet, height: Length) -> Length:
    """Return the radius of a pill of a height: half of it, unless the theme has another."""
    return height.over(2) if sheet.theme.pill_radius is None else sheet.theme.pill_radius


def draw_pill(canvas: Canvas, right: Length, top: Length, text: Text, tone: Tone, room: Length) -> Length:
    """Draw a pill whose right edge is `right` and return its left edge.

    Status pills are white with the tone's colour; other tags are outlined. `room` is the width of what it stands in.
    """
    sheet = canvas.sheet
    width = pill_width(sheet, text, tone, room)
    frame = Rect(right - width, top, width, sheet.u(PILL_HEIGHT))
    radius = pill_radius(sheet, frame.height)
    if tone in STATUS_TONES:
        canvas.box("pill", frame, "bg", radius=radius)
        color = sheet.theme.tone(tone)
    else:
        canvas.box("pill", frame, None, radius=radius, stroke=canvas.stroke("primary", 1.0))
        color = sheet.color("primary")
    canvas.text("pill-text", frame.inset(sheet.u(0.06), Length(0)), text, centered(sheet.style("pill", color)), anchor=Anchor.MIDDLE)
    return frame.x


def tinted_pill(canvas: Canvas, right: Length, top: Length, text: Text, tone: Tone, limit: Length) -> None:
    """Draw a pill filled with the tone's tint (the kind of a quote), at most `limit` wide."""
    sheet = canvas.sheet
    width = min(max(sheet.u(0.82), sheet.width(text, sheet.style("pill")) + sheet.u(2 * PILL_PADDING)), limit)
    frame = Rect(right - width, top, width, sheet.u(PILL_HEIGHT))
    canvas.box("tag", frame, sheet.theme.tint(tone), radius=pill_radius(sheet, frame.height))
    canvas.text("tag-text", frame, text, centered(sheet.style("pill", sheet.theme.tone(tone))), anchor=Anchor.MIDDLE)


def label_width(sheet: Sheet, label: Text, style: Style, room: Length) -> Length:
    """Return the width of a label that stands before its value, at most `LABEL_SHARE` of the room both have."""
    return min(sheet.width(label, style) + sheet.u(0.14), room * LABEL_SHARE)


def badge_colors(sheet: Sheet, tone: Tone, code: str) -> tuple[Color, Color]:
    """Return ground and text colour of a badge: status tones keep theirs, grades A, B, C go from primary to muted, R is lighter than A."""
    if tone in STATUS_TONES:
        return sheet.theme.tone(tone), sheet.ink_on(sheet.theme.tone(tone), "ondeep")
    grades = {"A": ("primary", "ondeep"), "B": ("p400", "ink"), "C": ("muted", "ink"), "R": ("p200", "ink")}
    if code in grades:
        ground, ink = grades[code]
        return sheet.color(ground), sheet.ink_on(ground, ink)
    if tone is Tone.QUIET:
        return sheet.color("ink3"), sheet.ink_on("ink3", "ondeep")
    return sheet.color("primary"), sheet.ink_on("primary", "ondeep")


def draw_badge(canvas: Canvas, frame: Rect, text: Text, tone: Tone, shape: Badge = Badge.SQUARE) -> None:
    """Draw a filled mark with a short code in its middle."""
    sheet = canvas.sheet
    ground, ink = badge_colors(sheet, tone, text.plain)
    if shape is Badge.ROUND:
        canvas.box("badge", frame, ground, geometry=Geometry.OVAL)
    else:
        canvas.box("badge", frame, ground, radius=sheet.theme.chip_radius)
    size = min(sheet.points(16.0), max(sheet.points(9.0), round(frame.height.points) / 2))
    canvas.text("badge-text", frame, text, centered(sheet.style("pill", ink).sized(size)), anchor=Anchor.MIDDLE)


def draw_progress(canvas: Canvas, frame: Rect, attainment: float, fill: Color, *, track: str = "line") -> None:
    """Draw attainment from 0 to 125 % with the target tick at 100 %."""
    sheet = canvas.sheet
    canvas.box("track", frame, track)
    share = min(max(attainment / PROGRESS_SCALE, 0.0), 1.0)
    if share:
        canvas.box("bar", Rect(frame.x, frame.y, frame.width * share, frame.height), fill)
    tick = sheet.u(0.02)
    middle = frame.x + frame.width.over(PROGRESS_SCALE)
    reach = sheet.u(0.06)
    canvas.box("target", Rect(middle - tick.over(2), frame.y - reach, tick, frame.height + reach * 2), "ink")


def draw_stat(canvas: Canvas, frame: Rect, stat: Stat, *, value_role: str = "stat_value", ink: str = "ink3") -> None:
    """Draw a small label in `ink` with its value below."""
    sheet = canvas.sheet
    label = sheet.style("label", ink)
    top = pt(label.pitch)
    color = sheet.ink(stat.tone) if stat.tone is not Tone.QUIET else sheet.color("ink2")
    canvas.text("stat-label", Rect(frame.x, frame.y, frame.width, top), stat.label, label)
    canvas.text(
        "stat", Rect(frame.x, frame.y + top, frame.width, frame.height - top), stat.value, sheet.style(value_role, color, bold=True)
    )


def stat_height(sheet: Sheet, value_role: str = "stat_value") -> Length:
    return pt(sheet.style("label").pitch + sheet.style(value_role).pitch)


def text_row(canvas: Canvas, frame: Rect, stat: Stat, *, colors: tuple[Color, Color], role: str = "panel_row") -> None:
    """Draw a label at the left and its value at the right of one line; `colors` are theirs."""
    sheet = canvas.sheet
    value_style = sheet.style(role, colors[1], align=Align.RIGHT, bold=True)
    value_width = min(frame.width * 0.62, sheet.width(stat.value, value_style) + sheet.u(0.04))
    label_frame = Rect(frame.x, frame.y, frame.width - value_width - sheet.u(0.08), frame.height)
    canvas.text("row-label", label_frame, stat.label, sheet.style(role, colors[0], bold=False), anchor=Anchor.MIDDLE)
    value_frame = Rect(frame.right - value_width, frame.y, value_width, frame.height)
    canvas.text("row-value", value_frame, stat.value, value_style, anchor=Anchor.MIDDLE)
