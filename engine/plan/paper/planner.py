"""The paper planner: the flow first, then measured pages, then the contents that know their numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from engine.base.diagnostics import Findings, Outcome
from engine.base.records import replace
from engine.base.units import Size, pt
from engine.brand.paper_style import PaperBrand
from engine.model.deck import DeckMeta, Slide
from engine.model.figure import ChartFigure
from engine.model.inlines import text
from engine.model.one_line import one_line
from engine.model.paper import Paper, PaperBlock, PaperBreak, PaperCover, ParagraphRole
from engine.model.report import Report
from engine.plan.paper import words
from engine.plan.paper.canvas import Canvas
from engine.plan.paper.chapters import write_report
from engine.plan.paper.contents import caption_entries, contents_pages, heading_entries
from engine.plan.paper.cover import cover_of, draw_cover, title_part
from engine.plan.paper.cover_places import cover_places
from engine.plan.paper.drawn_chart import paper_figure
from engine.plan.paper.flow import Flow
from engine.plan.paper.geometry import PageFrame, frame_of
from engine.plan.paper.looks import FRONT_LOOKS, LOOKS, look_by
from engine.plan.paper.numbering import numbers_of, roman
from engine.plan.paper.one_line_room import cover_unit, running_title
from engine.plan.paper.paginate import Pagination, paginate
from engine.plan.paper.pictures import PictureSource
from engine.plan.paper.refer import with_references
from engine.plan.paper.running import Running, draw_cover_art
from engine.plan.paper.sheet import PaperFonts, Sheet

LAYOUT = "paper"
"""The layout role of measured pages: no template draws below them."""


def plan_paper(report: Report, brand: PaperBrand, fonts: PaperFonts, pictures: PictureSource) -> Outcome[Paper]:
    """Write a report as a paper and measure its pages. What does not fit is an error with its place; nothing is clipped."""
    return _Planner(report, brand, fonts, pictures).plan()


class _Planner:
    def __init__(self, report: Report, brand: PaperBrand, fonts: PaperFonts, pictures: PictureSource) -> None:
        self.report, self.brand, self.pictures = report, brand, pictures
        self.findings = Findings()
        looks = {role: look_by(brand.style(role), base, brand.theme) for role, base in LOOKS.items()}
        front = {role: look_by(brand.style(role), base, brand.theme) for role, base in FRONT_LOOKS.items()}
        language = report.meta.language
        new_chapters = brand.style(ParagraphRole.HEADING_1).new_page
        self.sheet = Sheet(brand.theme, fonts, language, looks, front, numbers_of(brand, language), new_chapters)
        body = brand.section("body")
        self.size = body.size
        self.frame = frame_of(body, brand.section("landscape"))
        self.flow = Flow(self.sheet, self.frame, self.findings, report.meta.where)

    def plan(self) -> Outcome[Paper]:
        report, meta = self.report, self.report.meta
        write_report(report, self.flow, self.pictures)
        while self.flow.blocks and isinstance(self.flow.blocks[-1], PaperBreak):
            self.flow.blocks.pop()
        body = self._paginate(with_references(self.flow.blocks))
        contents, figures = heading_entries(body.flow, body.places), caption_entries(body.flow, body.places)
        chapters = tuple(one_line(section.title).plain for section in report.sections)
        header = running_title(one_line(text(meta.title)).plain, self.brand.sections.values(), chapters, self.sheet)
        unit = self.sheet.say(words.UNIT_GAP).join(part for part in (meta.organisation, meta.department) if part)
        footer = self.sheet.say(words.FOOTER_GAP).join(part for part in (unit, meta.classification) if part)
        cover = self._front()
        front = contents_pages(contents, figures, report.agenda_note, frame_of(self.brand.section("contents")), self.sheet)
        running = Running(header, footer, str(len(body.pages)))
        section = self.brand.section
        pages = [self._cover(cover, running)]
        for number, page in enumerate(front.pages, 2):
            running.draw(self.sheet.say(words.CONTENTS), roman(number), page.frame, page.canvas, section("contents"))
            pages.append(self._slide(page.canvas, "contents", page.frame, self.sheet.say(words.CONTENTS)))
        for number, each in enumerate(body.pages, 1):
            lies = "body" if each.frame.size == self.size else "landscape"
            running.draw(each.chapter, str(number), each.frame, each.canvas, section(lies))
            pages.append(self._slide(each.canvas, lies, each.frame, each.chapter or header))
        paper = Paper(
            self._meta(), self.size, cover, contents, figures, body.flow, tuple(pages), header, footer, self.brand.template_path.name,
            self.brand.theme, report.agenda_note, front.squeeze, front.figures_apart, report.ledger,
        )  # fmt: skip
        return self.findings.outcome(paper)

    def _paginate(self, flow: Sequence[PaperBlock]) -> Pagination:
        return paginate(flow, self.frame, self.sheet, self.flow.charts, self._redraw, self.findings)

    def _redraw(self, name: str, size: Size) -> ChartFigure | None:
        return paper_figure(self.flow.charts[name], size, self.sheet).value

    def _front(self) -> PaperCover:
        """Return what the cover says, its unit in one line and its title in three at most."""
        frame, look = frame_of(self.brand.section("cover")), self.sheet.front["cover_unit"]
        room = frame.width - pt(max(0.0, look.left) * look.size)
        cover, where = cover_of(self.report), self.report.meta.where
        part = title_part(cover.title, frame.width, self.sheet) or 1.0
        unit, unit_part = cover_unit(self.report, room, self.sheet, self.findings, where)
        return replace(cover, unit=unit, unit_part=unit_part, title_part=part)

    def _cover(self, cover: PaperCover, running: Running) -> Slide:
        canvas = Canvas("cover", self.sheet)
        meta = self.report.meta
        frame = frame_of(self.brand.section("cover"))
        draw_cover_art(self.brand.section("cover"), running, frame, canvas)
        places = cover_places(frame, light=self.brand.light_cover, own=self.brand.own_cover)
        draw_cover(cover, frame, canvas, self.findings, meta.where, places)
        return self._slide(canvas, "cover", frame, one_line(text(meta.title)).plain)

    def _slide(self, canvas: Canvas, role: str, frame: PageFrame, title: str) -> Slide:
        """Return a page; where the company's header has more than plain shapes, its layout is the section's role: there its ground is found."""
        size = None if frame.size == self.size else frame.size
        layout = role if self.brand.section(role).decor else LAYOUT
        return Slide(canvas.name, layout, title, tuple(canvas.elements), where=self.report.meta.where, size=size)

    def _meta(self) -> DeckMeta:
        meta = self.report.meta
        created = dt.datetime.combine(meta.date, dt.time(), dt.UTC)
        subject = f"{meta.period.label} {meta.department}".strip()
        title, language = one_line(text(meta.title)).plain, meta.language.value
        return DeckMeta(title, meta.author, meta.organisation, subject, meta.kind, language, created, meta.pdf_maker)
