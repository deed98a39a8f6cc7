"""Section dividers: number, title, conclusion, and the questions the section answers with their pages (slide 03)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.records import dataclass
from engine.base.units import ZERO, Length, Point, Rect, pt
from engine.brand.deck_layout import DeckLayout
from engine.model.blocks import Align
from engine.model.deck import Anchor
from engine.model.inlines import EMPTY, Span, Text, text
from engine.model.report import Question, Section
from engine.plan.deck import words
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.ground import Inks, area_inks, slot_inks
from engine.plan.deck.sheet import Sheet

ROW = 1.22
CLEARANCE = 0.06
"""Inches that an answer keeps from the rule below it."""
MOST_ANSWERS, MOST_TOPICS = 5, 11
ANSWER_GAP = 4.0
"""Points between a question and its answer."""
PAGES_WIDTH = 0.9
LEAST_ORNAMENT = 72.0
"""Points up to which the number is words that must be read."""
MARGIN = 0.6667 / 13.333
TRACKER_TOP, TRACKER_LABEL = 6.56 / 7.5, 0.14


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
    sheet, theme = canvas.sheet, canvas.sheet.theme
    _draw_number(text(f"{section.number:02d}"), layout, canvas)
    title = layout.slot("title")
    style = sheet.style("divider_title", slot_inks(theme, layout, "title").strong)
    canvas.text("title", title.frame, section.title, style, anchor=title.anchor or Anchor.MIDDLE, slot="title")
    lead = sheet.style("divider_lead", slot_inks(theme, layout, "lead").normal)
    place = layout.slot("lead").frame
    canvas.text("lead", place, sheet.balanced(section.lead, lead, place.width), lead, slot="lead")
    if layout.slot("body_area").is_offered:
        _draw_questions(section, pages, layout.slot("body_area").frame, slot_inks(theme, layout, "body_area"), canvas)


def unshown_questions(section: Section, layout: DeckLayout) -> Text:
    """Return the author's questions with their answers, a line each, where the layout has no room for them; EMPTY where it has."""
    if layout.slot("body_area").is_offered:
        return EMPTY
    lines = (part for each in section.questions for part in (Span("\n"), *each.question.spans, Span("　"), *each.answer.spans))
    return Text(tuple(lines)[1:])


def _draw_number(number: Text, layout: DeckLayout, canvas: Canvas) -> None:
    """Draw the number as an ornament, or as words where the template has no room for one; nothing where it has no room at all."""
    sheet, frame = canvas.sheet, layout.slot("number").frame
    if not layout.slot("number").is_offered:
        return
    inks, role = slot_inks(sheet.theme, layout, "number"), sheet.theme.role("divider_number")
    room = min(frame.height / pt(role.pitch), frame.width / sheet.width(number, sheet.style("divider_number")))
    size = role.size if room >= role.minimum / role.size else round(role.size * room * 2) / 2
    color = inks.ornament if size > sheet.points(LEAST_ORNAMENT) else inks.readable(inks.spot)
    canvas.text("number", frame, number, sheet.style("divider_number", color).sized(size), anchor=Anchor.MIDDLE, slot="number")


def _draw_questions(section: Section, pages: Mapping[str, tuple[int, int]], area: Rect, inks: Inks, canvas: Canvas) -> None:
    sheet = canvas.sheet
    questions = questions_of(section)
    if not questions:
        return
    label = words.QUESTIONS if section.questions else words.CONTENTS
    heading = label.in_(sheet.language).format(count=words.number_word(len(questions), sheet.language))
    style = sheet.style("agenda_summary", inks.quiet)
    canvas.text("label", Rect(area.x, area.y, area.width, pt(style.pitch)), text(heading), style)
    top = area.y + sheet.u(0.40)
    row = min(sheet.tall(ROW), (area.bottom - top).over(len(questions)))
    height = max(_height(question, area.width, sheet) for question in questions)
    for index, question in enumerate(questions):
        _draw_question(
            question, page_range(question.topics, pages), _Row(Rect(area.x, top + row * index, area.width, row), height, inks), canvas
        )
    canvas.rule("rule", Point(area.x, top + row * len(questions)), area.width, inks.rule)


def _height(question: Question, width: Length, sheet: Sheet) -> Length:
    """Return the height of a question and its answer."""
    asked, answer = sheet.style("question"), sheet.style("question_answer")
    lines = sheet.line_count(question.answer, answer, width)
    return pt(asked.pitch + (answer.pitch * lines + sheet.points(ANSWER_GAP) if lines else 0))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list; `height` is that of the tallest question, so that all rows begin at the same depth."""

    frame: Rect
    height: Length
    inks: Inks


def _draw_question(question: Question, pages: Text, place: _Row, canvas: Canvas) -> None:
    sheet, row, inks = canvas.sheet, place.frame, place.inks
    canvas.rule("rule", Point(row.x, row.y), row.width, inks.rule)
    asked, answer = sheet.style("question", inks.strong), sheet.style("question_answer", inks.normal)
    top = row.y + max(ZERO, (row.height - place.height).over(2))
    width = row.width - sheet.u(PAGES_WIDTH)
    canvas.text("question", Rect(row.x, top, width, min(pt(asked.pitch), row.height)), question.question, asked)
    answer_top = top + pt(asked.pitch + sheet.points(ANSWER_GAP))
    room = Rect(row.x, answer_top, row.width, row.bottom - sheet.u(CLEARANCE) - answer_top)
    canvas.text("answer", room, sheet.balanced(question.answer, answer, row.width), answer)
    at = Rect(row.right - sheet.u(PAGES_WIDTH), top, sheet.u(PAGES_WIDTH), pt(asked.pitch))
    canvas.text("pages", at, pages, sheet.style("agenda_summary", inks.quiet, align=Align.RIGHT), anchor=Anchor.MIDDLE)


def page_range(topics: Sequence[str], pages: Mapping[str, tuple[int, int]]) -> Text:
    """Return “4–5” for the pages of some topics; empty when they have none."""
    spans = [pages[topic] for topic in topics if topic in pages]
    if not spans:
        return text("")
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return text(str(first) if first == last else f"{first}–{last}")


def draw_divider_tracker(current: int, sections: Sequence[Section], foot: Rect, layout: DeckLayout, canvas: Canvas) -> None:
    """Draw one bar a section along the foot, labelled with its title, or with its number only where the titles are too long.

    Nothing where the template has something there.
    """
    sheet = canvas.sheet
    if not layout.beneath.is_free(foot) or any(foot.overlaps(slot.frame) for slot in layout.slots.values()):
        return
    inks = area_inks(sheet.theme, layout, foot)
    gap = sheet.u(0.12)
    width = (foot.width - gap * (len(sections) - 1)).over(len(sections))
    labels = [text(f"{section.number:02d}  {section.title.plain}".replace("\n", ""), where=section.title.where) for section in sections]
    if any(sheet.line_count(label, sheet.style("tracker", bold=True), width) > 1 for label in labels):
        labels = [text(f"{section.number:02d}", where=section.title.where) for section in sections]
    for index, label in enumerate(labels, 1):
        x = foot.x + (width + gap) * (index - 1)
        color = inks.done if index < current else inks.spot if index == current else inks.rule
        canvas.box("tracker", Rect(x, foot.y, width, sheet.u(0.05)), color)
        style = sheet.style("tracker", inks.strong if index == current else inks.quiet, bold=index == current)
        canvas.text("tracker-label", Rect(x, foot.y + sheet.u(TRACKER_LABEL), width, pt(style.pitch)), label, style)


def tracker_foot(page: Rect, sheet: Sheet) -> Rect:
    """Return where the bars of the sections stand on a divider: along the foot, within the page's margins."""
    left = page.width * MARGIN
    height = sheet.u(TRACKER_LABEL) + pt(sheet.style("tracker").pitch)
    return Rect(page.x + left, page.y + page.height * TRACKER_TOP, page.width - left * 2, height)
