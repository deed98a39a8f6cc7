"""Ruled bands: labels and figures side by side, several bands when one is too narrow (slide 14)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Point, Rect
from engine.layout.fair import fair_widths
from engine.model.blocks import FigureItem
from engine.model.deck import Anchor
from engine.model.inlines import Tone
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import flow_rows, row_frames, row_slices
from engine.plan.deck.patterns.figure_item import figure_text
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

HEIGHT = 0.68
GAP = 0.12
PADDING = 0.20
MOST_IN_ROW = 5


def holds(item: FigureItem) -> bool:
    """Tell whether a band draws every part the figure has."""
    return not (item.note or item.badge or item.action)


def _rows(items: tuple[FigureItem, ...], width: Length, sheet: Sheet) -> list[tuple[FigureItem, ...]]:
    """Return the fewest bands in which every label and figure has the room it needs, or one figure a band."""
    inner = width - sheet.u(PADDING * 2)
    choices = (row_slices(items, flow_rows(len(items), most)) for most in range(min(MOST_IN_ROW, len(items)), 0, -1))
    return next((rows for rows in choices if all(_need(row, sheet) <= inner for row in rows)), [(item,) for item in items])


def height(items: tuple[FigureItem, ...], width: Length, sheet: Sheet) -> Length:
    count = len(_rows(items, width, sheet))
    return sheet.u(HEIGHT) * count + sheet.u(GAP) * (count - 1)


def draw(items: tuple[FigureItem, ...], frame: Rect, canvas: Canvas) -> None:
    rows = _rows(items, frame.width, canvas.sheet)
    bands = row_frames(frame, (1,) * len(rows), canvas.sheet.u(GAP))
    for row, band in zip(rows, bands, strict=True):
        _draw_band(row, band, canvas)


def _styles(sheet: Sheet) -> tuple[Style, Style]:
    return sheet.style("strip_note", "ink2"), sheet.figure_style("band_figure", Tone.NORMAL, unit_scale=0.6)


def _widths(items: tuple[FigureItem, ...], sheet: Sheet) -> tuple[list[Length], list[Length]]:
    """Return what each label and each figure needs, the space behind it included."""
    label, figure = _styles(sheet)
    labels = [sheet.width(item.title, label) + sheet.u(0.12) for item in items]
    return labels, [sheet.width(figure_text(item), figure) + sheet.u(0.04) for item in items]


def _need(items: tuple[FigureItem, ...], sheet: Sheet) -> Length:
    labels, figures = _widths(items, sheet)
    return sum(labels, ZERO) + sum(figures, ZERO)


def _draw_band(items: tuple[FigureItem, ...], frame: Rect, canvas: Canvas) -> None:
    """Draw figures in one band: each gets what it needs, the spare room is shared evenly."""
    sheet = canvas.sheet
    canvas.card("band", frame)
    label_style, figure_style = _styles(sheet)
    needs = [need for pair in zip(*_widths(items, sheet), strict=True) for need in pair]
    inner = frame.inset(sheet.u(PADDING), ZERO)
    widths = fair_widths(needs, inner.width)
    each = (inner.width - sum(widths, ZERO)).over(len(items))
    x = inner.x
    for index, (item, label, figure) in enumerate(zip(items, widths[::2], widths[1::2], strict=True)):
        if index:
            canvas.upright("divider", Point(x, frame.y + sheet.u(0.16)), frame.height - sheet.u(0.32))
        start = x + each.over(2)
        canvas.text("label", Rect(start, frame.y, label, frame.height), item.title, label_style, anchor=Anchor.MIDDLE)
        place = Rect(start + label, frame.y, figure, frame.height)
        canvas.text("figure", place, figure_text(item), figure_style, anchor=Anchor.MIDDLE)
        x += label + figure + each
