"""A calendar of months with lanes of bars and a row of milestones, as native shapes (slide 15)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from engine.base.diagnostics import Language
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.model.blocks import Align, Gantt, GanttBar, GanttLane, GanttPeriod, Progress
from engine.model.deck import Anchor, Geometry
from engine.model.inlines import Text, text
from engine.plan.deck.canvas import Canvas, Para, stacked_height
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS

LABELS = 1.32
PERIOD_ROW, MONTH_ROW = 0.44, 0.32
BAR_LEAST, BAR_MOST, VALUE_BAR_MOST = 0.30, 0.46, 0.80
BAR_GAP = 0.08
BAR_INSET, LABEL_INSET, TIGHT_INSET = 0.03, 0.05, 0.01
LANE_PADDING = 0.10
MILESTONES = 0.78
DIAMOND = 0.16
FILLS = {Progress.DONE: ("surface2", "ink2"), Progress.PLANNED: ("p200", "ink"), Progress.PEAK: ("primary", "ondeep")}


@dataclass(frozen=True, slots=True)
class Months:
    """The time axis: whole months of equal width from `first` (a month's first day) on; `today` is where the line of today stands, if any."""

    first: dt.date
    count: int
    left: Length
    pitch: Length
    today: Length | None = None

    def x(self, day: dt.date, *, end: bool = False) -> Length:
        """Return where a day begins, or ends."""
        index = (day.year - self.first.year) * 12 + day.month - self.first.month
        days = calendar.monthrange(day.year, day.month)[1]
        part = (day.day - (0 if end else 1)) / days
        return self.left + self.pitch * min(max(index + part, 0.0), float(self.count))


def month_count(block: Gantt) -> int:
    return (block.end.year - block.start.year) * 12 + block.end.month - block.start.month + 1


def packed_rows(lane: GanttLane) -> tuple[tuple[GanttBar, ...], ...]:
    """Return the bars of a lane in as few rows as keep them from touching, each bar in the first row that is free."""
    rows: list[list[GanttBar]] = []
    for bar in sorted(lane.bars, key=lambda bar: (bar.start, bar.end)):
        row = next((row for row in rows if row[-1].end < bar.start), None)
        if row is None:
            rows.append([bar])
        else:
            row.append(bar)
    return tuple(map(tuple, rows))


def _row_weights(block: Gantt) -> list[list[float]]:
    """Return the wished height of each bar row, by lane: rows with values are taller."""
    return [[VALUE_BAR_MOST if any(bar.value for bar in row) else BAR_MOST for row in packed_rows(lane)] for lane in block.lanes]


def _head_height(block: Gantt, sheet: Sheet) -> Length:
    return sheet.u((PERIOD_ROW + 0.06 if block.periods else 0.0) + MONTH_ROW)


def _milestones_height(block: Gantt, sheet: Sheet) -> Length:
    return sheet.u(MILESTONES) if block.milestones else ZERO


def _lanes_least(block: Gantt, sheet: Sheet) -> Length:
    rows = sum((0.52 if weight > BAR_MOST else BAR_LEAST) for lane in _row_weights(block) for weight in lane)
    gaps = sum(max(0, len(lane) - 1) * BAR_GAP + LANE_PADDING * 2 for lane in _row_weights(block))
    return sheet.u(rows + gaps)


def minimum(block: Gantt, _width: Length, sheet: Sheet, _level: int) -> Length:
    return _head_height(block, sheet) + _lanes_least(block, sheet) + _milestones_height(block, sheet)


def maximum(block: Gantt, width: Length, sheet: Sheet, level: int) -> Length:
    wished = sum(sum(lane) + max(0, len(lane) - 1) * BAR_GAP + LANE_PADDING * 2 for lane in _row_weights(block))
    return max(minimum(block, width, sheet, level), _head_height(block, sheet) + sheet.tall(wished) + _milestones_height(block, sheet))


def split(block: Gantt, width: Length, available: Length, sheet: Sheet, level: int) -> tuple[Gantt | None, Gantt | None]:
    """Cut between lanes, or between the rows of one lane that fills a page; the milestones stay with the last part."""

    def fits(lanes: tuple[GanttLane, ...]) -> bool:
        return minimum(replace(block, lanes=lanes, milestones=()), width, sheet, level) <= available

    for keep in range(len(block.lanes) - 1, 0, -1):
        if fits(block.lanes[:keep]):
            return replace(block, lanes=block.lanes[:keep], milestones=()), replace(block, lanes=block.lanes[keep:])
    if not block.lanes:
        return None, block
    first, *others = block.lanes
    rows = packed_rows(first)
    for keep in range(len(rows) - 1, 0, -1):
        head, tail = (replace(first, bars=tuple(bar for row in part for bar in row)) for part in (rows[:keep], rows[keep:]))
        if fits((head,)):
            return replace(block, lanes=(head,), milestones=()), replace(block, lanes=(tail, *others))
    if len(block.lanes) == 1 and block.milestones and fits(block.lanes):
        return replace(block, milestones=()), replace(block, lanes=())
    return None, block


def draw(block: Gantt, frame: Rect, canvas: Canvas, _level: int) -> None:
    sheet = canvas.sheet
    left = frame.x + sheet.u(LABELS)
    months = Months(block.start.replace(day=1), month_count(block), left, (frame.right - left).over(month_count(block)))
    months = months if block.today is None else replace(months, today=months.x(block.today))
    head = _head_height(block, sheet)
    lanes = Rect(frame.x, frame.y + head, frame.width, frame.height - head - _milestones_height(block, sheet))
    _draw_grid(months, lanes, frame, canvas)
    _draw_legend(block, Rect(frame.x, frame.y, sheet.u(LABELS - 0.1), head), canvas)
    for period in block.periods:
        _draw_period(period, months, frame.y, canvas)
    _draw_months(months, Rect(frame.x, lanes.y - sheet.u(MONTH_ROW), frame.width, sheet.u(MONTH_ROW)), canvas)
    _draw_today(block, months, lanes, canvas)
    y = lanes.y
    for lane, height in zip(block.lanes, _lane_heights(block, lanes.height), strict=True):
        _draw_lane(lane, Rect(frame.x, y, frame.width, height), months, canvas)
        y += height
    if block.milestones:
        _draw_milestones(block, months, Rect(frame.x, lanes.bottom, frame.width, frame.bottom - lanes.bottom), canvas)


def _lane_heights(block: Gantt, total: Length) -> list[Length]:
    weights = [sum(lane) + max(0, len(lane) - 1) * BAR_GAP + LANE_PADDING * 2 for lane in _row_weights(block)]
    return [total * (weight / sum(weights)) for weight in weights] if weights else []


def _draw_grid(months: Months, lanes: Rect, frame: Rect, canvas: Canvas) -> None:
    for month in range(0, months.count + 1, 3 if months.count % 3 == 0 else 1):
        canvas.upright("grid", Point(months.left + months.pitch * month, lanes.y), lanes.height, "line")
    canvas.rule("top", Point(frame.x, lanes.y), frame.width, "line2")


def _draw_legend(block: Gantt, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    used = [state for state in Progress if any(bar.progress is state for lane in block.lanes for bar in lane.bars)]
    words = {Progress.DONE: ("已完成", "Done"), Progress.PLANNED: ("计划中", "Planned"), Progress.PEAK: ("峰值", "Peak")}
    style = sheet.style("legend", "ink2")
    row = min(sheet.u(0.24), frame.height.over(max(1, len(used))))
    for index, state in enumerate(used):
        y = frame.y + row * index + sheet.u(0.02)
        side = sheet.u(0.14)
        canvas.box("swatch", Rect(frame.x, y + (row - side).over(2), side, side), FILLS[state][0])
        label = words[state][0 if sheet.language is Language.ZH else 1]
        canvas.text("legend", Rect(frame.x + sheet.u(0.22), y, frame.width - sheet.u(0.22), row), text(label), style, anchor=Anchor.MIDDLE)


def _draw_period(period: GanttPeriod, months: Months, top: Length, canvas: Canvas) -> None:
    sheet = canvas.sheet
    left, right = months.x(period.start), months.x(period.end, end=True)
    gap = sheet.u(0.02)
    frame = Rect(left + gap, top, right - left - gap * 2, sheet.u(PERIOD_ROW))
    canvas.box("period", frame, "primary" if period.strong else "surface2", radius=sheet.theme.chip_radius)
    ink = sheet.ink_on("primary", "ondeep") if period.strong else sheet.ink_on("surface2", "ink")
    inner = frame.inset(sheet.u(0.14), ZERO)
    label = sheet.style("tile_name", ink)
    width = min(inner.width, sheet.width(period.label, label) + sheet.u(0.06))
    canvas.text("period-label", Rect(inner.x, inner.y, width, inner.height), period.label, label, anchor=Anchor.MIDDLE)
    value = Rect(inner.x + width, inner.y, inner.width - width, inner.height)
    quiet = sheet.style("strip_note", ink if period.strong else "ink2", align=Align.RIGHT)
    canvas.text("period-value", value, period.value, quiet, anchor=Anchor.MIDDLE)


def _draw_months(months: Months, row: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    style = sheet.style("caption", "ink2", align=Align.CENTER)
    for index in range(months.count):
        number = (months.first.month - 1 + index) % 12 + 1
        label = f"{number} 月" if sheet.language is Language.ZH else calendar.month_abbr[number]
        canvas.text(
            "month", Rect(months.left + months.pitch * index, row.y, months.pitch, row.height), text(label), style, anchor=Anchor.MIDDLE
        )


def _draw_today(block: Gantt, months: Months, lanes: Rect, canvas: Canvas) -> None:
    if block.today is None:
        return
    sheet = canvas.sheet
    x = months.x(block.today)
    reach = sheet.u(0.26) if block.milestones else ZERO
    canvas.upright("today", Point(x, lanes.y), lanes.height + reach, "ink", 1.25, dashed=True)
    if block.today_label and block.milestones:
        _draw_today_label(block.today_label, x, Rect(months.left, lanes.bottom, lanes.right - months.left, ZERO), canvas)


def _draw_today_label(label: Text, x: Length, row: Rect, canvas: Canvas) -> None:
    """Print the label left of the line, or right of it where the left has no room; `row` says how far it may reach."""
    sheet = canvas.sheet
    style = sheet.style("note", "ink2")
    gap = sheet.u(0.06)
    natural = sheet.width(label, style) * 1.05 + sheet.u(0.04)
    left, right = x - gap - row.x, row.right - x - gap
    top = row.y + sheet.u(0.05)
    if natural <= left or left >= right:
        width = min(natural, left)
        canvas.text("today-label", Rect(x - gap - width, top, width, pt(style.pitch)), label, style.aligned(Align.RIGHT))
    else:
        canvas.text("today-label", Rect(x + gap, top, min(natural, right), pt(style.pitch)), label, style)


def _draw_lane(lane: GanttLane, frame: Rect, months: Months, canvas: Canvas) -> None:
    sheet = canvas.sheet
    rows = packed_rows(lane)
    label = Rect(frame.x, frame.y, sheet.u(LABELS - 0.10), frame.height)
    canvas.text("lane", label, lane.label, sheet.style("tile_name"), anchor=Anchor.MIDDLE)
    canvas.rule("lane-end", Point(frame.x, frame.bottom), frame.width, "line")
    inner = frame.height - sheet.u(LANE_PADDING * 2) - sheet.u(BAR_GAP) * max(0, len(rows) - 1)
    weights = [VALUE_BAR_MOST if any(bar.value for bar in row) else BAR_MOST for row in rows]
    level = _lane_level(lane, months, sheet)
    y = frame.y + sheet.u(LANE_PADDING)
    for row, weight in zip(rows, weights, strict=True):
        height = inner * (weight / sum(weights))
        for bar, room in _with_room(row, months):
            _draw_bar(bar, Rect(*_span(bar, months, sheet), height).moved(dy=y), room, level, canvas)
        y += height + sheet.u(BAR_GAP)


def _lane_level(lane: GanttLane, months: Months, sheet: Sheet) -> int:
    """Return the step of the fit ladder at which all labels of a lane that can stand inside their bars do: one size a lane."""
    words = [(text, role, _room_inside(bar, months, sheet)) for bar in lane.bars for text, role in _lines_of(bar)]
    last = LEVELS[-1]
    inside = [(text, role, room) for text, role, room in words if _is_one_line(text, role, room, last, sheet)]
    return next((step for step in LEVELS if all(_is_one_line(text, role, room, step, sheet) for text, role, room in inside)), last)


def _lines_of(bar: GanttBar) -> tuple[tuple[Text, str], ...]:
    return ((bar.label, "bar_label"), (bar.value, "bar_value")) if bar.value else ((bar.label, "bar_label"),)


def _is_one_line(text: Text, role: str, room: Length, level: int, sheet: Sheet) -> bool:
    return sheet.line_count(text, sheet.style(role).at(level), room) <= 1


def _span(bar: GanttBar, months: Months, sheet: Sheet) -> tuple[Length, Length, Length]:
    """Return x, a zero y and the width of a bar."""
    left, right = months.x(bar.start) + sheet.u(BAR_INSET), months.x(bar.end, end=True) - sheet.u(BAR_INSET)
    return left, ZERO, max(right - left, sheet.u(0.08))


def _room_inside(bar: GanttBar, months: Months, sheet: Sheet) -> Length:
    return _span(bar, months, sheet)[2] - sheet.u(LABEL_INSET * 2)


@dataclass(frozen=True, slots=True)
class Room:
    """The x where the next bar begins: a label too long for its bar may stand there. `line` is the x of today, None for no line."""

    end: Length
    line: Length | None


def _with_room(row: tuple[GanttBar, ...], months: Months) -> Iterator[tuple[GanttBar, Room]]:
    for bar, following in zip(row, (*row[1:], None), strict=True):
        yield bar, Room(months.x(following.start) if following else months.left + months.pitch * months.count, months.today)


def _draw_bar(bar: GanttBar, frame: Rect, room: Room, level: int, canvas: Canvas) -> None:
    """Draw a bar with its words inside, or beside it when they don't fit inside and there is more room before the next bar."""
    sheet = canvas.sheet
    fill, wanted = FILLS[bar.progress]
    ink = sheet.ink_on(fill, wanted)
    canvas.box("bar", frame, fill, radius=min(sheet.theme.chip_radius, frame.width.over(2)))
    inside = frame.inset(sheet.u(LABEL_INSET), ZERO)
    beside = Rect(frame.right + sheet.u(0.06), frame.y, room.end - frame.right - sheet.u(0.08), frame.height)
    fits = all(_is_one_line(text, role, inside.width, LEVELS[-1], sheet) for text, role in _lines_of(bar))
    if not fits and beside.width <= inside.width:  # neither has room: from edge to edge
        inside, level = frame.inset(sheet.u(TIGHT_INSET), ZERO), LEVELS[-1]
    place, color, align = (inside, ink, Align.CENTER) if fits or beside.width <= inside.width else (beside, sheet.color("ink"), Align.LEFT)
    paragraphs = [Para(text, sheet.style(role, color, align=align).at(level)) for text, role in _lines_of(bar)]
    if place == beside and room.line is not None:
        _part_line(room.line, beside, paragraphs, canvas)
    canvas.paragraphs("bar-label", place, paragraphs, anchor=Anchor.MIDDLE)


def _part_line(line: Length, place: Rect, paragraphs: list[Para], canvas: Canvas) -> None:
    """Interrupt the line of today where the words beside a bar cross it."""
    width = min(place.width, max(canvas.sheet.width(para.text, para.style) for para in paragraphs))
    margin = canvas.sheet.u(0.04)
    if place.x - margin < line < place.x + width + margin:
        height = min(place.height, stacked_height(canvas.sheet, paragraphs, place.width))
        top = place.y + (place.height - height).over(2)
        canvas.box("today-gap", Rect(line - margin, top, margin * 2, height), "bg")


def _draw_milestones(block: Gantt, months: Months, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    name = text("里程碑" if sheet.language is Language.ZH else "Milestones")
    canvas.text("lane", Rect(frame.x, frame.y, sheet.u(LABELS - 0.1), frame.height), name, sheet.style("tile_name"), anchor=Anchor.MIDDLE)
    canvas.rule("milestones-top", Point(frame.x, frame.y), frame.width, "line2", 1.0)
    side = sheet.u(DIAMOND)
    marks = sorted(block.milestones, key=lambda mark: mark.date)
    style = sheet.style("milestone_date", align=Align.CENTER)
    labels = [Text((*text(f"{mark.date.month}/{mark.date.day}\n", bold=True).spans, *mark.label.spans), mark.label.where) for mark in marks]
    most = (frame.width - sheet.u(LABELS)).over(max(1, len(marks))) - sheet.u(0.06)
    widths = [min(max(sheet.width(label, style), sheet.u(0.4)), most) for label in labels]
    bounds = (frame.x + sheet.u(LABELS), frame.right)
    centers = _apart([months.x(mark.date) for mark in marks], widths, bounds, sheet.u(0.06))
    top = frame.y + sheet.u(0.22)
    for mark, label, width, center in zip(marks, labels, widths, centers, strict=True):
        x = months.x(mark.date)
        canvas.box(
            "milestone", Rect(x - side.over(2), frame.y + sheet.u(0.04), side, side), sheet.ink_on("bg", "deep"), geometry=Geometry.DIAMOND
        )
        canvas.text("milestone-label", Rect(center - width.over(2), top, width, frame.bottom - top), label, style)


def _apart(wished: list[Length], widths: list[Length], bounds: tuple[Length, Length], gap: Length) -> list[Length]:
    """Return centres near the wished ones at which labels neither touch each other nor leave the bounds (if there is room for all)."""
    centers = list(wished)
    for index, width in enumerate(widths):
        least = bounds[0] if index == 0 else centers[index - 1] + widths[index - 1].over(2) + gap
        centers[index] = max(centers[index], least + width.over(2))
    limit = bounds[1]
    for index in range(len(centers) - 1, -1, -1):
        centers[index] = min(centers[index], limit - widths[index].over(2))
        limit = centers[index] - widths[index].over(2) - gap
    return centers
