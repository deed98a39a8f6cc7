"""Steps: chevrons with numbers, the words below each (slide 12's arrows as a process)."""

from __future__ import annotations

from dataclasses import replace

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Step, Steps
from engine.model.deck import Anchor, Geometry
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.sheet import Sheet

ARROW_HEIGHT = 0.66
POINT_DEPTH = 0.16
OVERLAP = 0.06
PADDING = 0.20
MOST = 5
FILLS = (("p100", "ink"), ("p200", "ink"), ("p400", "ink"), ("primary", "ondeep"))


def _fill(index: int, count: int) -> tuple[str, str]:
    """Return ground and text colour: the process darkens towards its goal."""
    return FILLS[len(FILLS) - 1] if index == count - 1 else FILLS[min(index * (len(FILLS) - 1) // max(1, count - 1), len(FILLS) - 2)]


def _paragraphs(step: Step, sheet: Sheet, level: int) -> list[Para]:
    style = sheet.style("body", "ink2").at(level)
    body = [Para(step.body, style, 6.0)] if step.body else []
    return body + [Para(bullet, style, 6.0, sheet.color("p400")) for bullet in step.bullets]


def _has_words(block: Steps) -> bool:
    return any(step.body or step.bullets or step.label for step in block.items)


def _column(block: Steps, width: Length, sheet: Sheet) -> Length:
    return width.over(len(block.items)) - sheet.u(PADDING * 2)


def _label_height(block: Steps, sheet: Sheet) -> Length:
    return pt(sheet.style("caption").pitch) + sheet.u(0.06) if any(step.label for step in block.items) else ZERO


def minimum(block: Steps, width: Length, sheet: Sheet, level: int) -> Length:
    if not _has_words(block):
        return sheet.u(ARROW_HEIGHT)
    column = _column(block, width, sheet)
    words = max(stacked_height(sheet, _paragraphs(step, sheet, level), column) for step in block.items)
    return sheet.u(ARROW_HEIGHT + 0.12 + PADDING * 2) + _label_height(block, sheet) + words


def maximum(block: Steps, width: Length, sheet: Sheet, level: int) -> Length:
    needed = minimum(block, width, sheet, level)
    return max(needed, sheet.u(3.4)) if _has_words(block) else needed


def split(block: Steps, _width: Length, _available: Length, _sheet: Sheet, _level: int) -> tuple[Steps | None, Steps | None]:
    if len(block.items) < 2:
        return None, block
    half = (len(block.items) + 1) // 2
    return replace(block, items=block.items[:half]), replace(block, items=block.items[half:])


def draw(block: Steps, frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    count = len(block.items)
    pitch = frame.width.over(count)
    depth = sheet.u(POINT_DEPTH)
    words_top = frame.y + sheet.u(ARROW_HEIGHT + 0.12)
    for index, step in enumerate(block.items):
        ground, ink = _fill(index, count)
        arrow = Rect(frame.x + pitch * index, frame.y, pitch + (sheet.u(OVERLAP) if index < count - 1 else ZERO), sheet.u(ARROW_HEIGHT))
        geometry = Geometry.HOME_PLATE if index == 0 else Geometry.CHEVRON
        canvas.box("arrow", arrow, ground, geometry=geometry, radius=depth)
        label = Rect(
            arrow.x + (sheet.u(0.22) if index == 0 else depth + sheet.u(0.16)),
            arrow.y,
            arrow.width - depth * 2 - sheet.u(0.24),
            arrow.height,
        )
        canvas.text("title", label, step.title, sheet.style("step_title", ink), anchor=Anchor.MIDDLE)
        if _has_words(block):
            _draw_words(block, step, Rect(frame.x + pitch * index, words_top, pitch, frame.bottom - words_top), index, canvas, level)


def _draw_words(block: Steps, step: Step, cell: Rect, index: int, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    inner = cell.inset(sheet.u(PADDING), sheet.u(PADDING))
    if index:
        canvas.upright("divider", Point(cell.x, inner.y), inner.height)
    top = inner.y
    if step.label:
        canvas.text(
            "label", Rect(inner.x, top, inner.width, _label_height(block, sheet)), step.label, sheet.style("caption", "primary", bold=True)
        )
    top += _label_height(block, sheet)
    canvas.paragraphs("body", Rect(inner.x, top, inner.width, cell.bottom - top), _paragraphs(step, sheet, level))
