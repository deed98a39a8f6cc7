"""An equation on a panel that stands out: figures with operators between them, the result emphasised (slide 18)."""

from __future__ import annotations

from engine.base.units import ZERO, Length, Rect, pt
from engine.model.blocks import Align, FigureItem, Figures
from engine.model.deck import Anchor
from engine.model.inlines import Span, Text, Tone, text
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.patterns.figure_item import figure_text
from engine.plan.deck.sheet import Sheet

HEIGHT = 1.62
GROWTH = 0.34
VALUE, SIGN_WIDTH = 0.56, 0.40
NOTE_ROOM = 0.32


def height(block: Figures, sheet: Sheet) -> Length:
    """Return the height of the band; labels of several lines make it taller."""
    return sheet.u(HEIGHT) + _label_pitch(sheet) * (_label_lines(block) - 1)


def _label_pitch(sheet: Sheet) -> Length:
    return pt(sheet.style("strip_note").pitch)


def _label_lines(block: Figures) -> int:
    return max(1 + _label(item).plain.count("\n") for item in block.items)


def _label(item: FigureItem) -> Text:
    """Return grade and title, and on lines of their own the note and the action."""
    spans = [*item.badge.spans, Span("  "), *item.title.spans] if item.badge else [*item.title.spans]
    for part in (item.note, item.action):
        spans += [Span("\n"), *part.spans] if part else []
    return Text(tuple(spans), item.title.where)


def draw(block: Figures, frame: Rect, canvas: Canvas) -> None:
    panel = canvas.panel("equation", frame)
    sheet = panel.sheet
    count = len(block.items)
    inner = frame.inset(sheet.u(0.30), ZERO)
    cell = (inner.width - sheet.u(SIGN_WIDTH) * (count - 1)).over(count)
    top = frame.y + frame.height.over(2) - sheet.u(0.42) - _label_pitch(sheet) * ((_label_lines(block) - 1) / 2)
    for index, item in enumerate(block.items):
        x = inner.x + (cell + sheet.u(SIGN_WIDTH)) * index
        _draw_item(item, Rect(x, top, cell, frame.bottom - top), panel, is_result=index == count - 1)
        if index < count - 1:
            sign = text(block.operators[index] if index < len(block.operators) else "＋")
            style = sheet.style("strip_figure", sheet.shown("ondeep3"), align=Align.CENTER, bold=False)
            panel.text("operator", Rect(x + cell, top, sheet.u(SIGN_WIDTH), sheet.u(VALUE)), sign, style, anchor=Anchor.MIDDLE)
    note = Rect(frame.x + sheet.u(0.24), frame.bottom - sheet.u(NOTE_ROOM), frame.width - sheet.u(0.48), sheet.u(0.22))
    panel.text("note", note, block.note, sheet.style("note", sheet.shown("ondeep3"), align=Align.RIGHT))


def _draw_item(item: FigureItem, place: Rect, panel: Canvas, *, is_result: bool) -> None:
    sheet = panel.sheet
    role, tone = ("result_value", Tone.STRONG) if is_result else ("equation_value", Tone.NORMAL)
    style = sheet.figure_style(role, tone, align=Align.CENTER, unit_scale=0.5)
    panel.text("value", Rect(place.x, place.y, place.width, sheet.u(VALUE)), figure_text(item), style, anchor=Anchor.MIDDLE)
    label = _label(item)
    room = sheet.u(0.28) + _label_pitch(sheet) * label.plain.count("\n")
    below = Rect(place.x, place.y + sheet.u(0.60), place.width, room)
    panel.text("label", below, label, sheet.style("strip_note", sheet.shown("ondeep2"), align=Align.CENTER))
