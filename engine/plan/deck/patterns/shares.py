"""How a total is divided: one 100 % bar and a list with amounts (slide 14, right)."""

from __future__ import annotations

from engine.base.units import Length, Point, Rect, Size, pt
from engine.charts import build_figure
from engine.charts.definition import ChartLook
from engine.charts.palette import share_color as part_color
from engine.model.blocks import Align, ShareItem, Shares
from engine.model.deck import Anchor, ChartBox, Stroke
from engine.model.inlines import text
from engine.model.theme import Color
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet

TITLE, BAR = 0.40, 0.66
ROW_LEAST, ROW_MOST = 0.46, 0.90
SWATCH, WORDS_LEFT = 0.20, 0.36
WIDE, WORDS_SHARE = 7.5, 0.36
"""Inches from which a bar leads from the words of a row to its amount, and the part of the width that the words then have."""
LEADER = 0.22


def minimum(block: Shares, _width: Length, sheet: Sheet, level: int) -> Length:
    noted = any(item.note for item in block.items)
    row = (0.60 if noted else ROW_LEAST) - 0.03 * max(0, level)
    return sheet.u(TITLE + BAR + 0.16 + row * len(block.items))


def maximum(block: Shares, width: Length, sheet: Sheet, level: int) -> Length:
    return max(minimum(block, width, sheet, level), sheet.u(TITLE + BAR + 0.16 + ROW_MOST * sheet.stretch * len(block.items)))


def share_color(index: int, item: ShareItem, sheet: Sheet) -> Color:
    return sheet.color("bg") if item.hollow else part_color(sheet.theme, index)


def draw(block: Shares, frame: Rect, canvas: Canvas, _level: int) -> None:
    sheet = canvas.sheet
    title = Rect(frame.x, frame.y, frame.width * 0.75, sheet.u(0.28))
    canvas.text("shares-title", title, block.title, sheet.style("chart_title", bold=True), anchor=Anchor.MIDDLE)
    unit = Rect(title.right, frame.y, frame.right - title.right, title.height)
    canvas.text("unit", unit, text(block.unit), sheet.style("note", "ink3", align=Align.RIGHT), anchor=Anchor.MIDDLE)
    bar = Rect(frame.x, frame.y + sheet.u(TITLE), frame.width, sheet.u(BAR))
    outcome = build_figure(block.data, ChartLook(sheet.theme, Size(bar.width, bar.height), sheet.language, scale=sheet.theme.scale))
    canvas.findings.extend(outcome.diagnostics)
    facts = tuple(fact for series in block.data.series for fact in series.facts if fact)
    if outcome.value:
        canvas.add(ChartBox(canvas.unique("chart"), bar, outcome.value, block.data.alt or block.title.plain, facts))
    top = bar.bottom + sheet.u(0.16)
    row = min(sheet.tall(ROW_MOST), (frame.bottom - top).over(len(block.items)))
    largest = max(item.ratio for item in block.items)
    led = largest > 0 and frame.width > sheet.u(WIDE) and all(_is_brief(item, frame.width, sheet) for item in block.items)
    for index, item in enumerate(block.items):
        _draw_row(index, item, Rect(frame.x, top + row * index, frame.width, row), canvas)
        if led:
            _draw_leader(index, item, largest, Rect(frame.x, top + row * index, frame.width, row), canvas)


def _is_brief(item: ShareItem, width: Length, sheet: Sheet) -> bool:
    """Tell whether the words of a row leave the bar its place."""
    label, note = sheet.width(item.label, sheet.style("tile_name")), sheet.width(item.note, sheet.style("strip_note"))
    return sheet.u(WORDS_LEFT) + max(label, note) <= width * WORDS_SHARE


def _draw_leader(index: int, item: ShareItem, largest: float, row: Rect, canvas: Canvas) -> None:
    """Draw the bar that leads the eye from the words to the amount, as long as its part of the largest."""
    sheet = canvas.sheet
    left = row.x + row.width * WORDS_SHARE
    room = row.right - _amount_width(item, sheet) - sheet.u(0.10) - left
    length = room * (max(item.ratio, 0.0) / largest)
    if length > 0:
        bar = Rect(left, row.y + (row.height - sheet.u(LEADER)).over(2), length, sheet.u(LEADER))
        canvas.box("leader", bar, share_color(index, item, sheet), stroke=_outline(item, sheet))


def _outline(item: ShareItem, sheet: Sheet) -> Stroke | None:
    return Stroke(sheet.color("primary"), 1.5) if item.hollow else None


def _amount_width(item: ShareItem, sheet: Sheet) -> Length:
    return sheet.width(item.amount, sheet.style("share_amount")) * 1.04 + sheet.u(0.06)


def _draw_row(index: int, item: ShareItem, row: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    if index:
        canvas.rule("rule", Point(row.x, row.y), row.width)
    label, note, amount = sheet.style("tile_name"), sheet.style("strip_note", "ink2"), sheet.style("share_amount", align=Align.RIGHT)
    if item.hollow:
        label, amount = label.colored(sheet.color("primary")), amount.colored(sheet.color("primary"))
    side = sheet.u(SWATCH)
    block_height = pt(label.pitch + (note.pitch if item.note else 0))
    top = row.y + (row.height - block_height).over(2)
    swatch = Rect(row.x, top + (pt(label.pitch) - side).over(2), side, side)
    canvas.box("swatch", swatch, share_color(index, item, sheet), stroke=_outline(item, sheet))
    width = _amount_width(item, sheet)
    left = row.x + sheet.u(WORDS_LEFT)
    words = Rect(left, top, row.right - width - left - sheet.u(0.10), pt(label.pitch))
    canvas.text("label", words, item.label, label)
    canvas.text("note", Rect(left, words.bottom, words.width, pt(note.pitch)), item.note, note)
    canvas.text("amount", Rect(row.right - width, row.y, width, row.height), item.amount, amount, anchor=Anchor.MIDDLE)
