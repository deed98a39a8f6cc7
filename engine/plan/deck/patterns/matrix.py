"""A matrix of levels with marked points, drawn as native shapes (slide 13)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from engine.base.units import Length, Rect
from engine.model.blocks import Align, Badge, Matrix, MatrixItem, MatrixZone
from engine.model.deck import Anchor
from engine.model.inlines import Tone
from engine.model.theme import STATUS_TONES, Color
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet

TITLE = 0.36
LABELS = 0.46
COLUMN_LABELS = 0.34
GAP = 0.06
DOT = 0.44
LEAST_CELL = 0.80


def minimum(block: Matrix, _width: Length, sheet: Sheet, _level: int) -> Length:
    return sheet.u(TITLE + COLUMN_LABELS + LEAST_CELL * len(block.rows))


def maximum(block: Matrix, width: Length, sheet: Sheet, level: int) -> Length:
    return max(minimum(block, width, sheet, level), sheet.u(TITLE + COLUMN_LABELS + 1.5 * len(block.rows)))


def draw(block: Matrix, frame: Rect, canvas: Canvas, _level: int) -> None:
    sheet = canvas.sheet
    canvas.text(
        "matrix-title", Rect(frame.x, frame.y, frame.width, sheet.u(0.28)), block.title, sheet.style("chart_title"), anchor=Anchor.MIDDLE
    )
    left, top = frame.x + sheet.u(LABELS), frame.y + sheet.u(TITLE)
    bottom = frame.bottom - sheet.u(COLUMN_LABELS)
    gap = sheet.u(GAP)
    width = (frame.right - left - gap * (len(block.columns) - 1)).over(len(block.columns))
    height = (bottom - top - gap * (len(block.rows) - 1)).over(len(block.rows))

    def cell(column: int, row: int) -> Rect:
        return Rect(left + (width + gap) * column, bottom - height - (height + gap) * row, width, height)

    for zone in block.zones:
        _draw_zone(zone, cell(zone.column, zone.row), canvas)
    style = sheet.style("caption", "ink2", align=Align.CENTER)
    for row, label in enumerate(block.rows):
        place = cell(0, row)
        canvas.text("row", Rect(frame.x, place.y, sheet.u(LABELS - 0.10), place.height), label, style, anchor=Anchor.MIDDLE)
    for column, label in enumerate(block.columns):
        place = cell(column, 0)
        canvas.text("column", Rect(place.x, bottom + sheet.u(0.06), place.width, sheet.u(0.26)), label, style)
    _draw_items(block, cell, canvas)


def _zone_fill(zone: MatrixZone, sheet: Sheet) -> Color:
    if zone.tone in STATUS_TONES:
        return sheet.theme.tint(zone.tone)
    return sheet.color("surface" if zone.tone is Tone.NORMAL else "surface2")


def _draw_zone(zone: MatrixZone, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    canvas.box("zone", frame, _zone_fill(zone, sheet), radius=sheet.theme.chip_radius)
    tone = zone.tone if zone.tone in STATUS_TONES else Tone.QUIET
    label = Rect(frame.x + sheet.u(0.12), frame.y + sheet.u(0.08), frame.width - sheet.u(0.2), sheet.u(0.26))
    canvas.text("zone-label", label, zone.label, sheet.style("caption", sheet.theme.tone(tone), bold=True))


def _draw_items(block: Matrix, cell: Callable[[int, int], Rect], canvas: Canvas) -> None:
    sheet = canvas.sheet
    together: dict[tuple[int, int], list[MatrixItem]] = defaultdict(list)
    for item in block.items:
        together[item.column, item.row].append(item)
    for (column, row), items in together.items():
        place = cell(column, row)
        side = min(sheet.u(DOT), place.width.over(len(items)) * 0.9)
        step = min(place.width.over(len(items)), side + sheet.u(0.12))
        x = place.x + (place.width - step * (len(items) - 1) - side).over(2)
        y = place.y + place.height.over(2) - side.over(2) + sheet.u(0.08)
        for index, item in enumerate(items):
            parts.draw_badge(canvas, Rect(x + step * index, y, side, side), item.code, item.tone, Badge.ROUND)
