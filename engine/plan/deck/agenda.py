"""The agenda: facts about the report at the left, one row a section at the right (slide 02)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.brand.deck_layout import DeckLayout
from engine.model.blocks import Align, Stat
from engine.model.deck import Anchor
from engine.model.inlines import text
from engine.model.report import Report, Section
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.grid import column_frames
from engine.plan.deck.ground import Inks, area_inks, slot_inks
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS, Style

ROW, FACT_ROW = 1.26, 0.86
NUMBER_WIDTH, PAGE_WIDTH = 1.02, 0.7
FACTS_WIDTH = 3.05
BESIDE = 0.6
UPRIGHT = 0.9
"""Height of an area as a share of its width from which facts stand below the rows and not beside them."""


def draw_agenda(report: Report, pages: Mapping[str, int], layout: DeckLayout, canvas: Canvas) -> None:
    """Draw the agenda; `pages` are the first page numbers by section id. More sections or facts than there is room for do not fit: FIT001.

    Facts stand below a title that has the rows beside it; where the rows are below the title, the facts share their area.
    """
    quiet, sheet, theme = canvas.on_dark(), canvas.sheet, canvas.sheet.theme
    place, inks = layout.slot("title"), slot_inks(canvas.sheet.theme, layout, "title")
    title = text(words.AGENDA.in_(sheet.language))
    style = sheet.style("agenda_title", inks.strong)
    quiet.text("title", place.frame, title, style, anchor=place.anchor or Anchor.MIDDLE, slot="title")
    area = layout.slot("body_area").frame
    if "subtitle" in layout.slots:
        note, room = layout.slot("subtitle").frame, area
    else:
        note, room = _note_above(report, area, sheet)
    quiet.text(
        "note",
        note,
        report.agenda_note,
        sheet.style("agenda_summary", area_inks(theme, layout, note).normal),
        anchor=Anchor.MIDDLE,
        slot="subtitle",
    )
    parts = _places(report, place.frame, note, room, sheet)
    _draw_facts(report.agenda_facts, parts.facts, area_inks(theme, layout, parts.facts[0]) if parts.facts else inks, quiet)
    _draw_rows(report, pages, parts.rows, slot_inks(theme, layout, "body_area"), canvas)


@dataclass(frozen=True, slots=True)
class _Places:
    """A frame for each fact, and the area of the rows."""

    facts: tuple[Rect, ...]
    rows: Rect


def _note_above(report: Report, area: Rect, sheet: Sheet) -> tuple[Rect, Rect]:
    """Return a line for the note at the top of an area, and what is left of it; all of it without a note."""
    height = pt(sheet.style("agenda_summary").pitch) if report.agenda_note else ZERO
    taken = height + (sheet.u(0.2) if height else ZERO)
    return replace(area, height=height), Rect(area.x, area.y + taken, area.width, area.height - taken)


def _places(report: Report, title: Rect, note: Rect, area: Rect, sheet: Sheet) -> _Places:
    facts, width = report.agenda_facts, sheet.u(FACTS_WIDTH)
    if area.x >= title.x + width:  # beside the title
        top = max(title.y + sheet.u(2.56), note.bottom + sheet.u(0.5))
        return _Places(_stacked(facts, Rect(title.x, top, width, area.bottom - top), sheet), area)
    if not facts:
        return _Places((), area)
    if area.height > area.width * UPRIGHT:  # below the rows
        height = max(_fact_height(fact, area.width.over(len(facts)), sheet) for fact in facts)
        foot = Rect(area.x, area.bottom - height, area.width, height)
        above = replace(area, height=area.height - height - sheet.u(BESIDE))
        return _Places(column_frames(foot, [1] * len(facts), sheet.u(0.24)), above)
    left = replace(area, width=width)
    taken = width + sheet.u(BESIDE)
    return _Places(_stacked(facts, left, sheet), Rect(area.x + taken, area.y, area.width - taken, area.height))


def _stacked(facts: Sequence[Stat], frame: Rect, sheet: Sheet) -> tuple[Rect, ...]:
    heights = _fact_heights(facts, frame.height, sheet)
    tops = accumulate(heights, initial=frame.y)
    return tuple(Rect(frame.x, top, frame.width, height) for top, height in zip(tops, heights, strict=False))


def _draw_rows(report: Report, pages: Mapping[str, int], area: Rect, inks: Inks, canvas: Canvas) -> None:
    row = min(canvas.sheet.tall(ROW), area.height.over(max(1, len(report.sections))))
    canvas.rule("rule", Point(area.x, area.y), area.width, inks.axis, 1.0)
    for index, section in enumerate(report.sections):
        _draw_row(section, pages[section.id], Rect(area.x, area.y + row * index, area.width, row), inks, canvas)


def _fact_heights(facts: Sequence[Stat], room: Length, sheet: Sheet) -> list[Length]:
    """Return the heights of the facts' rows: a longer value has a taller row, unless there is only room for equal ones."""
    heights = [_fact_height(fact, sheet.u(FACTS_WIDTH), sheet) for fact in facts]
    if sum(heights, ZERO) <= room:
        return heights
    return [min(sheet.u(FACT_ROW), room.over(len(facts)))] * len(facts)


def _fact_height(fact: Stat, width: Length, sheet: Sheet) -> Length:
    value = sheet.style("agenda_summary")
    return sheet.u(FACT_ROW) + pt(value.pitch * max(0, sheet.line_count(fact.value, value, width) - 1))


def _draw_facts(facts: Sequence[Stat], frames: Sequence[Rect], inks: Inks, canvas: Canvas) -> None:
    sheet = canvas.sheet
    label, value = sheet.style("label", inks.quiet), sheet.style("agenda_summary", inks.strong)
    for fact, frame in zip(facts, frames, strict=True):
        canvas.rule("fact-rule", Point(frame.x, frame.y), frame.width, inks.rule)
        top, below = frame.y + sheet.u(0.15), pt(label.pitch + sheet.points(3))
        canvas.text("fact-label", Rect(frame.x, top, frame.width, pt(label.pitch)), fact.label, label)
        canvas.text("fact", Rect(frame.x, top + below, frame.width, frame.bottom - top - below), fact.value, value)


def _row_styles(height: Length, inks: Inks, sheet: Sheet) -> tuple[Style, Style]:
    """Return the styles of title and summary at the first step of the ladder at which both fit a row, or at the last."""
    roles = sheet.style("agenda_item", inks.strong), sheet.style("agenda_summary", inks.normal)
    steps = [(roles[0].at(level), roles[1].at(level)) for level in LEVELS]
    return next(((title, summary) for title, summary in steps if pt(title.pitch + summary.pitch + sheet.points(2)) <= height), steps[-1])


def _draw_row(section: Section, page: int, row: Rect, inks: Inks, canvas: Canvas) -> None:
    sheet, gap = canvas.sheet, canvas.sheet.points(2)
    canvas.rule("rule", Point(row.x, row.bottom), row.width, inks.rule)
    number = Rect(row.x, row.y, sheet.u(NUMBER_WIDTH), row.height)
    canvas.text(
        "number", number, text(f"{section.number:02d}"), sheet.style("agenda_number", inks.readable(inks.spot)), anchor=Anchor.MIDDLE
    )
    title, summary = _row_styles(row.height, inks, sheet)
    words_frame = Rect(row.x + number.width, row.y, row.width - number.width - sheet.u(PAGE_WIDTH), row.height)
    height = pt(title.pitch + (summary.pitch + gap if section.summary else 0))
    top = row.y + max(ZERO, (row.height - height).over(2))
    title_height = min(pt(title.pitch), row.height)
    canvas.text("section", Rect(words_frame.x, top, words_frame.width, title_height), section.title, title)
    below_top = top + title_height + pt(gap)
    below = Rect(words_frame.x, below_top, words_frame.width, min(pt(summary.pitch), row.bottom - below_top))
    canvas.text("summary", below, section.summary, summary)
    number_style = sheet.style("agenda_page", inks.quiet, align=Align.RIGHT)
    place = Rect(row.right - sheet.u(PAGE_WIDTH), row.y, sheet.u(PAGE_WIDTH), row.height)
    canvas.text("page", place, text(str(page)), number_style, anchor=Anchor.MIDDLE)
