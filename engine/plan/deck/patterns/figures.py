"""Rows of key figures: strip cards (slides 06, 07), one ruled band (slide 14), and an equation on dark ground (slide 18)."""

from __future__ import annotations

from dataclasses import replace

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Align, FigureItem, Figures, FiguresStyle
from engine.model.deck import Anchor
from engine.model.inlines import EMPTY, Text, Tone, text
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import flow_rows, row_frames, row_slices
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

LINE_HEIGHT, EQUATION_HEIGHT = 0.68, 1.62
TITLE = 0.32
GAP = 0.24
BAND_GAP = 0.12
NARROWEST = 2.4
MOST_IN_STRIP, MOST_IN_BAND = 4, 5
BAND_PADDING = 0.20
ACTION_SHARE = 0.4


def _rows(block: Figures, width: Length, sheet: Sheet) -> tuple[int, ...]:
    count = len(block.items)
    match block.style:
        case FiguresStyle.STRIP:
            most = int((width + sheet.u(GAP)) / (sheet.u(NARROWEST) + sheet.u(GAP)))
            return flow_rows(count, min(MOST_IN_STRIP, max(1, most)))
        case FiguresStyle.LINE:
            choices = (flow_rows(count, most) for most in range(min(MOST_IN_BAND, count), 0, -1))
            inner = width - sheet.u(BAND_PADDING * 2)
            fitting = (rows for rows in choices if all(_band_need(row, sheet) <= inner for row in row_slices(block.items, rows)))
            return next(fitting, (1,) * count)
        case FiguresStyle.EQUATION:
            return (count,)


def _title_height(block: Figures, sheet: Sheet) -> Length:
    return sheet.u(TITLE) if block.title and block.style is FiguresStyle.STRIP else ZERO


def minimum(block: Figures, width: Length, sheet: Sheet, _level: int) -> Length:
    rows = _rows(block, width, sheet)
    match block.style:
        case FiguresStyle.STRIP:
            cell = (width - sheet.u(GAP) * (max(rows) - 1)).over(max(rows))
            tallest = max(_strip_height(item, cell, sheet) for item in block.items)
            return _title_height(block, sheet) + tallest * len(rows) + sheet.u(GAP) * (len(rows) - 1)
        case FiguresStyle.LINE:
            return sheet.u(LINE_HEIGHT) * len(rows) + sheet.u(BAND_GAP) * (len(rows) - 1)
        case FiguresStyle.EQUATION:
            return sheet.u(EQUATION_HEIGHT)


def maximum(block: Figures, width: Length, sheet: Sheet, level: int) -> Length:
    grown = {FiguresStyle.STRIP: 0.16, FiguresStyle.LINE: 0.0, FiguresStyle.EQUATION: 0.34}
    return minimum(block, width, sheet, level) + sheet.u(grown[block.style])


def split(block: Figures, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Figures | None, Figures | None]:
    """Cut between figures, but not an equation: its halves say nothing."""
    if block.style is FiguresStyle.EQUATION:
        return None, block
    for keep in range(len(block.items) - 1, 0, -1):
        head = replace(block, items=block.items[:keep])
        if minimum(head, width, sheet, level) <= available:
            return head, replace(block, items=block.items[keep:], title=EMPTY)
    return None, block


def draw(block: Figures, frame: Rect, canvas: Canvas, _level: int) -> None:
    match block.style:
        case FiguresStyle.STRIP:
            _draw_strip(block, frame, canvas)
        case FiguresStyle.LINE:
            _draw_bands(block, frame, canvas)
        case FiguresStyle.EQUATION:
            _draw_equation(block, frame, canvas)


# strip --------------------------------------------------------------------------------------------------------------


def _strip_height(item: FigureItem, cell: Length, sheet: Sheet) -> Length:
    note = sheet.style("strip_note", "ink2")
    width = cell - sheet.u(0.48) - _badge_room(item, sheet)
    lines = min(2, sheet.line_count(item.note, note, width))
    stacked = pt(sheet.style("strip_title").pitch) if item.title and not _title_beside(item, width, sheet) else ZERO
    return sheet.u(0.60) + stacked + pt(lines * note.pitch) + (sheet.u(0.16) if lines or stacked else ZERO)


def _badge_room(item: FigureItem, sheet: Sheet) -> Length:
    return sheet.u(0.46) if item.badge else ZERO


def _figure_text(item: FigureItem) -> Text:
    if not item.before:
        return item.figure
    return Text((*item.before.spans, *text(" → ").spans, *item.figure.spans), item.figure.where)


def _title_beside(item: FigureItem, width: Length, sheet: Sheet) -> bool:
    figure = sheet.width(_figure_text(item), sheet.figure_style("strip_figure", item.tone))
    action = _action_width(item, width, sheet) + sheet.u(0.06) if item.action else ZERO
    return figure + sheet.u(0.16) + sheet.width(item.title, sheet.style("strip_title")) * 1.05 + action <= width


def _action_width(item: FigureItem, width: Length, sheet: Sheet) -> Length:
    return min(sheet.width(item.action, sheet.style("strip_title")) + sheet.u(0.06), width * ACTION_SHARE)


def _draw_strip(block: Figures, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    top = frame.y
    if block.title:
        canvas.text(
            "strip-title", Rect(frame.x, top, frame.width, sheet.u(0.26)), block.title, sheet.style("chart_title"), anchor=Anchor.MIDDLE
        )
        top += sheet.u(TITLE)
    area = Rect(frame.x, top, frame.width, frame.bottom - top)
    cells = tuple(row_frames(area, _rows(block, frame.width, sheet), sheet.u(GAP)))
    tallest = max(_strip_height(item, cell.width, sheet) for item, cell in zip(block.items, cells, strict=True))
    for item, cell in zip(block.items, cells, strict=True):
        _draw_strip_card(item, cell, max(ZERO, cell.height - tallest).over(3), canvas)


def _draw_strip_card(item: FigureItem, frame: Rect, free: Length, canvas: Canvas) -> None:
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
    figure = _figure_text(item)
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


# line ---------------------------------------------------------------------------------------------------------------


def _draw_bands(block: Figures, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    rows = row_slices(block.items, _rows(block, frame.width, sheet))
    bands = row_frames(frame, (1,) * len(rows), sheet.u(BAND_GAP))
    for items, band in zip(rows, bands, strict=True):
        _draw_band(items, band, canvas)


def _band_styles(sheet: Sheet) -> tuple[Style, Style]:
    return sheet.style("strip_note", "ink2"), sheet.figure_style("band_figure", Tone.NORMAL, unit_scale=0.6)


def _band_widths(items: tuple[FigureItem, ...], sheet: Sheet) -> tuple[list[Length], list[Length]]:
    """Return what each label and each figure needs, the space behind it included."""
    label, figure = _band_styles(sheet)
    labels = [sheet.width(item.title, label) + sheet.u(0.12) for item in items]
    return labels, [sheet.width(item.figure, figure) + sheet.u(0.04) for item in items]


def _band_need(items: tuple[FigureItem, ...], sheet: Sheet) -> Length:
    labels, figures = _band_widths(items, sheet)
    return sum(labels, ZERO) + sum(figures, ZERO)


def _draw_band(items: tuple[FigureItem, ...], frame: Rect, canvas: Canvas) -> None:
    """Draw figures in one band: each gets what it needs, the spare room is shared evenly."""
    sheet = canvas.sheet
    canvas.card("band", frame)
    label_style, figure_style = _band_styles(sheet)
    labels, figures = _band_widths(items, sheet)
    inner = frame.inset(sheet.u(BAND_PADDING), ZERO)
    spare = inner.width - sum(labels, ZERO) - sum(figures, ZERO)
    squeeze = 1.0 if spare >= 0 else inner.width / (inner.width - spare)
    each = max(ZERO, spare).over(len(items))
    x = inner.x
    for index, (item, label, figure) in enumerate(zip(items, labels, figures, strict=True)):
        if index:
            canvas.upright("divider", Point(x, frame.y + sheet.u(0.16)), frame.height - sheet.u(0.32))
        start = x + each.over(2)
        canvas.text("label", Rect(start, frame.y, label * squeeze, frame.height), item.title, label_style, anchor=Anchor.MIDDLE)
        place = Rect(start + label * squeeze, frame.y, figure * squeeze, frame.height)
        canvas.text("figure", place, item.figure, figure_style, anchor=Anchor.MIDDLE)
        x += (label + figure) * squeeze + each


# equation -----------------------------------------------------------------------------------------------------------


def _draw_equation(block: Figures, frame: Rect, canvas: Canvas) -> None:
    dark = canvas.on_dark()
    sheet = dark.sheet
    canvas.card("equation", frame, "deep")
    count = len(block.items)
    inner = frame.inset(sheet.u(0.30), ZERO)
    operator_width = sheet.u(0.40)
    cell = (inner.width - operator_width * (count - 1)).over(count)
    middle = frame.y + frame.height.over(2) - sheet.u(0.42)
    for index, item in enumerate(block.items):
        x = inner.x + (cell + operator_width) * index
        tone = Tone.STRONG if index == count - 1 else Tone.NORMAL
        role = "result_value" if index == count - 1 else "equation_value"
        style = sheet.figure_style(role, tone, align=Align.CENTER, unit_scale=0.5)
        dark.text("value", Rect(x, middle, cell, sheet.u(0.56)), item.figure, style, anchor=Anchor.MIDDLE)
        label = sheet.style("strip_note", "ondeep2", align=Align.CENTER)
        dark.text("label", Rect(x, middle + sheet.u(0.60), cell, sheet.u(0.28)), item.title, label)
        if index < count - 1:
            sign = text(block.operators[index] if index < len(block.operators) else "＋")
            place = Rect(x + cell, middle, operator_width, sheet.u(0.56))
            dark.text("operator", place, sign, sheet.style("strip_figure", "ondeep3", align=Align.CENTER, bold=False), anchor=Anchor.MIDDLE)
    note = Rect(frame.x + sheet.u(0.24), frame.bottom - sheet.u(0.32), frame.width - sheet.u(0.48), sheet.u(0.22))
    dark.text("note", note, block.note, sheet.style("note", "ondeep3", align=Align.RIGHT))
