"""Side panels: a hero number, calculation rows, bullets, small charts or stacked entries, on light or dark ground (05, 08, 11, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Panel, PanelEntry
from engine.model.deck import Anchor
from engine.model.inlines import Tone
from engine.plan.deck import parts
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.memory import remembered
from engine.plan.deck.patterns import chart
from engine.plan.deck.patterns.panel_split import cut_panel
from engine.plan.deck.running import Running
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import Style

PADDING = 0.28
ROW = 0.42
CHART_HEIGHT, CHART_LEAST = 2.1, 1.3
BULLET_AFTER = 6.0
ENTRY_AFTER = 2.0
"""Points between the title of an entry and its words."""
GAP = 0.14
TALLEST = 5.6
"""Inches that a side panel may grow to: the height of a slide's body without a takeaway."""
WIDE = 8.0
"""Inches from which a panel is no longer a side panel."""


def _ground(panel: Panel, sheet: Sheet) -> Sheet:
    return sheet.on_panel() if panel.dark else sheet


def _width(width: Length, sheet: Sheet) -> Length:
    return width - sheet.u(PADDING * 2)


def _bullets(panel: Panel, sheet: Sheet, level: int) -> list[Para]:
    style = sheet.style("panel_text", sheet.shown("ondeep2")).at(level)
    return Running(panel.body, panel.bullets).paragraphs(style, sheet.points(BULLET_AFTER), sheet.color("accent" if sheet.dark else "p400"))


def _head_height(panel: Panel, column: Length, sheet: Sheet) -> Length:
    height = ZERO
    if panel.title:
        style = sheet.style("card_title")
        height += pt(min(3, sheet.line_count(panel.title, style, _title_width(panel, column, sheet))) * style.pitch)
    if panel.subtitle:
        style = sheet.style("panel_text")
        height += pt(min(2, sheet.line_count(panel.subtitle, style, column)) * style.pitch) + sheet.u(0.02)
    if panel.figure:
        height += sheet.u(0.84)
    if panel.caption:
        style = sheet.style("panel_text")
        height += pt(min(2, sheet.line_count(panel.caption, style, column)) * style.pitch)
    return height + (sheet.u(GAP) if height else ZERO)


def _title_width(panel: Panel, column: Length, sheet: Sheet) -> Length:
    return column - (parts.pill_width(sheet, panel.status, panel.tone, column) + sheet.u(0.10) if panel.status else ZERO)


def _entry_title(sheet: Sheet, level: int) -> Style:
    """Return the style of the titles of entries, which grow with their words and never shrink."""
    return sheet.style("entry_title", sheet.shown("ondeep")).at(min(0, level))


def _entry_figure_height(entry: PanelEntry, sheet: Sheet) -> Length:
    return sheet.u(0.48) if entry.figure else ZERO


def _entry_height(entry: PanelEntry, column: Length, sheet: Sheet, level: int) -> Length:
    title = _entry_title(sheet, level)
    body = sheet.style("panel_text").at(level)
    return (
        _entry_figure_height(entry, sheet)
        + pt(sheet.line_count(entry.title, title, column) * title.pitch)
        + pt(sheet.line_count(entry.body, body, column) * body.pitch)
        + sheet.u(0.08)
    )


@remembered
def minimum(panel: Panel, width: Length, sheet: Sheet, level: int) -> Length:
    sheet = _ground(panel, sheet)
    column = _width(width, sheet)
    height = sheet.u(0.24) + _head_height(panel, column, sheet)
    height += sheet.u(ROW) * len(panel.rows) + (sheet.u(GAP) if panel.rows else ZERO)
    height += (pt(sheet.style("card_title").pitch) + sheet.u(0.10)) if panel.heading else ZERO
    paragraphs = _bullets(panel, sheet, level)
    height += stacked_height(sheet, paragraphs, column) + (sheet.u(GAP) if paragraphs else ZERO)
    height += sheet.u(CHART_LEAST) * len(panel.charts)
    entries = [_entry_height(entry, column, sheet, level) for entry in panel.entries]
    height += sum(entries, ZERO) + sheet.u(0.24) * max(0, len(entries) - 1)
    return height + sheet.u(0.16)


def split(panel: Panel, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Panel | None, Panel | None]:
    cut = cut_panel(panel, lambda part: minimum(part, width, sheet, level) <= available, sheet)
    return cut or (None, panel)


def maximum(panel: Panel, width: Length, sheet: Sheet, level: int) -> Length:
    """Return the height that a panel may grow to: a side panel that of its neighbours; one as wide as the page stays close to its words."""
    needed = minimum(panel, width, sheet, level)
    if width > sheet.u(WIDE) and not (panel.charts or panel.entries):
        return needed + sheet.u(GAP)
    return max(needed, sheet.tall(TALLEST))


def draw(panel: Panel, frame: Rect, canvas: Canvas, level: int) -> None:
    if panel.dark:
        canvas = canvas.panel("panel", frame)
    else:
        canvas.card("panel", frame)
    sheet = canvas.sheet
    column = frame.inset(sheet.u(PADDING), ZERO)
    y = _draw_head(panel, column, frame.y + sheet.u(0.24), canvas)
    for index, row in enumerate(panel.rows):
        line = Rect(column.x, y + sheet.u(ROW) * index, column.width, sheet.u(ROW))
        rule = sheet.shown("deep3")
        canvas.rule("rule", Point(line.x, line.y), line.width, rule)
        colors = (sheet.shown("ondeep2"), sheet.shown("ondeep"))
        parts.text_row(canvas, line, row, colors=colors)
    if panel.rows:
        y += sheet.u(ROW) * len(panel.rows)
        canvas.rule("rule", Point(column.x, y), column.width, sheet.shown("deep3"))
        y += sheet.u(GAP)
    y = _draw_bullets(panel, Rect(column.x, y, column.width, frame.bottom - sheet.u(0.14) - y), canvas, level)
    rest = Rect(column.x, y, column.width, frame.bottom - sheet.u(0.18) - y)
    if panel.charts:
        _draw_charts(panel, rest, canvas)
    if panel.entries:
        _draw_entries(panel.entries, rest, canvas, level)


def _draw_head(panel: Panel, column: Rect, y: Length, canvas: Canvas) -> Length:
    sheet = canvas.sheet
    start = y
    quiet = sheet.style("panel_text", sheet.shown("ondeep2"))
    if panel.title:
        style = sheet.style("card_title", sheet.shown("ondeep"))
        if panel.status:
            parts.draw_pill(canvas, column.right, y - sheet.u(0.02), panel.status, panel.tone, column.width)
        width = _title_width(panel, column.width, sheet)
        height = pt(min(3, sheet.line_count(panel.title, style, width)) * style.pitch)
        canvas.text("title", Rect(column.x, y, width, height), panel.title, style)
        y += height
    if panel.subtitle:
        height = pt(min(2, sheet.line_count(panel.subtitle, quiet, column.width)) * quiet.pitch)
        canvas.text("subtitle", Rect(column.x, y + sheet.u(0.02), column.width, height), panel.subtitle, quiet)
        y += height + sheet.u(0.02)
    if panel.figure:
        tone = panel.tone if panel.tone in {Tone.IMPROVE, Tone.MISSED} else Tone.STRONG
        box = Rect(column.x, y + sheet.u(0.04), column.width, sheet.u(0.78))
        canvas.text("figure", box, panel.figure, sheet.figure_style("hero", tone, unit_scale=0.42), anchor=Anchor.MIDDLE)
        y += sheet.u(0.84)
    if panel.caption:
        height = pt(min(2, sheet.line_count(panel.caption, quiet, column.width)) * quiet.pitch)
        canvas.text("caption", Rect(column.x, y, column.width, height), panel.caption, quiet)
        y += height
    return y + (sheet.u(GAP) if y > start else ZERO)


def _draw_bullets(panel: Panel, area: Rect, canvas: Canvas, level: int) -> Length:
    sheet = canvas.sheet
    y = area.y
    if panel.heading:
        style = sheet.style("card_title", sheet.shown("ondeep"))
        height = pt(style.pitch)
        canvas.text("heading", Rect(area.x, y, area.width, height), panel.heading, style)
        y += height + sheet.u(0.10)
    paragraphs = _bullets(panel, sheet, level)
    if not paragraphs:
        return y
    needed = stacked_height(sheet, paragraphs, area.width)
    alone = not (panel.charts or panel.entries)
    canvas.paragraphs("bullets", Rect(area.x, y, area.width, area.bottom - y if alone else needed), paragraphs)
    return y + needed + sheet.u(GAP)


def _draw_charts(panel: Panel, area: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    gap = sheet.u(0.18)
    height = (area.height - gap * (len(panel.charts) - 1)).over(len(panel.charts))
    for index, data in enumerate(panel.charts):
        cell = Rect(area.x, area.y + (height + gap) * index, area.width, height)
        if index:
            canvas.rule("rule", Point(cell.x, cell.y - gap.over(2)), cell.width, sheet.shown("deep3"))
        chart.draw_plain(data, cell, canvas)


def _draw_entries(entries: tuple[PanelEntry, ...], area: Rect, canvas: Canvas, level: int) -> None:
    sheet = canvas.sheet
    for index, (entry, cell) in enumerate(zip(entries, _entry_cells(entries, area, sheet, level), strict=True)):
        if index:
            canvas.rule("rule", Point(area.x, cell.y - sheet.u(0.12)), area.width, sheet.shown("deep3"))
        figure = Rect(cell.x, cell.y, cell.width, _entry_figure_height(entry, sheet))
        canvas.text("figure", figure, entry.figure, sheet.figure_style("side_figure", entry.tone, unit_scale=0.55), anchor=Anchor.MIDDLE)
        body = sheet.style("panel_text", sheet.shown("ondeep2")).at(level)
        top = figure.bottom + sheet.u(0.02)  # title and body in one box: no gap opens where a program needs fewer lines than were planned
        title = _entry_title(sheet, level)
        paragraphs = (Para(sheet.balanced(entry.title, title, cell.width), title, sheet.points(ENTRY_AFTER)), Para(entry.body, body))
        canvas.paragraphs("entry", Rect(cell.x, top, cell.width, cell.bottom - top), paragraphs)


def _entry_cells(entries: tuple[PanelEntry, ...], area: Rect, sheet: Sheet, level: int) -> Iterator[Rect]:
    """Yield a cell per entry: each its needed height, the rest shared evenly, so that rules stand at equal distances."""
    needs = [_entry_height(entry, area.width, sheet, level) for entry in entries]
    gap = sheet.u(0.24)
    free = max(ZERO, area.height - sum(needs, ZERO) - gap * (len(entries) - 1)).over(len(entries))
    y = area.y
    for need in needs:
        yield Rect(area.x, y, area.width, need + free)
        y += need + free + gap
