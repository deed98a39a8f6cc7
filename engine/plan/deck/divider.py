"""Section dividers: number, title, conclusion, and the questions the section answers with their pages (slide 03)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.brand.deck_layout import DeckLayout
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.inlines import EMPTY, Text, text
from engine.model.report import Question, Section
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet

ROW = 1.22
CLEARANCE = 0.06
"""Inches that an answer keeps from the rule below it."""
MOST_ANSWERS, MOST_TOPICS = 5, 11
ANSWER_GAP = 4.0
"""Points between a question and its answer."""
PAGES_WIDTH = 0.9
TRACKER_TOP = 6.56 / 7.5


def questions_of(section: Section) -> tuple[Question, ...]:
    """Return the section's questions, or its topics as such when the author wrote none: many without their conclusions, very many cut short."""
    if section.questions:
        return section.questions
    answered = len(section.topics) <= MOST_ANSWERS
    listed = tuple(Question(topic.label or topic.title, topic.title if answered else EMPTY, (topic.id,)) for topic in section.topics)
    if len(listed) <= MOST_TOPICS:
        return listed
    rest = tuple(id_ for question in listed[MOST_TOPICS - 1 :] for id_ in question.topics)
    return (*listed[: MOST_TOPICS - 1], Question(text("…"), EMPTY, rest))


def draw_divider(section: Section, pages: Mapping[str, tuple[int, int]], layout: DeckLayout, canvas: Canvas) -> None:
    """Draw a divider; `pages` are first and last page number by topic id."""
    sheet = canvas.sheet
    number = text(f"{section.number:02d}")
    canvas.text("number", layout.slot("number").frame, number, sheet.style("divider_number", "deep3"), anchor=Anchor.MIDDLE, slot="number")
    canvas.text(
        "title", layout.slot("title").frame, section.title, sheet.style("divider_title", "ondeep"), anchor=Anchor.MIDDLE, slot="title"
    )
    canvas.text("lead", layout.slot("lead").frame, section.lead, sheet.style("divider_lead", "ondeep2"), slot="lead")
    _draw_questions(section, pages, layout.slot("body_area").frame, canvas)


def _draw_questions(section: Section, pages: Mapping[str, tuple[int, int]], area: Rect, canvas: Canvas) -> None:
    sheet = canvas.sheet
    questions = questions_of(section)
    if not questions:
        return
    label = words.QUESTIONS if section.questions else words.CONTENTS
    heading = label.in_(sheet.language).format(count=words.number_word(len(questions), sheet.language))
    style = sheet.style("agenda_summary", "ondeep3")
    canvas.text("label", Rect(area.x, area.y, area.width, pt(style.pitch)), text(heading), style)
    top = area.y + sheet.u(0.40)
    row = min(sheet.u(ROW), (area.bottom - top).over(len(questions)))
    height = max(_height(question, area.width, sheet) for question in questions)
    for index, question in enumerate(questions):
        _draw_question(question, pages, Rect(area.x, top + row * index, area.width, row), height, canvas)
    canvas.rule("rule", Point(area.x, top + row * len(questions)), area.width, "deep3")


def _height(question: Question, width: Length, sheet: Sheet) -> Length:
    """Return the height of a question and its answer."""
    asked, answer = sheet.style("question"), sheet.style("question_answer")
    lines = sheet.line_count(question.answer, answer, width)
    return pt(asked.pitch + (answer.pitch * lines + ANSWER_GAP if lines else 0))


def _draw_question(question: Question, pages: Mapping[str, tuple[int, int]], row: Rect, height: Length, canvas: Canvas) -> None:
    """Draw a row of the list; `height` is that of the tallest question, so that all rows begin at the same depth."""
    sheet = canvas.sheet
    canvas.rule("rule", Point(row.x, row.y), row.width, "deep3")
    asked, answer = sheet.style("question", "ondeep"), sheet.style("question_answer", "ondeep2")
    top = row.y + max(ZERO, (row.height - height).over(2))
    width = row.width - sheet.u(PAGES_WIDTH)
    canvas.text("question", Rect(row.x, top, width, min(pt(asked.pitch), row.height)), question.question, asked)
    answer_top = top + pt(asked.pitch + ANSWER_GAP)
    room = Rect(row.x, answer_top, row.width, row.bottom - sheet.u(CLEARANCE) - answer_top)
    canvas.text("answer", room, sheet.balanced(question.answer, answer, row.width), answer)
    place = Rect(row.right - sheet.u(PAGES_WIDTH), top, sheet.u(PAGES_WIDTH), pt(asked.pitch))
    canvas.text(
        "pages",
        place,
        page_range(question.topics, pages),
        sheet.style("agenda_summary", "ondeep3", align=Align.RIGHT),
        anchor=Anchor.MIDDLE,
    )


def page_range(topics: Sequence[str], pages: Mapping[str, tuple[int, int]]) -> Text:
    """Return “4–5” for the pages of some topics; empty when they have none."""
    spans = [pages[topic] for topic in topics if topic in pages]
    if not spans:
        return text("")
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return text(str(first) if first == last else f"{first}–{last}")


def draw_divider_tracker(current: int, sections: Sequence[Section], page: Rect, body: Rect, canvas: Canvas) -> None:
    """Draw one bar a section along the foot, labelled with its title, or with its number only where the titles are too long."""
    sheet = canvas.sheet
    gap = sheet.u(0.12)
    width = (body.width - gap * (len(sections) - 1)).over(len(sections))
    y = page.y + page.height * TRACKER_TOP
    labels = [text(f"{section.number:02d}  {section.title.plain}".replace("\n", ""), where=section.title.where) for section in sections]
    if any(sheet.line_count(label, sheet.style("tracker", bold=True), width) > 1 for label in labels):
        labels = [text(f"{section.number:02d}", where=section.title.where) for section in sections]
    for index, label in enumerate(labels, 1):
        x = body.x + (width + gap) * (index - 1)
        color = "p400" if index < current else "accent" if index == current else "deep3"
        canvas.box("tracker", Rect(x, y, width, sheet.u(0.05)), color)
        style = sheet.style("tracker", "ondeep" if index == current else "ondeep3", bold=index == current)
        canvas.text("tracker-label", Rect(x, y + sheet.u(0.14), width, pt(style.pitch)), label, style)
