"""Rows of key figures in three looks, each a module of its own: strip cards, ruled bands, an equation. Title above, note below."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import ZERO, Length, Rect
from engine.model.blocks import Figures, FiguresStyle
from engine.model.deck import Anchor
from engine.model.inlines import EMPTY
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import items_to_keep
from engine.plan.deck.memory import remembered
from engine.plan.deck.patterns import figures_band, figures_equation, figures_strip
from engine.plan.deck.sheet import Sheet

TITLE = 0.32
NOTE_GAP = 0.06


def _style(block: Figures) -> FiguresStyle:
    """Return the look: figures with parts that a band leaves out become strip cards."""
    if block.style is FiguresStyle.LINE and not all(map(figures_band.holds, block.items)):
        return FiguresStyle.STRIP
    return block.style


def _title_height(block: Figures, sheet: Sheet) -> Length:
    return sheet.u(TITLE) if block.title else ZERO


def _note_height(block: Figures, width: Length, sheet: Sheet) -> Length:
    """Return the room for the note below; an equation has it inside."""
    if not block.note or block.style is FiguresStyle.EQUATION:
        return ZERO
    return sheet.height(block.note, sheet.style("note"), width) + sheet.u(NOTE_GAP)


@remembered
def minimum(block: Figures, width: Length, sheet: Sheet, _level: int) -> Length:
    around = _title_height(block, sheet) + _note_height(block, width, sheet)
    match _style(block):
        case FiguresStyle.STRIP:
            return around + figures_strip.height(block.items, width, sheet)
        case FiguresStyle.LINE:
            return around + figures_band.height(block.items, width, sheet)
        case FiguresStyle.EQUATION:
            return around + figures_equation.height(block, sheet)


def maximum(block: Figures, width: Length, sheet: Sheet, level: int) -> Length:
    growth = {FiguresStyle.STRIP: figures_strip.GROWTH, FiguresStyle.LINE: 0.0, FiguresStyle.EQUATION: figures_equation.GROWTH}
    return minimum(block, width, sheet, level) + sheet.u(growth[_style(block)])


def split(block: Figures, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Figures | None, Figures | None]:
    """Cut between figures, but not an equation: its halves say nothing. The note goes with the last part."""
    if block.style is FiguresStyle.EQUATION:
        return None, block

    def head(count: int) -> Figures:
        return replace(block, items=block.items[:count], note=EMPTY)

    keep = items_to_keep(len(block.items), lambda count: minimum(head(count), width, sheet, level) <= available)
    return (head(keep), replace(block, items=block.items[keep:], title=EMPTY)) if keep else (None, block)


def draw(block: Figures, frame: Rect, canvas: Canvas, _level: int) -> None:
    sheet = canvas.sheet
    title = Rect(frame.x, frame.y, frame.width, sheet.u(0.26))
    canvas.text("strip-title", title, block.title, sheet.style("chart_title"), anchor=Anchor.MIDDLE)
    note = _note_height(block, frame.width, sheet)
    area = frame.inset(ZERO, _title_height(block, sheet), ZERO, note)
    match _style(block):
        case FiguresStyle.STRIP:
            figures_strip.draw(block.items, area, canvas)
        case FiguresStyle.LINE:
            figures_band.draw(block.items, area, canvas)
        case FiguresStyle.EQUATION:
            figures_equation.draw(block, area, canvas)
    if note:
        below = Rect(frame.x, area.bottom + sheet.u(NOTE_GAP), frame.width, note - sheet.u(NOTE_GAP))
        canvas.text("note", below, block.note, sheet.style("note", "ink3"))
