"""Strip cards: one card a key figure, with its title, note, grade and action (slides 06, 07)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect, pt
from engine.model.blocks import Align, FigureItem
from engine.model.deck import Anchor
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import flow_rows, row_frames
from engine.plan.deck.patterns.figure_item import figure_text
from engine.plan.deck.sheet import Sheet

GAP = 0.24
NARROWEST = 2.4
MOST_IN_ROW = 4
ACTION_SHARE = 0.4
GROWTH = 0.16


def _rows(count: int, width: Length, sheet: Sheet) -> tuple[int, ...]:
    most = int((width + sheet.u(GAP)) / (sheet.u(NARROWEST) + sheet.u(GAP)))
    return flow_rows(count, min(MOST_IN_ROW, max(1, most)))


def height(items: tuple[FigureItem, ...], width: Length, sheet: Sheet) -> Length:
    rows = _rows(len(items), width, sheet)
    cell = (width - sheet.u(GAP) * (max(rows) - 1)).over(max(rows))
    tallest = max(_card_height(item, cell, sheet) for item in items)
    return tallest * len(rows) + sheet.u(GAP) * (len(rows) - 1)


def draw(items: tuple[FigureItem, ...], frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    cells = tuple(row_frames(frame, _rows(len(items), frame.width, sheet), sheet.u(GAP)))
    tallest = max(_card_height(item, cell.width, sheet) for item, cell in zip(items, cells, strict=True))
    for item, cell in zip(items, cells, strict=True):
        _draw_card(item, cell, max(ZERO, cell.height - tallest).over(3), canvas)


def _card_height(item: FigureItem, cell: Length, sheet: Sheet) -> Length:
    note = sheet.style("strip_note", "ink2")
    width = cell - sheet.u(0.48) - _badge_room(item, sheet)
    lines = min(2, sheet.line_count(item.note, note, width))
    stacked = pt(sheet.style("strip_title").pitch) if item.title and not _title_beside(item, width, sheet) else ZERO
    return sheet.u(0.60) + stacked + pt(lines * note.pitch) + (sheet.u(0.16) if lines or stacked else ZERO)


def _badge_room(item: FigureItem, sheet: Sheet) -> Length:
    return sheet.u(0.46) if item.badge else ZERO


def _title_beside(item: FigureItem, width: Length, sheet: Sheet) -> bool:
    figure = sheet.width(figure_text(item), sheet.figure_style("strip_figure", item.tone))
    action = _action_width(item, width, sheet) + sheet.u(0.06) if item.action else ZERO
    return figure + sheet.u(0.16) + sheet.width(item.title, sheet.style("strip_title")) * 1.05 + action <= width


def _action_width(item: FigureItem, width: Length, sheet: Sheet) -> Length:
    return min(sheet.width(item.action, sheet.style("strip_title")) + sheet.u(0.06), width * ACTION_SHARE)


def _draw_card(item: FigureItem, frame: Rect, free: Length, canvas: Canvas) -> None:
    """Draw one card; `free` is the spare height above the figure, the same for all cards of the strip."""
    sheet = canvas.sheet
    canvas.card("strip", frame)
    column = Rect(
        frame.x + sheet.u(0.24) + _badge_room(item, sheet), frame.y, frame.width - sheet.u(0.48) - _badge_room(item, sheet), frame.height
    )
    if item.badge:
        chip = sheet.u(0.34)
        parts.draw_badge(canvas, Rect(frame.x + sheet.u(0.20), frame.y + sheet.u(0.17), chip, chip), item.badge, item.tone)
    line = Rect(column.x, frame.y + sheet.u(0.14) + free, column.width, sheet.u(0.40))
    style = sheet.figure_style("strip_figure", item.tone, unit_scale=0.7)
    figure = figure_text(item)
    beside = _title_beside(item, column.width, sheet)
    free_width = column.width - (_action_width(item, column.width, sheet) if item.action else ZERO)
    taken = min(free_width, sheet.width(figure, style) + sheet.u(0.04))
    canvas.text("figure", Rect(line.x, line.y, taken if beside else free_width, line.height), figure, style, anchor=Anchor.MIDDLE)
    top = line.bottom
    title_style = sheet.style("strip_title")
    if item.action:
        action = sheet.style("strip_title", "primary", align=Align.RIGHT)
        room = _action_width(item, column.width, sheet)
        canvas.text("action", Rect(column.right - room, line.y, room, line.height), item.action, action, anchor=Anchor.MIDDLE)
    if item.title and beside:
        x = line.x + taken + sheet.u(0.12)
        canvas.text("title", Rect(x, line.y + sheet.u(0.03), column.right - x, line.height), item.title, title_style, anchor=Anchor.MIDDLE)
    elif item.title:
        height = pt(title_style.pitch)
        canvas.text("title", Rect(column.x, top, column.width, height), item.title, title_style)
        top += height
    note = Rect(column.x, top + sheet.u(0.04) + free, column.width, frame.bottom - top - sheet.u(0.08) - free)
    canvas.text("note", note, item.note, sheet.style("strip_note", "ink2"))
