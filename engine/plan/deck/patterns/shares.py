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
SWATCH = 0.20


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
    for index, item in enumerate(block.items):
        _draw_row(index, item, Rect(frame.x, top + row * index, frame.width, row), canvas)


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
    stroke = Stroke(sheet.color("primary"), 1.5) if item.hollow else None
    canvas.box("swatch", Rect(row.x, top + (pt(label.pitch) - side).over(2), side, side), share_color(index, item, sheet), stroke=stroke)
    width = sheet.width(item.amount, amount) * 1.04 + sheet.u(0.06)
    left = row.x + sheet.u(0.36)
    words = Rect(left, top, row.right - width - left - sheet.u(0.10), pt(label.pitch))
    canvas.text("label", words, item.label, label)
    canvas.text("note", Rect(left, words.bottom, words.width, pt(note.pitch)), item.note, note)
    canvas.text("amount", Rect(row.right - width, row.y, width, row.height), item.amount, amount, anchor=Anchor.MIDDLE)
