"""A calendar as a table of months: bars are shaded cells that span their months, milestones and today stand in the note."""

from __future__ import annotations

import calendar
import datetime as dt

from engine.base.records import dataclass, replace
from engine.base.units import Length, inch
from engine.model.blocks import Align, Gantt, GanttBar, GanttLane, GanttPeriod, Milestone, Progress
from engine.model.inlines import EMPTY, Text, Tone, text
from engine.model.one_line import one_line
from engine.model.paper import PaperCell, ParagraphRole
from engine.plan.paper import words
from engine.plan.paper.blocks.chart import with_prefix
from engine.plan.paper.flow import Flow
from engine.plan.paper.grid import Draft, GridColumn, GridRow, add_table
from engine.plan.paper.sheet import Sheet
from engine.plan.paper.texts import bold, joined

GROUNDS = {Progress.DONE: "surface2", Progress.PLANNED: "p100", Progress.PEAK: "p200"}
LABELS = inch(0.86)
CELL_MARGIN = inch(0.02)
MARK = "◆"


@dataclass(frozen=True, slots=True)
class _Months:
    """Months counted from the first one, `first`; `count` of them."""

    first: dt.date
    count: int

    def index(self, day: dt.date) -> int:
        """Return the month a day is in, from 0; days outside are in the nearest."""
        found = (day.year - self.first.year) * 12 + day.month - self.first.month
        return min(max(found, 0), self.count - 1)

    def span(self, start: dt.date, end: dt.date) -> tuple[int, int]:
        """Return first and last month of a stretch."""
        return self.index(start), self.index(end)

    def name(self, index: int, sheet: Sheet) -> str:
        month = (self.first.month - 1 + index) % 12 + 1
        return sheet.say(words.MONTH).format(month=month, name=calendar.month_abbr[month])


def write_gantt(block: Gantt, flow: Flow) -> None:
    sheet = flow.sheet
    months = _Months(block.start.replace(day=1), (block.end.year - block.start.year) * 12 + block.end.month - block.start.month + 1)
    head = [EMPTY, *(text(months.name(index, sheet)) for index in range(months.count))]
    share = (1 - LABELS / flow.width) / months.count
    rows = [*_period_rows(block.periods, months, flow.width * share, sheet)]
    rows.append(GridRow(tuple(PaperCell((name,), Align.CENTER, bold=True) for name in head), header=True))
    for lane in block.lanes:
        rows += _lane_rows(lane, months)
    if block.milestones:
        rows.append(_milestone_row(block.milestones, months, sheet))
    columns = (GridColumn(weight=LABELS / flow.width), *(GridColumn(Align.CENTER, share) for _ in range(months.count)))
    draft = Draft(columns, tuple(rows), note=_note(block, sheet), source=with_prefix(block.source, sheet), where=block.where)
    add_table(replace(draft, margin=CELL_MARGIN, fixed=True), flow)


def _period_words(period: GanttPeriod, room: Length, sheet: Sheet) -> tuple[Text, ...]:
    """Return name and value on one line, or the value below the name where that is too wide."""
    name, value = bold(one_line(period.label)), one_line(period.value)
    said = joined((name, value), sheet.say(words.COLON))
    fits = sheet.width(said, sheet.look(ParagraphRole.TABLE_CELL)) + CELL_MARGIN * 2 <= room * 0.96
    return (said,) if fits or not value else (name, value)


def _period_rows(periods: tuple[GanttPeriod, ...], months: _Months, width: Length, sheet: Sheet) -> list[GridRow]:
    """Return the header over stretches of months; stretches that share a month go to further rows."""
    rows: list[list[PaperCell | None]] = []
    for period in periods:
        first, last = months.span(period.start, period.end)
        cell = PaperCell(
            _period_words(period, width * (last - first + 1), sheet),
            Align.CENTER,
            span=last - first + 1,
            ground="p200" if period.strong else "surface2",
        )
        _place(rows, first, last, cell, months.count)
    return [GridRow((PaperCell(()), *row), header=True) for row in rows]


def _place(rows: list[list[PaperCell | None]], first: int, last: int, cell: PaperCell, count: int) -> None:
    """Put a cell over its months into the first row where they are free."""
    free = PaperCell(())
    row = next((row for row in rows if all(each == free for each in row[first : last + 1])), None)
    if row is None:
        row = [free] * count
        rows.append(row)
    row[first : last + 1] = [cell, *([None] * (last - first))]


def _lane_rows(lane: GanttLane, months: _Months) -> list[GridRow]:
    rows: list[list[PaperCell | None]] = []
    for bar in sorted(lane.bars, key=lambda bar: (bar.start, bar.end)):
        first, last = months.span(bar.start, bar.end)
        _place(rows, first, last, _bar(bar, last - first + 1), months.count)
    rows = rows or [[PaperCell(())] * months.count]
    labels = (PaperCell((one_line(lane.label),), bold=True), *(PaperCell(()) for _ in rows[1:]))
    return [GridRow((label, *row), joined=number > 0) for number, (label, row) in enumerate(zip(labels, rows, strict=True))]


def _bar(bar: GanttBar, span: int) -> PaperCell:
    value = bold(one_line(bar.value))
    if span == 1:  # a month is too narrow to keep a number and its unit together
        value = Text(tuple(replace(each, text=each.text.replace("\u00a0", " ")) for each in value.spans), value.where)
    paragraphs = tuple(part for part in (one_line(bar.label), value) if part)
    return PaperCell(paragraphs, Align.CENTER, span=span, ground=GROUNDS[bar.progress])


def _milestone_row(milestones: tuple[Milestone, ...], months: _Months, sheet: Sheet) -> GridRow:
    marks = [sum(1 for each in milestones if months.index(each.date) == index) for index in range(months.count)]
    cells = (PaperCell((text(MARK * count),) if count else (), Align.CENTER, Tone.STRONG) for count in marks)
    return GridRow((PaperCell((text(sheet.say(words.MILESTONES)),), bold=True), *cells))


def _note(block: Gantt, sheet: Sheet) -> Text:
    """Return the milestones with their days, what the grounds mean, and today."""
    marks = sorted(block.milestones, key=lambda mark: mark.date)
    named = [joined((f"{mark.date.month}/{mark.date.day} ", one_line(mark.label))) for mark in marks]
    parts = [joined((f"{sheet.say(words.MILESTONES)}{sheet.say(words.COLON)}", joined(named, sheet.say(words.COMMA)))) if named else EMPTY]
    if block.today is not None and block.today_label:
        parts.append(one_line(block.today_label))
    states = [state for state in Progress if any(bar.progress is state for lane in block.lanes for bar in lane.bars)]
    if len(states) > 1:
        shades = {Progress.DONE: words.GRAY, Progress.PLANNED: words.LIGHT, Progress.PEAK: words.DEEP}
        said = [f"{sheet.say(shades[state])} {sheet.say(words.STATES[state.value])}" for state in states]
        parts.append(text(sheet.say(words.SHADES) + sheet.say(words.COMMA).join(said)))
    return joined(parts, sheet.say(words.SEMICOLON))
