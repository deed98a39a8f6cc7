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
from engine.plan.deck.grid import flow_rows
from engine.plan.deck.sheet import Sheet

TITLE = 0.36
LABELS = 0.46
MOST_LABELS = 0.90
COLUMN_LABELS = 0.34
GAP = 0.06
DOTS = (0.44, 0.38, 0.32, 0.26)
"""Sizes of a dot: the largest that all dots of its cell fit at."""
DOT_GAP = 0.08
ZONE_LABEL = 0.34
LEAST_CELL = 0.80


def minimum(block: Matrix, _width: Length, sheet: Sheet, _level: int) -> Length:
    return sheet.u(TITLE + COLUMN_LABELS + LEAST_CELL * len(block.rows))


def maximum(block: Matrix, width: Length, sheet: Sheet, level: int) -> Length:
    return max(minimum(block, width, sheet, level), sheet.tall(TITLE + COLUMN_LABELS + 1.5 * len(block.rows)))


def draw(block: Matrix, frame: Rect, canvas: Canvas, _level: int) -> None:
    sheet = canvas.sheet
    canvas.text(
        "matrix-title", Rect(frame.x, frame.y, frame.width, sheet.u(0.28)), block.title, sheet.style("chart_title"), anchor=Anchor.MIDDLE
    )
    style = sheet.style("caption", "ink2", align=Align.CENTER)
    labels = min(sheet.u(MOST_LABELS), max(sheet.u(LABELS), *(sheet.width(label, style) + sheet.u(0.14) for label in block.rows)))
    left, top = frame.x + labels, frame.y + sheet.u(TITLE)
    bottom = frame.bottom - sheet.u(COLUMN_LABELS)
    gap = sheet.u(GAP)
    width = (frame.right - left - gap * (len(block.columns) - 1)).over(len(block.columns))
    height = (bottom - top - gap * (len(block.rows) - 1)).over(len(block.rows))

    def cell(column: int, row: int) -> Rect:
        return Rect(left + (width + gap) * column, bottom - height - (height + gap) * row, width, height)

    for zone in block.zones:
        _draw_zone(zone, cell(zone.column, zone.row), canvas)
    for row, label in enumerate(block.rows):
        place = cell(0, row)
        canvas.text("row", Rect(frame.x, place.y, labels - sheet.u(0.10), place.height), label, style, anchor=Anchor.MIDDLE)
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
    label = Rect(frame.x + sheet.u(0.12), frame.y + sheet.u(0.08), frame.width - sheet.u(0.2), sheet.u(ZONE_LABEL - 0.08))
    canvas.text("zone-label", label, zone.label, sheet.style("caption", sheet.theme.tone(tone), bold=True))


def _draw_items(block: Matrix, cell: Callable[[int, int], Rect], canvas: Canvas) -> None:
    sheet = canvas.sheet
    together: dict[tuple[int, int], list[MatrixItem]] = defaultdict(list)
    for item in block.items:
        together[item.column, item.row].append(item)
    for (column, row), items in together.items():
        for item, place in zip(items, dot_places(len(items), cell(column, row), sheet), strict=True):
            parts.draw_badge(canvas, place, item.code, item.tone, Badge.ROUND)


def dot_places(count: int, cell: Rect, sheet: Sheet) -> list[Rect]:
    """Return places for dots in a cell, below its label: in as many rows as they need, smaller when they are many."""
    top = cell.y + sheet.u(ZONE_LABEL)
    gap, room = sheet.u(DOT_GAP), cell.bottom - top
    side, rows = next(
        ((side, rows) for side in map(sheet.u, DOTS) if (rows := _dot_rows(count, cell.width, side + gap)) * (side + gap) <= room + gap),
        (sheet.u(DOTS[-1]), _dot_rows(count, cell.width, sheet.u(DOTS[-1]) + gap)),
    )
    y = max(top, cell.y + (cell.height - (side + gap) * rows + gap).over(2) + sheet.u(0.08 if rows == 1 else 0.0))
    found = []
    for row, in_row in enumerate(flow_rows(count, -(-count // rows))):
        x = cell.x + (cell.width - (side + gap) * in_row + gap).over(2)
        found += [Rect(x + (side + gap) * index, y + (side + gap) * row, side, side) for index in range(in_row)]
    return found


def _dot_rows(count: int, width: Length, pitch: Length) -> int:
    return -(-count // max(1, int(width / pitch)))
