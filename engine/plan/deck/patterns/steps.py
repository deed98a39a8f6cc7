"""Steps: chevrons with the words below each (slide 12's arrows as a process), in rows when they are many."""

from __future__ import annotations

from engine.base.records import replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Step, Steps
from engine.model.deck import Anchor, Geometry
from engine.model.inlines import EMPTY
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.grid import flow_rows, items_to_keep, row_slices
from engine.plan.deck.memory import remembered
from engine.plan.deck.running import Running, continued, cut_running
from engine.plan.deck.sheet import Sheet

ARROW_HEIGHT = 0.66
POINT_DEPTH = 0.16
OVERLAP = 0.06
PADDING = 0.20
AFTER = 6.0
NARROWEST = 2.0
MOST_IN_ROW = 6
ROW_GAP = 0.20
TALLEST_ROW = 4.4
FILLS = (("p100", "ink"), ("p200", "ink"), ("p400", "ink"), ("primary", "ondeep"))


def _fill(index: int, count: int) -> tuple[str, str]:
    """Return ground and text colour: the process darkens towards its goal."""
    return FILLS[len(FILLS) - 1] if index == count - 1 else FILLS[min(index * (len(FILLS) - 1) // max(1, count - 1), len(FILLS) - 2)]


def _paragraphs(step: Step, sheet: Sheet, level: int) -> list[Para]:
    return Running(step.body, step.bullets).paragraphs(sheet.style("body", "ink2").at(level), sheet.points(AFTER), sheet.color("p400"))


def _rows(block: Steps, width: Length, sheet: Sheet) -> list[tuple[Step, ...]]:
    most = min(MOST_IN_ROW, max(1, int(width / sheet.u(NARROWEST))))
    return row_slices(block.items, flow_rows(len(block.items), most))


def _has_words(row: tuple[Step, ...]) -> bool:
    return any(step.body or step.bullets or step.label for step in row)


def _label_height(row: tuple[Step, ...], sheet: Sheet) -> Length:
    return pt(sheet.style("caption").pitch) + sheet.u(0.06) if any(step.label for step in row) else ZERO


def _row_height(row: tuple[Step, ...], width: Length, sheet: Sheet, level: int) -> Length:
    if not _has_words(row):
        return sheet.u(ARROW_HEIGHT)
    column = width.over(len(row)) - sheet.u(PADDING * 2)
    words = max(stacked_height(sheet, _paragraphs(step, sheet, level), column) for step in row)
    return sheet.u(ARROW_HEIGHT + 0.12 + PADDING * 2) + _label_height(row, sheet) + words


@remembered
def minimum(block: Steps, width: Length, sheet: Sheet, level: int) -> Length:
    rows = _rows(block, width, sheet)
    return sum((_row_height(row, width, sheet, level) for row in rows), ZERO) + sheet.u(ROW_GAP) * (len(rows) - 1)


def maximum(block: Steps, width: Length, sheet: Sheet, level: int) -> Length:
    rows = _rows(block, width, sheet)
    needed = minimum(block, width, sheet, level)
    return max(needed, sheet.tall(TALLEST_ROW)) if len(rows) == 1 and _has_words(rows[0]) else needed


def split(block: Steps, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Steps | None, Steps | None]:
    """Cut between steps; a step too long for a page is cut between its bullets, or after a sentence."""

    def fits(items: tuple[Step, ...]) -> bool:
        return minimum(replace(block, items=items), width, sheet, level) <= available

    if keep := items_to_keep(len(block.items), lambda count: fits(block.items[:count])):
        return replace(block, items=block.items[:keep]), replace(block, items=block.items[keep:])
    first, *others = block.items
    whole = Running(first.body, first.bullets)
    cut = cut_running(whole, lambda part: fits((replace(first, body=part.body, bullets=part.bullets),)), sheet.fonts)
    if cut is None:
        return None, block
    head, tail = (replace(first, body=part.body, bullets=part.bullets) for part in cut)
    tail = replace(tail, title=continued(first.title, sheet), label=EMPTY)
    return replace(block, items=(head,)), replace(block, items=(tail, *others))


def draw(block: Steps, frame: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    rows = _rows(block, frame.width, sheet)
    heights = [_row_height(row, frame.width, sheet, level) for row in rows]
    gap = sheet.u(ROW_GAP)
    free = (frame.height - sum(heights, ZERO) - gap * (len(rows) - 1)).over(len(rows))
    y, done = frame.y, 0
    for row, height in zip(rows, heights, strict=True):
        _draw_row(row, Rect(frame.x, y, frame.width, height + free), canvas, level, (done, len(block.items)))
        y, done = y + height + free + gap, done + len(row)


def _draw_row(row: tuple[Step, ...], frame: Rect, canvas: Canvas, level: int, place: tuple[int, int]) -> None:
    """Draw one row; `place` says how many steps stand before it, and how many there are in all."""
    sheet = canvas.sheet
    done, count = place
    pitch = frame.width.over(len(row))
    depth = sheet.u(POINT_DEPTH)
    words_top = frame.y + sheet.u(ARROW_HEIGHT + 0.12)
    for index, step in enumerate(row):
        ground, ink = _fill(done + index, count)
        last = index == len(row) - 1
        arrow = Rect(frame.x + pitch * index, frame.y, pitch + (ZERO if last else sheet.u(OVERLAP)), sheet.u(ARROW_HEIGHT))
        canvas.box("arrow", arrow, ground, geometry=Geometry.CHEVRON if index else Geometry.HOME_PLATE, radius=depth)
        left = depth + sheet.u(0.16) if index else sheet.u(0.22)
        label = Rect(arrow.x + left, arrow.y, arrow.width - depth * 2 - sheet.u(0.24), arrow.height)
        canvas.text("title", label, step.title, sheet.style("step_title", sheet.ink_on(ground, ink)), anchor=Anchor.MIDDLE)
        if _has_words(row):
            cell = Rect(frame.x + pitch * index, words_top, pitch, frame.bottom - words_top)
            if index:
                canvas.upright("divider", Point(cell.x, cell.y + sheet.u(PADDING)), cell.height - sheet.u(PADDING * 2))
            _draw_words(step, cell.inset(sheet.u(PADDING), sheet.u(PADDING)), _label_height(row, sheet), canvas, level)


def _draw_words(step: Step, cell: Rect, label_height: Length, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    label = Rect(cell.x, cell.y, cell.width, label_height)
    canvas.text("label", label, step.label, sheet.style("caption", "primary", bold=True))
    body = Rect(cell.x, cell.y + label_height, cell.width, cell.height - label_height)
    canvas.paragraphs("body", body, _paragraphs(step, sheet, level))
