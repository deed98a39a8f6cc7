"""The agenda: facts about the report at the left, one row a section at the right (slide 02)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.brand.deck_layout import DeckLayout
from engine.model.blocks import Align, Stat
from engine.model.deck import Anchor
from engine.model.inlines import text
from engine.model.report import Report, Section
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.style import LEVELS, Style

ROW, FACT_ROW = 1.04, 0.86
NUMBER_WIDTH, PAGE_WIDTH = 1.02, 0.7
FACTS_TOP, FACTS_WIDTH = 3.42, 3.05


def draw_agenda(report: Report, pages: Mapping[str, int], layout: DeckLayout, canvas: Canvas) -> None:
    """Draw the agenda; `pages` are the first page numbers by section id. More sections or facts than there is room for do not fit: FIT001."""
    dark = canvas.on_dark()
    sheet = canvas.sheet
    title = layout.slot("title").frame
    dark.text(
        "title", title, text(words.AGENDA.in_(sheet.language)), sheet.style("agenda_title", "ondeep"), anchor=Anchor.MIDDLE, slot="title"
    )
    note = sheet.style("agenda_summary", "ondeep2")
    dark.text("note", layout.slot("subtitle").frame, report.agenda_note, note, anchor=Anchor.MIDDLE, slot="subtitle")
    top = max(title.y + sheet.u(2.56), layout.slot("subtitle").frame.bottom + sheet.u(0.5))
    area = layout.slot("body_area").frame
    for fact, height in zip(report.agenda_facts, _fact_heights(report.agenda_facts, area.bottom - top, sheet), strict=True):
        _draw_fact(fact, Rect(title.x, top, sheet.u(FACTS_WIDTH), height), dark)
        top += height
    row = min(sheet.u(ROW), area.height.over(max(1, len(report.sections))))
    canvas.rule("rule", Point(area.x, area.y), area.width, "line2", 1.0)
    for index, section in enumerate(report.sections):
        _draw_row(section, pages[section.id], Rect(area.x, area.y + row * index, area.width, row), canvas)


def _fact_heights(facts: Sequence[Stat], room: Length, sheet: Sheet) -> list[Length]:
    """Return the heights of the facts' rows: a longer value has a taller row, unless there is only room for equal ones."""
    value = sheet.style("agenda_summary")
    more = [max(0, sheet.line_count(fact.value, value, sheet.u(FACTS_WIDTH)) - 1) for fact in facts]
    heights = [sheet.u(FACT_ROW) + pt(value.pitch * lines) for lines in more]
    if sum(heights, ZERO) <= room:
        return heights
    return [min(sheet.u(FACT_ROW), room.over(len(facts)))] * len(facts)


def _draw_fact(fact: Stat, frame: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    canvas.rule("fact-rule", Point(frame.x, frame.y), frame.width, "deep3")
    label, value = sheet.style("label", "ondeep3"), sheet.style("agenda_summary", "ondeep")
    top = frame.y + sheet.u(0.15)
    canvas.text("fact-label", Rect(frame.x, top, frame.width, pt(label.pitch)), fact.label, label)
    canvas.text("fact", Rect(frame.x, top + pt(label.pitch + 3), frame.width, frame.bottom - top - pt(label.pitch + 3)), fact.value, value)


def _row_styles(height: Length, sheet: Sheet) -> tuple[Style, Style]:
    """Return the styles of title and summary at the first step of the ladder at which both fit a row, or at the last."""
    roles = sheet.style("agenda_item"), sheet.style("agenda_summary", "ink2")
    steps = [(roles[0].at(level), roles[1].at(level)) for level in LEVELS]
    return next(((title, summary) for title, summary in steps if pt(title.pitch + summary.pitch + 2) <= height), steps[-1])


def _draw_row(section: Section, page: int, row: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    canvas.rule("rule", Point(row.x, row.bottom), row.width)
    number = Rect(row.x, row.y, sheet.u(NUMBER_WIDTH), row.height)
    canvas.text("number", number, text(f"{section.number:02d}"), sheet.style("agenda_number", "primary"), anchor=Anchor.MIDDLE)
    title, summary = _row_styles(row.height, sheet)
    words_frame = Rect(row.x + number.width, row.y, row.width - number.width - sheet.u(PAGE_WIDTH), row.height)
    height = pt(title.pitch + (summary.pitch + 2 if section.summary else 0))
    top = row.y + max(ZERO, (row.height - height).over(2))
    title_height = min(pt(title.pitch), row.height)
    canvas.text("section", Rect(words_frame.x, top, words_frame.width, title_height), section.title, title)
    below_top = top + title_height + pt(2)
    below = Rect(words_frame.x, below_top, words_frame.width, min(pt(summary.pitch), row.bottom - below_top))
    canvas.text("summary", below, section.summary, summary)
    number_style = sheet.style("agenda_page", "ink3", align=Align.RIGHT)
    place = Rect(row.right - sheet.u(PAGE_WIDTH), row.y, sheet.u(PAGE_WIDTH), row.height)
    canvas.text("page", place, text(str(page)), number_style, anchor=Anchor.MIDDLE)
