"""The deck planner: pages of every topic first, then slides with their page numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, Severity, error
from engine.base.records import dataclass, replace
from engine.base.units import ZERO, Rect
from engine.brand.deck_layout import DeckBrand, DeckLayout
from engine.brand.grid_scale import grid_scale, grid_stretch
from engine.layout.fonts import substitution
from engine.model.deck import Deck, DeckMeta, Slide
from engine.model.inlines import EMPTY, Span, Text, text
from engine.model.report import Report, Section, Topic
from engine.plan.deck import words
from engine.plan.deck.agenda import draw_agenda
from engine.plan.deck.arrange import stacked
from engine.plan.deck.backing import with_panels
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.chrome import (
    Heading,
    draw_eyebrow,
    draw_heading,
    draw_page_number,
    draw_sheet,
    draw_source,
    draw_tracker,
    measure_heading,
)
from engine.plan.deck.cover import draw_cover
from engine.plan.deck.divider import draw_divider, draw_divider_tracker, tracker_foot, unshown_questions
from engine.plan.deck.fact_notes import fact_notes
from engine.plan.deck.fonts import DeckFonts
from engine.plan.deck.ground import carries_pages
from engine.plan.deck.images import PictureSource
from engine.plan.deck.paginate import Paper, paginate
from engine.plan.deck.roomy import draw_roomy
from engine.plan.deck.sheet import Sheet
from engine.plan.deck.telling.tell import Desk, Stretch, tell

LETTERS = "abcdefghijklmnopqrstuvwxyz"
WIDEST_PAGE = 88
"""The page number that titles of continuation slides leave room for."""


@dataclass(frozen=True, slots=True)
class PlannedTopic:
    """A topic with its pages: stretches of slides, each with the blocks and ladder step of its pages."""

    topic: Topic
    section: Section | None
    stretches: tuple[Stretch, ...]
    layout: DeckLayout

    @property
    def page_count(self) -> int:
        return sum(len(stretch.pages) for stretch in self.stretches)


class Wording(Enum):
    """WRITTEN: blocks stand on slides as they are; TOLD: what was written for pages becomes points, its words the notes."""

    WRITTEN = "written"
    TOLD = "told"


def plan_deck(
    report: Report, brand: DeckBrand, fonts: DeckFonts, pictures: PictureSource, wording: Wording = Wording.WRITTEN
) -> Outcome[Deck]:
    """Place a report on slides. Everything that does not fit is an error with its place; nothing is clipped."""
    outcome = _Planner(report, brand, fonts, pictures, wording).plan()
    if wording is Wording.TOLD and any(finding.is_error for finding in outcome.diagnostics):  # as it was written it may fit
        written = _Planner(report, brand, fonts, pictures, Wording.WRITTEN).plan()
        return outcome if any(finding.is_error for finding in written.diagnostics) else written
    return outcome


class _Planner:
    def __init__(self, report: Report, brand: DeckBrand, fonts: DeckFonts, pictures: PictureSource, wording: Wording) -> None:
        self.report, self.brand, self.fonts, self.pictures, self.wording = report, brand, fonts, pictures, wording
        self.findings = Findings()
        body = brand.layouts["content"].slot("body_area").frame
        scale = grid_scale(body.width, body.height, brand.size)
        theme = replace(brand.theme, card_radius=brand.theme.card_radius * scale, chip_radius=brand.theme.chip_radius * scale)
        stretch = grid_stretch(body.height, scale)
        self.sheet = Sheet(theme, fonts.body, scale, report.meta.language, stretch=stretch, display=fonts.heading)
        self.page = Rect(ZERO, ZERO, brand.size.width, brand.size.height)

    def plan(self) -> Outcome[Deck]:
        topics = list(self._planned_topics())
        first_pages, topic_pages = self._page_numbers(topics)
        slides = [self._cover(), *self._agenda(first_pages)]
        sections: list[tuple[str, int]] = [(words.FRONT.in_(self.report.meta.language), 0)]
        for section in self.report.sections:
            sections.append((f"{section.number:02d} {section.title.plain}".replace("\n", ""), len(slides)))
            slides.append(self._divider(section, topic_pages, len(slides) + 1))
            for planned in topics:
                if planned.section is section:
                    slides.extend(self._topic_slides(planned, len(slides) + 1))
        for planned in topics:
            if planned.section is None:
                slides.extend(self._topic_slides(planned, len(slides) + 1))
        if self.report.appendix:
            sections.append((words.APPENDIX.in_(self.report.meta.language), len(slides)))
            for planned in (self._planned(topic, None) for topic in self.report.appendix):
                slides.extend(self._topic_slides(planned, len(slides) + 1))
        self._check_fonts()
        return self.findings.outcome(
            Deck(
                self._meta(),
                self.brand.size,
                tuple(slides),
                tuple(sections),
                self.brand.template_path.name,
                self.brand.theme,
                self.report.ledger,
                {role: layout.ground(self.brand.size) for role, layout in self.brand.layouts.items()},
                {role: layout.unsure(self.brand.size) for role, layout in self.brand.layouts.items()},
            )
        )

    def _planned_topics(self) -> Iterator[PlannedTopic]:
        for section in self.report.sections:
            for topic in section.topics:
                yield self._planned(topic, section)
        if self.report.closing:
            yield self._planned(self.report.closing, None)

    def _planned(self, topic: Topic, section: Section | None) -> PlannedTopic:
        layout = self._layout(topic, section)

        def frame(told: Topic, page: int) -> Rect:
            return self._heading(told, page, WIDEST_PAGE if page else 0, layout).body

        if self.wording is Wording.TOLD and section is not None:
            desk = Desk(self.sheet, frame, layout.slot("takeaway").frame.width)
            return PlannedTopic(topic, section, tell(topic, desk, self.findings), layout)
        body = layout.slot("body_area").frame
        blocks = stacked(topic.blocks) if body.height > body.width else topic.blocks
        pages = paginate(blocks, lambda page: frame(topic, page), Paper(self.sheet, self.findings, topic.where))
        return PlannedTopic(topic, section, (Stretch(topic, pages),), layout)

    def _heading(self, topic: Topic, page: int, number: int, layout: DeckLayout, count: int = WIDEST_PAGE) -> Heading:
        """Measure the heading of a page of a stretch; `number` is that of the page among those of one title, 0 and 1 for its first."""
        suffix = words.CONTINUED.in_(self.sheet.language).format(page=number, pages=count) if number > 1 else ""
        if page:
            return measure_heading(topic, suffix, layout, self.sheet)
        title = Text((*topic.title.spans, Span(suffix)), topic.title.where) if suffix else topic.title
        return measure_heading(replace(topic, title=title), "", layout, self.sheet)

    def _layout(self, topic: Topic, section: Section | None) -> DeckLayout:
        role = topic.layout or ("content" if section else "closing")
        layout = self.brand.layouts.get(role)
        if layout is None or "takeaway" not in layout.slots:
            usable = [name for name, each in self.brand.layouts.items() if "takeaway" in each.slots]
            self.findings.add(
                error(
                    "TMPL010",
                    f"没有可放内容的版式“{role}”，可用：{'、'.join(usable)}",
                    f"no layout {role!r} that holds content; there are {', '.join(usable)}",
                    topic.where,
                    Phrase("改用上面列出的版式，或删去 layout", "use one of these, or leave `layout` out"),
                )
            )
            return self.brand.layouts["content"]
        return layout

    def _page_numbers(self, topics: list[PlannedTopic]) -> tuple[dict[str, int], dict[str, tuple[int, int]]]:
        page = 3 if self.report.sections else 2
        firsts: dict[str, int] = {}
        spans: dict[str, tuple[int, int]] = {}
        for section in self.report.sections:
            firsts[section.id] = page
            page += 1
            for planned in topics:
                if planned.section is section:
                    spans[planned.topic.id] = (page, page + planned.page_count - 1)
                    page += planned.page_count
        return firsts, spans

    def _canvas(self, slide_id: str, where: Location, *, dark: bool = False) -> Canvas:
        return Canvas(slide_id, self.sheet.on_dark() if dark else self.sheet, self.findings, where)

    def _cover(self) -> Slide:
        canvas = self._canvas("cover", self.report.meta.where, dark=True)
        draw_cover(self.report, self.brand.layouts["cover"], self.page, canvas)
        title = self.report.meta.title.replace("\n", " ")
        drawn = with_panels(canvas.elements, self.brand.layouts["cover"], self.page, self.sheet)
        return Slide("cover", "cover", title, drawn, section=words.FRONT.in_(self.sheet.language), where=self.report.meta.where)

    def _agenda(self, first_pages: Mapping[str, int]) -> Iterator[Slide]:
        if not self.report.sections:
            return
        canvas = self._canvas("agenda", self.report.meta.where)
        layout = self.brand.layouts["agenda"]
        draw_agenda(self.report, first_pages, layout, canvas)
        draw_page_number(2, layout, canvas)
        title, front = words.AGENDA.in_(self.sheet.language), words.FRONT.in_(self.sheet.language)
        yield Slide("agenda", "agenda", title, tuple(canvas.elements), section=front, where=self.report.meta.where)

    def _divider(self, section: Section, topic_pages: Mapping[str, tuple[int, int]], number: int) -> Slide:
        canvas = self._canvas(section.id, section.where, dark=True)
        layout = self.brand.layouts["divider"]
        draw_divider(section, topic_pages, layout, canvas)
        draw_divider_tracker(section.number, self.report.sections, tracker_foot(self.page, self.sheet), layout, canvas)
        draw_page_number(number, layout, canvas, quiet=True)
        title = section.title.plain.replace("\n", "")
        unshown = unshown_questions(section, layout)
        if unshown:
            zh, en = (
                "章节页的版式放不下本章的问题，只在备注里",
                "the layout of section pages has no room for the questions: they are in the notes only",
            )
            mend = Phrase("在契约里给 divider 的 body_area 一个区域", "give the divider's body_area an area in the contract")
            self.findings.add(Diagnostic("FIT008", Severity.INFO, Phrase(zh, en), section.where, mend))
        drawn = with_panels(canvas.elements, layout, self.page, self.sheet)
        return Slide(section.id, "divider", title, drawn, unshown, title, section.where)

    def _topic_slides(self, planned: PlannedTopic, number: int) -> Iterator[Slide]:
        index = 0
        for titled in _by_title(planned.stretches):
            count, page = sum(len(stretch.pages) for stretch in titled), 0
            for stretch in titled:
                for at in range(len(stretch.pages)):
                    page += 1
                    heading = self._heading(stretch.topic, at, page, planned.layout, count)
                    slide_id = planned.topic.id if not index else f"{planned.topic.id}-{_letters(index)}"
                    yield self._topic_slide(planned, stretch, heading, slide_id, at, number + index)
                    index += 1

    def _topic_slide(self, planned: PlannedTopic, stretch: Stretch, heading: Heading, slide_id: str, index: int, number: int) -> Slide:
        topic, layout = planned.topic, planned.layout
        canvas = self._canvas(slide_id, topic.where)
        attached = topic in self.report.appendix
        section = self._attachment() if attached else planned.section or next(reversed(self.report.sections), None)
        if section:
            draw_eyebrow(section, EMPTY if attached else topic.label, layout, canvas)
        if not carries_pages(self.sheet.theme, layout):
            draw_sheet(layout, canvas)
        draw_heading(heading, layout, canvas)
        blocks, level = stretch.pages[index]
        draw_roomy(blocks, heading.body, canvas, self.pictures, level)
        overflow = draw_source(topic.source, layout, canvas)
        if section and not attached:
            draw_tracker(section.number, len(self.report.sections), layout, canvas)
        draw_page_number(number, layout, canvas)
        facts = fact_notes(canvas.elements, self.report.ledger, self.sheet.language) if self.report.meta.notes_with_facts else EMPTY
        notes = _paragraphs(stretch.topic.notes if index == 0 else EMPTY, overflow, facts)
        title = heading.title.plain.replace("\n", "")
        return Slide(slide_id, layout.role, title, tuple(canvas.elements), notes, section.title.plain if section else "", topic.where)

    def _attachment(self) -> Section:
        """Return the appendix as the section that its eyebrow names."""
        return Section("appendix", len(self.report.sections) + 1, text(words.APPENDIX.in_(self.sheet.language)), self.report.appendix)

    def _meta(self) -> DeckMeta:
        meta = self.report.meta
        created = dt.datetime.combine(meta.date, dt.time(), dt.UTC)
        subject = f"{meta.period.label} {meta.department}".strip()
        title, language = meta.title.replace("\n", " "), meta.language.value
        return DeckMeta(title, meta.author, meta.organisation, subject, meta.kind, language, created, meta.pdf_maker)

    def _check_fonts(self) -> None:
        """Report that another family stands in."""
        for book in self.fonts.books:
            stand_in = substitution(book, self.report.meta.where)
            self.findings.extend([stand_in] if stand_in else [])


def _by_title(stretches: tuple[Stretch, ...]) -> Iterator[tuple[Stretch, ...]]:
    """Yield the stretches that share a title."""
    starts = [index for index, stretch in enumerate(stretches) if not stretch.follows]
    for start, end in zip(starts, (*starts[1:], len(stretches)), strict=True):
        yield stretches[start:end]


def _letters(index: int) -> str:
    """Return b, c … z, then ba, bb … for continuation slides."""
    head, tail = divmod(index, len(LETTERS))
    return (_letters(head) if head else "") + LETTERS[tail]


def _paragraphs(*parts: Text) -> Text:
    """Return the parts that say something, an empty line between them."""
    spans = [span for part in parts if part for span in (Span("\n\n"), *part.spans)]
    return Text(tuple(spans[1:]))
